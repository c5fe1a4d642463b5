// For tests only: runs a command's handlers over a clan in memory, with services that write down what they are asked.
import type { Settings } from '../clans/settings.ts';
import type { Tier } from '../commands/declaration.ts';
import type { Answer, CommandContext, Handler, Reply } from '../commands/handler.ts';
import type { Interaction, Person } from '../interactions/interaction.ts';
import { createLogger } from '../log/create-logger.ts';
import {
  GROUP_ROLES,
  NOON,
  openTestClan,
  person,
  TEST_SETTINGS,
  type TestClan,
} from '../members/test-clan.ts';
import type { Effect } from '../outbox/effect.ts';
import { type FakeDiscord, fakeDiscord } from '../outbox/fake-discord.ts';
import type { RobloxClient } from '../roblox/client.ts';
import { RobloxError } from '../roblox/errors.ts';

export const OFFICER = person(901);
export const ADMIN = person(902);
export const ADMIN_CHANNEL = '1100000000000000031';
export const EVENT_LOG = '1100000000000000033';
export const POINT_LOG = '1100000000000000034';

/** All channels set. */
export const SETTINGS: Settings = {
  ...TEST_SETTINGS,
  channels: { ...TEST_SETTINGS.channels, event_log: EVENT_LOG, point_log: POINT_LOG },
};

/** Roblox with the group of `GROUP_ROLES`: who holds which of its roles; users not listed are not in the group. */
export interface FakeRoblox extends RobloxClient {
  readonly held: Map<string, string[]>;
  /** While set, every call is refused with this. */
  down: RobloxError | undefined;
}

export interface Call {
  readonly key?: string;
  readonly actor?: { readonly id: string; readonly tier: Tier };
  readonly options?: Interaction['options'];
  readonly fields?: Interaction['fields'];
  readonly people?: readonly Person[];
  readonly attachments?: Interaction['attachments'];
  readonly recordId?: string;
  readonly argument?: string;
  readonly targetId?: string;
  readonly focused?: { readonly name: string; readonly value: string };
  readonly settings?: Settings;
}

export interface TestCommand {
  readonly clan: TestClan;
  readonly discord: FakeDiscord;
  readonly roblox: FakeRoblox;
  readonly clock: { now: number };
  context(call: Call): CommandContext;
  /** Runs a handler and its change; effects are written down, not performed. */
  run(handler: Handler, call: Call): Promise<{ reply: Reply; effects: Effect[] }>;
  /** The names that a handler suggests. */
  suggest(handler: Handler, call: Call): Promise<readonly { name: string; value: string }[]>;
}

export async function openTestCommand(): Promise<TestCommand> {
  const clan = await openTestClan();
  const discord = fakeDiscord();
  const roblox = fakeRoblox();
  const clock = { now: NOON };
  let interactions = 0;

  function context(call: Call): CommandContext {
    interactions += 1;
    const actor = call.actor ?? { id: OFFICER, tier: 'officer' };
    return {
      interaction: interactionOf(call, actor.id, interactions),
      actor,
      clan: {
        clan: 'test',
        applicationId: SETTINGS.application_id,
        publicKey: SETTINGS.public_key,
        guildId: SETTINGS.guild_id,
        robloxGroupId: SETTINGS.roblox_group_id,
      },
      settings: call.settings ?? SETTINGS,
      db: clan.db,
      discord,
      roblox,
      log: createLogger({ write: () => undefined }),
      now: () => clock.now,
      random: () => 0.5,
      progress: async () => undefined,
    };
  }
  return {
    clan,
    discord,
    roblox,
    clock,
    context,
    async run(handler, call) {
      const answer: Answer = await handler(context(call));
      if ('message' in answer) return { reply: answer, effects: [] };
      if ('choices' in answer) throw new Error('the handler answered with choices');
      const { result, effects } = await clan.change((tx) => answer.change(tx));
      return { reply: result, effects };
    },
    async suggest(handler, call) {
      const answer = await handler(context(call));
      if ('choices' in answer) return answer.choices;
      throw new Error('the handler answered with a reply');
    },
  };
}

function interactionOf(call: Call, userId: string, number: number): Interaction {
  const people = Object.fromEntries((call.people ?? []).map((one) => [one.id, one]));
  return {
    id: `14000000000000${String(number).padStart(5, '0')}`,
    applicationId: SETTINGS.application_id,
    token: `token-${number}`,
    guildId: SETTINGS.guild_id,
    channelId: ADMIN_CHANNEL,
    user: { id: userId, displayName: 'Somebody', isBot: false },
    permissions: 0n,
    roleIds: [],
    appPermissions: 0n,
    on: 'command',
    key: call.key ?? 'test',
    recordId: call.recordId,
    argument: call.argument,
    options: call.options ?? {},
    focused: call.focused,
    targetId: call.targetId,
    fields: call.fields ?? {},
    people,
    attachments: call.attachments ?? {},
    message: undefined,
  };
}

/** A person as interactions resolve them. */
export function resolved(id: string, isBot = false): Person {
  return { id, displayName: `Person ${id}`, isBot };
}

function fakeRoblox(): FakeRoblox {
  const held = new Map<string, string[]>();
  const refused = () => Promise.reject(new Error('this test does not expect that call to Roblox'));
  const roblox: FakeRoblox = {
    held,
    down: undefined,
    usersByName: refused,
    usersById: refused,
    async user(id) {
      if (roblox.down !== undefined) throw roblox.down;
      return { id, name: `Roblox${Number(id)}`, about: '' };
    },
    async membership(userId) {
      if (roblox.down !== undefined) throw roblox.down;
      const roleIds = held.get(userId);
      return roleIds === undefined ? undefined : { path: `groups/1/memberships/${userId}`, userId, roleIds };
    },
    memberships: refused,
    groupMemberships: refused,
    async groupRoles() {
      if (roblox.down !== undefined) throw roblox.down;
      return GROUP_ROLES;
    },
    group: refused,
    assignRole: refused,
    unassignRole: refused,
    introspectKey: refused,
  };
  return roblox;
}

export function robloxError(status: number): RobloxError {
  return new RobloxError(`Roblox answered ${status}.`, {
    status,
    route: 'GET /test',
    retryable: status === 429 || status >= 500,
  });
}
