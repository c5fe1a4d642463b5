import { deliverDue } from '../../shared/effects/deliver.ts';
import { PERFORMERS } from '../../shared/effects/performers.ts';
import { submitEvent } from '../../shared/events/submit-event.ts';
import type { FailedInvocation } from '../../shared/oci/failed-invocations.ts';
import { storeSettingsFile } from '../../shared/settings/settings-store.ts';
import { accountOf, NOON, openTestClan, person, TEST_SETTINGS } from '../support/clan.ts';
import { type EnvelopeTest, openEnvelopeTest, type SentEnvelope } from '../support/envelope-test.ts';
import { ADMIN_CHANNEL, EVENT_LOG, LOG_CHANNEL, POINT_LOG } from '../support/identity.ts';
import { drawAct, EVENTS, PEOPLE, STORM_FUNCTION } from './commands.ts';
import { addFault } from './faults.ts';
import { type Interactions, wrongs } from './invariants.ts';
import { Life } from './life.ts';
import { acknowledge, deliverMinute, dueEffects, inLife, serveOnce } from './processes.ts';
import { Dice, randomOf } from './random.ts';

const ADMINISTRATOR = '8';
const ACTOR = person(90);
const MOST_ACTS = 6;
/** More points than most commands pass, so that some die late and some not at all. */
const LAST_POINT = 50;
const DRAIN_RUNS = 80;

/** What a storm was and what was wrong after it. */
export interface Storm {
  readonly seed: number;
  readonly kills: number;
  readonly deliveries: number;
  /** A line each; empty: all is as it should be. */
  readonly wrong: readonly string[];
  /** What happened, and then the log, for a person who repeats it. */
  readonly story: readonly string[];
}

/**
 * Some commands on one clan while processes die, deliveries come twice, late and in another order, services fail, the
 * database is busy, gone or lost for a moment and the clock jumps; then all of that ends, and what is left is delivered.
 * The same seed gives the same storm.
 */
export async function runStorm(seed: number): Promise<Storm> {
  const dice = new Dice(seed);
  const story: string[] = [];
  const scene = await openScene();
  const queue: FailedInvocation[] = [];
  const interactions: Interactions = new Map();
  let kills = 0;
  let deliveries = 0;
  const calm = { database: false };

  function newLife(killAt: number): Life {
    const trouble = () => {
      if (calm.database || !dice.chance(0.004)) return 'none';
      return dice.one(['busy', 'unreachable', 'lost', 'other'] as const);
    };
    return new Life(killAt, trouble, randomOf(dice.under(2 ** 31)));
  }

  async function deliver(sent: SentEnvelope, name: string): Promise<void> {
    deliveries += 1;
    const life = newLife(dice.chance(0.5) ? 1 + dice.under(LAST_POINT) : 0);
    const outcome = await serveOnce(scene, life, sent);
    story.push(`${sent.id} ${name}: ${life.dead ? `killed at ${life.points}` : JSON.stringify(outcome)}`);
    if (life.dead) kills += 1;
    // Fn gives an invocation that failed to the queue; so it does with one that answers an error.
    if (life.dead || outcome.kind === 'unanswered')
      queue.push({ receipt: `r${deliveries}`, body: JSON.stringify(scene.envelope(sent)), deliveries: 1 });
  }

  for (const act of Array.from({ length: 2 + dice.under(MOST_ACTS - 1) }, (_, index) => index)) {
    const id = `14000000000000${seed % 1000}`.slice(0, 14).padEnd(14, '0') + String(10_000 + act);
    const drawn = drawAct(dice, `reason-${id}`);
    const sent = { ...drawn.sent, id, user: ACTOR, permissions: ADMINISTRATOR, at: scene.clock.now };
    interactions.set(id, { name: drawn.name, sentAt: scene.clock.now });
    acknowledge(scene, sent);
    if (dice.chance(0.3)) addFault(scene, dice, story);
    const twice = dice.chance(0.4);
    const together = [deliver(sent, drawn.name), ...(twice ? [deliver(sent, drawn.name)] : [])];
    if (dice.chance(0.3)) together.push(deliverLeft(scene, newLife(1 + dice.under(LAST_POINT)), story));
    await Promise.all(together);
    if (dice.chance(0.2)) {
      const jump = (dice.under(120) - 20) * 1000;
      scene.clock.now += jump;
      story.push(`the clock jumps by ${jump} ms`);
    }
    if (dice.chance(0.2)) {
      scene.guild.faults.clear();
      scene.group.faults.clear();
    }
  }

  scene.guild.faults.clear();
  scene.group.faults.clear();
  calm.database = true;
  const left = await drain(scene, queue);
  const wrong = [...left, ...(await wrongs(scene, interactions))];
  await scene.db.close();
  return { seed, kills, deliveries, wrong, story: [...story, ...scene.lines] };
}

/** A clan with four linked members in the group, two events to decide, and an administrator. */
async function openScene(): Promise<EnvelopeTest> {
  const clan = await openTestClan();
  const scene = await openEnvelopeTest(async () => ({ message: {} }), {}, { clan });
  const { declaration, handlers } = STORM_FUNCTION;
  Object.assign(scene.services, { declaration, handlers });
  const channels = { admin: ADMIN_CHANNEL, log: LOG_CHANNEL, event_log: EVENT_LOG, point_log: POINT_LOG };
  await scene.db.transaction((tx) => storeSettingsFile(tx, { ...TEST_SETTINGS, channels }, NOON));
  scene.guild.addMember(ACTOR);
  for (let number = 1; number <= PEOPLE; number += 1) {
    await scene.clan.seed({
      discordId: person(number),
      points: 10,
      rank: 'Enlist',
      robloxRoleIds: ['90002'],
    });
    scene.group.put(accountOf(person(number)), { roleIds: ['90002'] });
  }
  for (const eventId of EVENTS) {
    await scene.clan.change((tx) =>
      submitEvent(
        { ...tx, newId: () => eventId },
        {
          type: 'Raid',
          hostId: person(1),
          times: { startsAt: NOON - 2000, endsAt: NOON - 1000, startsText: '11:58', endsText: '11:59' },
          participants: [2, 3].map((number) => ({
            key: `d:${person(number)}`,
            discordId: person(number),
            robloxName: null,
            entryId: null,
          })),
          proof: {
            url: 'https://cdn.discordapp.com/a',
            name: 'a.png',
            contentType: 'image/png',
            sha256: eventId.slice(-2).padStart(64, 'a'),
          },
          now: NOON - 500,
        },
      ),
    );
  }
  return scene;
}

/** The delivery job, which may die as well. */
async function deliverLeft(scene: EnvelopeTest, life: Life, story: string[]): Promise<void> {
  const { clanContext, clock } = scene;
  const context = inLife(clanContext, life);
  try {
    await deliverDue(context, { performers: PERFORMERS, limit: 100, deadline: clock.now + 60_000 });
  } catch {
    story.push(`the delivery stopped at ${life.points}`);
  }
}

/** The monitor's minutes until nothing is left. Returns what is still there after many of them. */
async function drain(scene: EnvelopeTest, queue: FailedInvocation[]): Promise<readonly string[]> {
  const { clock, clanContext, db } = scene;
  for (let run = 0; run < DRAIN_RUNS; run += 1) {
    await deliverMinute(clanContext, { queue, declaration: STORM_FUNCTION.declaration });
    if (queue.length === 0 && (await dueEffects(db)) === 0) return [];
    clock.now += run < 30 ? 10_000 : 600_000;
  }
  return [`${queue.length} failed invocations and ${await dueEffects(db)} effects are still left`];
}
