// For tests only: the client of a service, with a record of what it was asked and failures where a test wants them.
import type { DiscordClient, InteractionReplies } from '../../shared/discord/client.ts';
import { DiscordError } from '../../shared/discord/errors.ts';
import type { RobloxClient } from '../../shared/roblox/client.ts';
import { RobloxError } from '../../shared/roblox/errors.ts';

export interface Recorder<M extends string> {
  readonly calls: { readonly method: M; readonly args: readonly unknown[] }[];
  /** While set, every call throws this. */
  down: Error | undefined;
  /** The arguments of every call of one method. */
  of(method: M): (readonly unknown[])[];
  /** How often each method was called. */
  counts(): Partial<Record<M, number>>;
  /** The next `times` calls of a method throw this. */
  fail(method: M, error: Error, times?: number): void;
  /** Runs before a call is answered. */
  before(method: M, work: () => Promise<void>): void;
}
export type RecordedDiscord = DiscordClient & Recorder<keyof DiscordClient | keyof InteractionReplies>;
export type RecordedRoblox = RobloxClient & Recorder<keyof RobloxClient>;

/** Replies are recorded as calls too, with the interaction's token as their last argument. */
export function recordedDiscord(client: DiscordClient): RecordedDiscord {
  const { recorder, recorded } = recording<keyof DiscordClient | keyof InteractionReplies>();
  const replies: DiscordClient['replies'] = (applicationId, token) =>
    recorded(client.replies(applicationId, token), token);
  return Object.assign(recorder, { ...recorded(client), replies });
}

export function recordedRoblox(client: RobloxClient): RecordedRoblox {
  const { recorder, recorded } = recording<keyof RobloxClient>();
  return Object.assign(recorder, recorded(client));
}

function recording<M extends string>() {
  const failures = new Map<string, Error[]>();
  const hooks = new Map<string, () => Promise<void>>();
  const recorder: Recorder<M> = {
    calls: [],
    down: undefined,
    of: (method) => recorder.calls.filter((call) => call.method === method).map((call) => call.args),
    counts() {
      const counts: Partial<Record<M, number>> = {};
      for (const { method } of recorder.calls) counts[method] = (counts[method] ?? 0) + 1;
      return counts;
    },
    fail: (method, error, times = 1) =>
      void failures.set(method, [...(failures.get(method) ?? []), ...Array<Error>(times).fill(error)]),
    before: (method, work) => void hooks.set(method, work),
  };

  const isMethod = (name: string | symbol): name is M => typeof name === 'string';
  /** The same client; `last` stands behind the arguments in the record. */
  function recorded<T extends object>(client: T, ...last: readonly unknown[]): T {
    return new Proxy(client, {
      get(target, name) {
        const method: unknown = Reflect.get(target, name);
        if (typeof method !== 'function' || !isMethod(name)) return method;
        return async (...args: readonly unknown[]): Promise<unknown> => {
          const given = args.filter((arg) => arg !== undefined);
          recorder.calls.push({ method: name, args: [...given, ...last] });
          await hooks.get(name)?.();
          const error = failures.get(name)?.shift() ?? recorder.down;
          if (error !== undefined) throw error;
          return Reflect.apply(method, target, args);
        };
      },
    });
  }
  return { recorder, recorded };
}

/** A refusal as the real client reports it; status 0: no answer. */
export function discordError(
  status: number,
  code = 0,
  more: { readonly retryAfterMs?: number; readonly route?: string; readonly message?: string } = {},
): DiscordError {
  const { retryAfterMs, route = 'POST /test' } = more;
  const said = status === 0 ? `Discord did not answer ${route}.` : `Discord answered ${status} (${code}).`;
  const retryable = status === 0 || status === 429 || status >= 500 || code === 10015;
  return new DiscordError(more.message ?? said, { status, code, route, retryable, retryAfterMs });
}

/** A refusal as the real client reports it; status 0: no answer. */
export function robloxError(status: number): RobloxError {
  const retryable = status === 0 || status === 429 || status >= 500;
  const said = status === 0 ? 'Roblox did not answer GET /test.' : `Roblox answered ${status}.`;
  return new RobloxError(said, { status, route: 'GET /test', retryable });
}
