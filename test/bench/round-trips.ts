import { startCooldown } from '../../shared/commands/cooldown.ts';
import type { Handler } from '../../shared/commands/handler.ts';
import type { Database } from '../../shared/database/database.ts';
import { submitEvent } from '../../shared/events/submit-event.ts';
import type { Route } from '../../shared/interactions/declaration.ts';
import { awardPoints } from '../../shared/points/ledger.ts';
import { ranksOf } from '../../shared/ranks/rank.ts';
import { setRankRole } from '../../shared/ranks/store-ranks.ts';
import { KeptSettings } from '../../shared/settings/kept-settings.ts';
import { storeSettingsFile } from '../../shared/settings/settings-store.ts';
import { accountOf, NOON, person } from '../support/clan.ts';
import { type EnvelopeTest, openEnvelopeTest, type SentEnvelope } from '../support/envelope-test.ts';
import { RECORD, SETTINGS } from '../support/identity.ts';
import { countRoundTrips } from '../support/round-trips.ts';
import { COUNTED_FUNCTIONS, type CountedFunction } from './counted-functions.ts';
import { atMost, type Result } from './result.ts';

/** What one command asks the database until all its effects are done. */
export interface CountedCommand {
  readonly name: string;
  /** The design's. */
  readonly budget: number;
  readonly trips: readonly string[];
}

/** A command that is used before the one that is counted, so that the function has what it keeps of the clan. */
const WARM = {
  on: 'command',
  key: 'warm',
  reply: 'ephemeral',
  tier: 'member',
  cooldownSeconds: 0,
  duringCooldown: 'refuse',
  whenBlacklisted: 'refuse',
  readOnly: true,
  inSteps: false,
  options: [],
  fields: [],
  modal: undefined,
} as const satisfies Route;
const warm: Handler = async (context) => {
  await ranksOf(context.db, context);
  return { message: { content: 'Warm.' } };
};
const ADMINISTRATOR = '8';
const ACTOR = person(1);
/** Linked members besides the one who acts. */
const MEMBERS = 60;

interface Command {
  readonly name: string;
  readonly budget: number;
  readonly uses: CountedFunction;
  /** What Discord sends. */
  readonly sent: SentEnvelope;
  /** Makes what the command finds. */
  readonly before?: (scene: Scene) => Promise<void>;
}

type Scene = EnvelopeTest;

const COMMANDS: readonly Command[] = [
  {
    name: '/show-my-id',
    budget: 2,
    uses: COUNTED_FUNCTIONS['show-my-id'],
    sent: slash('show-my-id'),
  },
  {
    name: '/xp',
    budget: 6,
    uses: COUNTED_FUNCTIONS.xp,
    sent: slash('xp'),
    before: ({ db }) => usedBefore(db, 'xp', 10),
  },
  {
    name: '/leaderboard',
    budget: 7,
    uses: COUNTED_FUNCTIONS.leaderboard,
    sent: slash('leaderboard'),
    before: ({ db }) => usedBefore(db, 'leaderboard', 30),
  },
  {
    name: '/points add',
    budget: 10,
    uses: COUNTED_FUNCTIONS.points,
    sent: sub('points', 'add', [user(2), integer('amount', 1)]),
  },
  {
    name: '/points add, with a card',
    budget: 15,
    uses: COUNTED_FUNCTIONS.points,
    sent: sub('points', 'add', [user(3), integer('amount', 9)]),
  },
  awardOf(1, 12),
  awardOf(25, 16),
  {
    name: '/points history',
    budget: 3,
    uses: COUNTED_FUNCTIONS.points,
    sent: sub('points', 'history', [user(2)]),
  },
  {
    name: '/points undo',
    budget: 11,
    uses: COUNTED_FUNCTIONS.points,
    sent: sub('points', 'undo', [text('entry', '1200000000000000000-2')]),
    before: giveEntries,
  },
  {
    name: '/points undo, its autocomplete',
    budget: 3,
    uses: COUNTED_FUNCTIONS.points,
    sent: { ...sub('points', 'undo', [{ ...text('entry', 'roblox'), focused: true }]), type: 4 },
    before: giveEntries,
  },
  { name: '/ranks list', budget: 3, uses: COUNTED_FUNCTIONS.ranks, sent: sub('ranks', 'list', []) },
  { name: '/events pending', budget: 3, uses: COUNTED_FUNCTIONS.events, sent: sub('events', 'pending', []) },
  {
    name: '/blacklist view',
    budget: 3,
    uses: COUNTED_FUNCTIONS.blacklist,
    sent: sub('blacklist', 'view', []),
  },
  {
    name: '/promote',
    budget: 18,
    uses: COUNTED_FUNCTIONS.promote,
    sent: { ...slash('promote'), data: { type: 1, name: 'promote', options: [user(4)] } },
  },
  approval(1, 17),
  approval(50, 24),
];

