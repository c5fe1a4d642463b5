// For tests only: a DiscordClient that writes down what it is asked to do and fails when told to.
import type { DiscordClient, GuildMember, InteractionReplies } from '../../shared/discord/client.ts';
import { DiscordError } from '../../shared/discord/errors.ts';

type Method = keyof DiscordClient | keyof InteractionReplies;

export interface DiscordCall {
  readonly method: Method;
  readonly args: readonly unknown[];
}

/** A refusal as the real client reports it. */
export function discordError(status: number, code = 0, retryAfterMs?: number): DiscordError {
  const retryable = status === 0 || status === 429 || status >= 500 || code === 10015;
  return new DiscordError(`Discord answered ${status} (${code}).`, {
    status,
    code,
    route: 'POST /test',
    retryable,
    retryAfterMs,
  });
}

export interface RecordingDiscord extends DiscordClient {
  readonly calls: DiscordCall[];
  /** The arguments of every call of one method. */
  of(method: Method): (readonly unknown[])[];
  /** The next `times` calls of a method throw this. */
  fail(method: Method, error: Error, times?: number): void;
  /** Runs before a call is answered. */
  before(method: Method, work: () => Promise<void>): void;
}

const NOBODY: GuildMember = { userId: '1100000000000000099', displayName: 'Bot', roleIds: [] };

export function recordingDiscord(): RecordingDiscord {
  const calls: DiscordCall[] = [];
  const failures = new Map<Method, Error[]>();
  const hooks = new Map<Method, () => Promise<void>>();
  const posted = new Map<string, string>();

  async function called(method: Method, ...args: unknown[]): Promise<void> {
    calls.push({ method, args });
    await hooks.get(method)?.();
    const error = failures.get(method)?.shift();
    if (error !== undefined) throw error;
  }

  return {
    calls,
    of: (method) => calls.filter((call) => call.method === method).map((call) => call.args),
    fail: (method, error, times = 1) =>
      void failures.set(method, [
        ...(failures.get(method) ?? []),
        ...Array.from({ length: times }, () => error),
      ]),
    before: (method, work) => void hooks.set(method, work),
    replies: (_, token) => ({
      editOriginal: (message, file) =>
        called('editOriginal', message, ...(file === undefined ? [] : [file]), token),
      deleteOriginal: () => called('deleteOriginal', token),
      followUp: (message, options) => called('followUp', message, options, token),
    }),
    async postMessage(channelId, message, options) {
      await called('postMessage', channelId, message, options);
      const id = posted.get(options.nonce) ?? `15000000000000${String(posted.size).padStart(5, '0')}`;
      posted.set(options.nonce, id);
      return { id, attachmentIds: options.file === undefined ? [] : [`9${id.slice(1)}`] };
    },
    editMessage: (...args) => called('editMessage', ...args),
    sendDirectMessage: (...args) => called('sendDirectMessage', ...args),
    member: async (userId) => {
      await called('member', userId);
      return { userId, displayName: userId, roleIds: [] };
    },
    members: async () => [],
    roles: async () => [],
    createRole: async (name) => ({
      id: '1600000000000000001',
      name,
      position: 1,
      permissions: 0n,
      managed: false,
    }),
    addRole: (...args) => called('addRole', ...args),
    removeRole: (...args) => called('removeRole', ...args),
    self: async () => NOBODY,
    channel: async () => undefined,
    download: async (url) => {
      await called('download', url);
      return Buffer.from(`bytes of ${url}`);
    },
    registeredCommands: async () => [],
    overwriteCommands: async (commands) => commands,
  };
}
