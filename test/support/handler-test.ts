// For tests only: runs a command's handlers over a clan in memory, with services that write down what they are asked.
import type { Settings } from '../../shared/clans/settings.ts';
import type { Handler } from '../../shared/commands/handler.ts';
import type { CommandContext, Reply } from '../../shared/context/command-context.ts';
import type { Tier } from '../../shared/interactions/declaration.ts';
import type { Interaction, Person } from '../../shared/interactions/interaction.ts';
import type { Effect } from '../../shared/outbox/effect.ts';
import type { RobloxClient } from '../../shared/roblox/client.ts';
import { RobloxError } from '../../shared/roblox/errors.ts';
import { NOON, openTestClan, person, TEST_SETTINGS, type TestClan } from './clan.ts';
import { answerOf, contextOf, fakeRoblox } from './command-context.ts';
import { type RecordingDiscord, recordingDiscord } from './recording-discord.ts';

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

/** Roblox with the group of `GROUP_ROLES`: which of its roles each user holds; others are not in the group. */
export interface ChangingRoblox {
  readonly held: Map<string, readonly string[]>;
  /** While set, every read is refused with this. */
  down: RobloxError | undefined;
}

export interface Call {
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

export interface HandlerTest {
  readonly clan: TestClan;
  readonly discord: RecordingDiscord;
  readonly roblox: ChangingRoblox;
  readonly clock: { now: number };
  context(call: Call): CommandContext;
  /** Runs a handler and its change; effects are written down, not performed. */
  run(handler: Handler, call: Call): Promise<{ reply: Reply; effects: readonly Effect[] }>;
  /** What a handler suggests. */
  suggest(handler: Handler, call: Call): Promise<readonly { name: string; value: string }[]>;
}

/** An officer acts unless a call says otherwise. Close `clan.db` at the end. */
export async function openHandlerTest(): Promise<HandlerTest> {
  const clan = await openTestClan();
  const discord = recordingDiscord();
  const roblox: ChangingRoblox = { held: new Map(), down: undefined };
  const clock = { now: NOON };

  function context({ actor = { id: OFFICER, tier: 'officer' }, settings, ...call }: Call): CommandContext {
    const people = Object.fromEntries((call.people ?? []).map((one) => [one.id, one]));
    return contextOf(clan, actor.id, {
      actor,
      settings: settings ?? SETTINGS,
      discord,
      roblox: robloxOf(roblox),
      now: () => clock.now,
      interaction: { ...call, people },
    });
  }
  return {
    clan,
    discord,
    roblox,
    clock,
    context,
    run: (handler, call) => answerOf(clan, handler, context(call)),
    async suggest(handler, call) {
      const answer = await handler(context(call));
      if ('choices' in answer) return answer.choices;
      throw new Error('the handler answered with a reply');
    },
  };
}

/** A person as interactions resolve them. */
export function resolved(id: string, isBot = false): Person {
  return { id, displayName: `Person ${id}`, isBot };
}

/** Accounts are called `Roblox<id>`. */
function robloxOf(roblox: ChangingRoblox): RobloxClient {
  const accounts = Object.fromEntries(
    [...roblox.held].map(([id, roleIds]) => [id, { name: `Roblox${Number(id)}`, roleIds }]),
  );
  const client = fakeRoblox(accounts);
  async function unlessDown<T>(read: () => Promise<T>): Promise<T> {
    if (roblox.down !== undefined) throw roblox.down;
    return read();
  }
  return {
    ...client,
    usersByName: (names) => unlessDown(() => client.usersByName(names)),
    user: (id) => unlessDown(async () => ({ id, name: `Roblox${Number(id)}`, about: '' })),
    membership: (id) => unlessDown(() => client.membership(id)),
    groupRoles: () => unlessDown(() => client.groupRoles()),
    groupRolesNow: () => unlessDown(() => client.groupRolesNow()),
    group: () => unlessDown(() => client.group()),
  };
}

export function robloxError(status: number): RobloxError {
  return new RobloxError(`Roblox answered ${status}.`, {
    status,
    route: 'GET /test',
    retryable: status === 429 || status >= 500,
  });
}
