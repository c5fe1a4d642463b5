// What a handler gets, with clients that answer from memory. For tests only: nothing of the product imports it.
import type { Handler } from '../../shared/commands/handler.ts';
import type { CommandContext, Reply } from '../../shared/context/command-context.ts';
import type { DiscordClient, GuildRole } from '../../shared/discord/client.ts';
import type { Interaction } from '../../shared/interactions/interaction.ts';
import type { Logger } from '../../shared/log/logger.ts';
import { SeenMembers } from '../../shared/members/seen-members.ts';
import type { Effect } from '../../shared/outbox/effect.ts';
import type { RobloxClient } from '../../shared/roblox/client.ts';
import { RobloxError } from '../../shared/roblox/errors.ts';
import { GROUP_ROLES, NOON, TEST_SETTINGS, type TestClan } from './clan.ts';

/** Roblox as a test wants it: accounts by id, each with a name, a profile text and its roles in the group. */
export interface FakeAccount {
  readonly name: string;
  readonly about?: string;
  /** Left out: not in the group. */
  readonly roleIds?: readonly string[];
}

export function fakeRoblox(accounts: Readonly<Record<string, FakeAccount>> = {}): RobloxClient {
  const never = async () => {
    throw new Error('not expected in this test');
  };
  const membershipOf = (userId: string) => {
    const roleIds = accounts[userId]?.roleIds;
    return roleIds === undefined ? undefined : { path: `groups/1/memberships/${userId}`, userId, roleIds };
  };
  return {
    usersByName: async (names) =>
      Object.entries(accounts).flatMap(([id, { name }]) =>
        names.some((asked) => asked.toLowerCase() === name.toLowerCase())
          ? [{ id, name, displayName: name }]
          : [],
      ),
    user: async (id) => {
      const account = accounts[id];
      return account === undefined ? undefined : { id, name: account.name, about: account.about ?? '' };
    },
    usersById: async (ids) =>
      ids.flatMap((id) => {
        const account = accounts[id];
        return account === undefined ? [] : [{ id, name: account.name, displayName: account.name }];
      }),
    membership: async (userId) => membershipOf(userId),
    memberships: async (userIds) => userIds.flatMap((userId) => membershipOf(userId) ?? []),
    groupMemberships: never,
    groupRoles: async () => GROUP_ROLES,
    groupRolesNow: async () => GROUP_ROLES,
    group: async () => ({ id: '3203735', name: 'Group', memberCount: 10 }),
    assignRole: never,
    unassignRole: never,
    introspectKey: never,
  };
}

/** A Roblox that is down. */
export function deadRoblox(): RobloxClient {
  const down = async () => {
    throw new RobloxError('Roblox is down', { status: 503, route: 'GET /', retryable: true });
  };
  return {
    usersByName: down,
    user: down,
    usersById: down,
    membership: down,
    memberships: down,
    groupMemberships: down,
    groupRoles: down,
    groupRolesNow: down,
    group: down,
    assignRole: down,
    unassignRole: down,
    introspectKey: down,
  };
}

/** A guild with these roles and files; what a test does not expect fails it. */
export function fakeDiscord(
  has: {
    readonly roles?: readonly GuildRole[];
    readonly ownRoleIds?: readonly string[];
    readonly files?: Readonly<Record<string, string>>;
  } = {},
): DiscordClient {
  const never = async () => {
    throw new Error('not expected in this test');
  };
  return {
    replies: () => {
      throw new Error('not expected in this test');
    },
    postMessage: never,
    editMessage: never,
    sendDirectMessage: never,
    member: never,
    members: never,
    roles: async () => has.roles ?? [],
    createRole: never,
    addRole: never,
    removeRole: never,
    self: async () => ({ userId: '1100000000000000001', displayName: 'Bot', roleIds: has.ownRoleIds ?? [] }),
    channel: never,
    download: async (url) => {
      const text = has.files?.[url];
      if (text === undefined) throw new Error(`no such file: ${url}`);
      return new TextEncoder().encode(text);
    },
    registeredCommands: never,
    overwriteCommands: never,
  };
}

const SILENT: Logger = {
  debug: () => undefined,
  info: () => undefined,
  warning: () => undefined,
  error: () => undefined,
  critical: () => undefined,
  with: () => SILENT,
};

/** An interaction of the person, a slash command unless said otherwise. */
export function interactionOf(userId: string, more: Partial<Interaction> = {}): Interaction {
  return {
    id: '1400000000000000001',
    applicationId: TEST_SETTINGS.application_id,
    token: 'token',
    guildId: TEST_SETTINGS.guild_id,
    channelId: '1100000000000000003',
    user: { id: userId, displayName: 'Wolf', isBot: false },
    locale: 'en-US',
    permissions: 0n,
    roleIds: [],
    appPermissions: 0n,
    on: 'command',
    key: '',
    recordId: undefined,
    argument: undefined,
    options: {},
    focused: undefined,
    targetId: undefined,
    fields: {},
    people: {},
    attachments: {},
    channels: {},
    message: undefined,
    ...more,
  };
}

export function contextOf(
  clan: TestClan,
  userId: string,
  more: Partial<Omit<CommandContext, 'interaction'>> & { readonly interaction?: Partial<Interaction> } = {},
): CommandContext {
  return {
    actor: { id: userId, tier: 'member' },
    seen: new SeenMembers([]),
    clan: {
      clan: 'testclan',
      applicationId: TEST_SETTINGS.application_id,
      publicKey: TEST_SETTINGS.public_key,
      guildId: TEST_SETTINGS.guild_id,
      robloxGroupId: TEST_SETTINGS.roblox_group_id,
    },
    settings: TEST_SETTINGS,
    db: clan.db,
    discord: fakeDiscord(),
    roblox: fakeRoblox(),
    log: SILENT,
    now: () => NOON,
    random: () => 0.5,
    progress: async () => undefined,
    ...more,
    interaction: interactionOf(userId, more.interaction),
  };
}

/** Runs a handler as the runtime would: its change in one transaction. Returns the reply and the effects written. */
export async function answerOf(
  clan: TestClan,
  handler: Handler,
  context: CommandContext,
): Promise<{ reply: Reply; effects: readonly Effect[]; text: string }> {
  const answer = await handler(context);
  if ('choices' in answer) throw new Error('these are choices');
  if (!('change' in answer)) return { reply: answer, effects: [], text: JSON.stringify(answer.message) };
  const { result, effects } = await clan.change((tx) => answer.change(tx));
  return { reply: result, effects, text: JSON.stringify(result.message) };
}