/**
 * Runs each command in a function that has served the clan before, over a clan in memory, until all its effects are
 * done. `wrap` puts something around the database. The counts are those of Oracle and depend on no clock.
 */
export async function countCommands(
  wrap: (db: Database) => Database = (db) => db,
): Promise<readonly CountedCommand[]> {
  const counted: CountedCommand[] = [];
  for (const command of COMMANDS) {
    counted.push({ name: command.name, budget: command.budget, trips: await countOne(command, wrap) });
  }
  return counted;
}

/** `npm run bench -- round-trips`. */
export async function roundTrips(): Promise<readonly Result[]> {
  return [
    {
      title: 'Round trips to the database until all effects are done',
      rows: (await countCommands()).map(({ name, budget, trips }) => ({
        name,
        value: trips.length,
        unit: '' as const,
        budget: atMost(trips.length, budget, ''),
      })),
    },
  ];
}

async function countOne(
  { uses, sent, before }: Command,
  wrap: (db: Database) => Database,
): Promise<readonly string[]> {
  const scene = await openScene();
  const { db, trips } = countRoundTrips(wrap(scene.db));
  serve(scene, uses, db);
  await before?.(scene);
  await scene.send({ ...slash(WARM.key), id: '1300000000000000000' });
  trips.length = 0;
  const outcome = await scene.send({ user: ACTOR, permissions: ADMINISTRATOR, ...sent });
  const made = [...trips];
  await scene.db.close();
  if (outcome.kind === 'answered' ? outcome.how !== 'done' : outcome.kind !== 'choices') {
    throw new Error(`A command was not carried out: ${JSON.stringify(outcome)} ${scene.lines.join('\n')}`);
  }
  return made;
}

/** A clan that has been in use: everybody is linked, was read from Roblox lately and has points this week. */
async function openScene(): Promise<Scene> {
  const scene = await openEnvelopeTest(async () => ({ message: {} }));
  const { clan, db, group, guild } = scene;
  await db.transaction((tx) => storeSettingsFile(tx, SETTINGS, NOON));
  for (const [index, rank] of clan.ranks.entries()) {
    const id = person(70 + index);
    guild.addRole({ id, name: rank.name });
    await db.transaction((tx) => setRankRole(tx, rank.id, id));
  }
  for (let number = 1; number <= MEMBERS; number += 1) {
    const roles = { robloxRoleIds: ['90001'], syncedAt: NOON - 1000 };
    const at = number === 3 ? { rank: 'Pending' } : number === 4 ? { points: 30 } : { rank: 'Captain' };
    await clan.seed({ discordId: person(number), ...roles, ...at });
    guild.addMember(person(number));
    // Everybody has the lowest rank there.
    group.put(accountOf(person(number)), { roleIds: [] });
    await clan.change((tx) =>
      awardPoints(tx, {
        entryId: `1100000000000000000-${number}`,
        memberId: person(number),
        amount: 1,
        kind: 'award',
        reason: null,
        actorId: null,
        now: NOON,
        timeZone: 'UTC',
      }),
    );
  }
  return scene;
}

function serve(scene: Scene, { declaration, handlers }: CountedFunction, db: Database): void {
  const { services, discord, roblox } = scene;
  services.declaration = { ...declaration, routes: [...declaration.routes, WARM] };
  services.handlers = { ...handlers, 'command warm': warm };
  const settings = new KeptSettings(1);
  services.openClan = async () => ({
    clan: RECORD,
    db,
    discord,
    roblox,
    configOf: (version) => settings.of(RECORD.clan, db, version),
  });
}

function usedBefore(db: Database, key: string, seconds: number): Promise<void> {
  return startCooldown(db, { discordId: ACTOR, key, seconds, now: NOON - 60_000 });
}

/** Fifty lines of the ledger that can be undone. */
async function giveEntries({ clan }: Scene): Promise<void> {
  for (let number = 1; number <= 50; number += 1) {
    await clan.change((tx) =>
      awardPoints(tx, {
        entryId: `1200000000000000000-${number}`,
        memberId: person(number),
        amount: 1,
        kind: 'award',
        reason: 'Helped',
        actorId: person(90),
        now: NOON,
        timeZone: 'UTC',
      }),
    );
  }
}

/** The submitted form of the Approve button of an event with so many linked participants. */
function approval(participants: number, budget: number): Command {
  const eventId = '1500000000000000000-1';
  return {
    name: `approval, ${participants} ${participants === 1 ? 'participant' : 'participants'}`,
    budget,
    uses: COUNTED_FUNCTIONS.events,
    sent: {
      type: 5,
      data: {
        custom_id: `review.approve:${eventId}`,
        components: [{ type: 18, component: { type: 4, custom_id: 'points', value: '2' } }],
      },
    },
    before: async ({ clan }) => {
      await clan.change((tx) =>
        submitEvent(
          { ...tx, newId: () => eventId },
          {
            type: 'Raid',
            hostId: person(5),
            times: { startsAt: NOON - 2000, endsAt: NOON - 1000, startsText: '11:58', endsText: '11:59' },
            participants: Array.from({ length: participants }, (_, index) => ({
              key: `d:${person(index + 5)}`,
              discordId: person(index + 5),
              robloxName: null,
              entryId: null,
            })),
            proof: {
              url: 'https://cdn.discordapp.com/a',
              name: 'proof.png',
              contentType: 'image/png',
              sha256: 'ab'.repeat(32),
            },
            now: NOON - 500,
          },
        ),
      );
    },
  };
}

/** The submitted form of `/points award` for so many people. */
function awardOf(people: number, budget: number): Command {
  const values = Array.from({ length: people }, (_, index) => person(index + 5));
  return {
    name: `/points award, ${people} ${people === 1 ? 'person' : 'people'}`,
    budget,
    uses: COUNTED_FUNCTIONS.points,
    sent: {
      type: 5,
      data: {
        custom_id: 'points.award',
        components: [
          { type: 18, component: { type: 5, custom_id: 'members', values } },
          { type: 18, component: { type: 4, custom_id: 'amount', value: '2' } },
        ],
        resolved: { users: Object.fromEntries(values.map((id) => [id, { id, username: `user-${id}` }])) },
      },
    },
  };
}

function slash(name: string): SentEnvelope {
  return { type: 2, data: { type: 1, name } };
}

function sub(command: string, name: string, options: readonly object[]): SentEnvelope {
  return { type: 2, data: { type: 1, name: command, options: [{ type: 1, name, options }] } };
}

function user(number: number) {
  return { type: 6, name: 'member', value: person(number) };
}

function integer(name: string, value: number) {
  return { type: 4, name, value };
}

function text(name: string, value: string) {
  return { type: 3, name, value };
}
