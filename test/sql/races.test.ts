import { resolve } from 'node:path';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { approve as approveLeave } from '../../functions/leave/decide.ts';
import { endLeave } from '../../functions/leave/end.ts';
import { eraseMember } from '../../functions/my-data/erase-member.ts';
import { readPersonalData } from '../../functions/my-data/read-personal-data.ts';
import { applySetup } from '../../functions/ranks/apply-setup.ts';
import { fingerprint, PROPOSED_RANKS } from '../../functions/ranks/proposal-store.ts';
import { setRole } from '../../functions/ranks/set-role.ts';
import { discard, send } from '../../functions/submit-event/draft-buttons.ts';
import { picture } from '../../local/demo/seed-submission.ts';
import { RankRow } from '../../shared/clans/ranks-file.ts';
import type { Answer } from '../../shared/context/command-context.ts';
import { type Database, sql } from '../../shared/database/database.ts';
import { ConflictError } from '../../shared/database/errors.ts';
import { migrate } from '../../shared/database/migrator.ts';
import { openOracle } from '../../shared/database/oracle.ts';
import { readMigrations } from '../../shared/database/read-migrations.ts';
import { type Decision, decideEvent } from '../../shared/events/decide-event.ts';
import { keepDraft } from '../../shared/events/draft.ts';
import { findEvent } from '../../shared/events/event.ts';
import { submitEvent } from '../../shared/events/submit-event.ts';
import { readGuard, usedOf, useGuard } from '../../shared/guards/hourly-guard.ts';
import { moveLeaves } from '../../shared/leave/begin-and-end.ts';
import { addLeave, decideLeave, findLeave } from '../../shared/leave/leave.ts';
import { findMember, isLinked, type LinkedMember } from '../../shared/members/member.ts';
import type { ChangeTransaction } from '../../shared/outbox/change-transaction.ts';
import { addToOutbox, holderOf, takeFromOutbox } from '../../shared/outbox/outbox-store.ts';
import { awardPoints, ledgerDifferences, removePoints, undo } from '../../shared/points/ledger.ts';
import { addQuota } from '../../shared/quota/quota.ts';
import { postReports } from '../../shared/quota/weekly-report.ts';
import { applySync } from '../../shared/ranks/apply-sync.ts';
import { changeRank } from '../../shared/ranks/change-rank.ts';
import { linkMember } from '../../shared/ranks/link-member.ts';
import { decideCard, findCard, offerPromotion } from '../../shared/ranks/promotion-cards.ts';
import { listRanks } from '../../shared/ranks/rank.ts';
import { rankChangesOf } from '../../shared/ranks/rank-change.ts';
import { passing } from '../support/broken-database.ts';
import {
  accountOf,
  fillTestClan,
  GROUP_ROLES,
  NOON,
  person,
  TEST_SETTINGS,
  type TestClan,
} from '../support/clan.ts';
import { openHandlerTest } from '../support/handler-test.ts';
import { h2Oracle } from './h2-oracle.ts';
import { H2Server, h2Missing } from './h2-server.ts';
import { Interleaving } from './interleaving.ts';

const MIGRATIONS = readMigrations(resolve(import.meta.dirname, '../../sql/migrations'));
/**
 * Steps that the first takes before the second begins, and that the second takes before the first goes on. `RACE_STEPS`
 * tries more of them.
 */
const MOST_STEPS = Number(process.env['RACE_STEPS'] ?? 3);
const PATIENCE_MS = 180_000;
const LOCATION = { user: 'races', password: 'clan', connectString: 'h2' };
const BLOCKED = 'SELECT COUNT(*) AS blocked FROM INFORMATION_SCHEMA.SESSIONS WHERE BLOCKER_ID IS NOT NULL';
const ACT = { actorId: person(99), now: NOON, timeZone: 'UTC' } as const;
const APPROVED: Decision = { status: 'approved', points: 5, note: null };
const DECLINED: Decision = { status: 'declined', points: null, note: 'no' };
const missing = h2Missing();
const WEEK_MS = 7 * 86_400_000;
const EVENTS_OF = sql`SELECT COUNT(*) AS events FROM events WHERE host_id = :host_id`;
const FAIL_REPORTS = sql`
UPDATE outbox SET status = 'failed', finished_at = due_at WHERE status = 'due' AND subject LIKE 'record:w%'`;
const DUE_REPORTS = sql`
SELECT COUNT(*) AS due FROM outbox WHERE status = 'due' AND subject LIKE 'record:w%' GROUP BY subject`;

type Change = (tx: ChangeTransaction, number: number) => Promise<unknown>;
/** Opens its transactions by itself. */
interface Job {
  readonly job: (db: Database, number: number) => Promise<unknown>;
}

/** Two changes of one clan that meet. `number`: of this meeting, for ids and members of its own. */
interface Race {
  readonly before: (number: number) => Promise<void>;
  readonly first: Change | Job;
  readonly second: Change | Job;
  /** Fewer steps than `MOST_STEPS`, where what the two touch comes first. */
  readonly most?: number;
  /** What must hold after each order. */
  readonly after: (number: number, ended: readonly PromiseSettledResult<unknown>[]) => Promise<void>;
}

describe.runIf(missing === undefined)(
  'two transactions at READ COMMITTED, in every order of their steps',
  () => {
    let server: H2Server;
    let looking: Client;
    let db: Database;
    let clan: TestClan;
    let interleaving: Interleaving;
    let connections: { first: Database; second: Database };
    let meetings = 0;

    beforeAll(async () => {
      server = await H2Server.start();
      db = await openOracle(LOCATION, { driver: h2Oracle(server.port) });
      await migrate(db, MIGRATIONS);
      clan = await fillTestClan(db);
      looking = new Client({
        host: '127.0.0.1',
        port: server.port,
        user: 'sa',
        password: 'sa',
        database: 'races',
      });
      await looking.connect();
      interleaving = new Interleaving(async () => {
        const { rows } = await looking.query<{ blocked: string }>(BLOCKED);
        return Number(rows[0]?.blocked ?? 0) > 0;
      });
      const open = (actor: 'first' | 'second') =>
        openOracle(LOCATION, {
          driver: interleaving.driver(h2Oracle(server.port), actor),
          pause: async () => {},
        });
      connections = { first: await open('first'), second: await open('second') };
    }, PATIENCE_MS);
    afterAll(async () => {
      await connections.first.close();
      await connections.second.close();
      await looking.end();
      await db.close();
      await server.stop();
    });

    /** Runs both in all orders up to the bound; stops early where a transaction has fewer steps. Returns how many. */
    async function raceOf({ before, first, second, after, most = MOST_STEPS }: Race): Promise<number> {
      let orders = 0;
      for (let lead = 1; lead <= most; lead += 1) {
        for (let reply = 1; reply <= most; reply += 1) {
          meetings += 1;
          const number = meetings;
          await before(number);
          const changing = (actor: 'first' | 'second', work: Race['first']) => () =>
            typeof work === 'object'
              ? work.job(connections[actor], number)
              : connections[actor].transaction((tx) => {
                  let ids = 0;
                  const newId = () => `${1_600_000 + number}-${actor}-${++ids}`;
                  return work({ ...clan.changing(tx), newId }, number);
                });
          const ended = await interleaving.run(
            { first: changing('first', first), second: changing('second', second) },
            { lead, reply },
          );
          await after(number, ended);
          orders += 1;
        }
      }
      expect(await ledgerDifferences(db)).toEqual([]);
      return orders;
    }

    const member = (number: number) => person(1000 + number);
    const seed = (number: number, points = 20) =>
      clan.seed({
        discordId: member(number),
        robloxUserId: accountOf(member(number)),
        points,
        rank: 'Enlist',
      });
    const sums = async (number: number) => {
      const found = await findMember(db, member(number));
      return { points: found?.points, totalPoints: found?.totalPoints };
    };
    const award =
      (amount: number): Change =>
      (tx, number) =>
        awardPoints(tx, {
          ...ACT,
          entryId: tx.newId(),
          memberId: member(number),
          amount,
          kind: 'award',
          reason: null,
        });
    const allDone = (ended: readonly PromiseSettledResult<unknown>[]) =>
      expect(ended.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled']);

    it(
      'points and points: both are counted',
      async () => {
        const orders = await raceOf({
          before: (number) => seed(number),
          first: award(3),
          second: award(4),
          async after(number, ended) {
            allDone(ended);
            expect(await sums(number)).toEqual({ points: 27, totalPoints: 27 });
          },
        });
        expect(orders).toBe(MOST_STEPS ** 2);
      },
      PATIENCE_MS,
    );

    it(
      'points and their removal: both are counted',
      async () => {
        await raceOf({
          before: (number) => seed(number),
          first: award(3),
          second: (tx, number) =>
            removePoints(tx, {
              ...ACT,
              entryId: tx.newId(),
              memberId: member(number),
              amount: 5,
              reason: null,
            }),
          async after(number, ended) {
            allDone(ended);
            expect(await sums(number)).toEqual({ points: 18, totalPoints: 18 });
          },
        });
      },
      PATIENCE_MS,
    );

    it(
      'two that undo one entry: one of them does',
      async () => {
        const reverse: Change = (tx, number) =>
          undo(tx, { ...ACT, entryId: tx.newId(), reverses: `given-${number}` });
        await raceOf({
          async before(number) {
            await seed(number);
            await clan.change((tx) =>
              awardPoints(tx, {
                ...{ ...ACT, entryId: `given-${number}`, memberId: member(number), amount: 6 },
                ...{ kind: 'award', reason: null },
              }),
            );
          },
          first: reverse,
          second: reverse,
          async after(number, ended) {
            expect(ended.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
            expect(ended.find(({ status }) => status === 'rejected')).toMatchObject({
              reason: { code: 'already-undone' },
            });
            expect(await sums(number)).toEqual({ points: 20, totalPoints: 20 });
          },
        });
      },
      PATIENCE_MS,
    );

    it(
      'an approval and an approval, or a decline: one decision, and points only with an approval',
      async () => {
        const eventId = (number: number) => `${1_500_000 + number}-1`;
        const decide =
          (decision: Decision): Change =>
          async (tx, number) => {
            const event = await findEvent(tx, eventId(number));
            if (event?.status !== 'pending') return undefined;
            await decideEvent(tx, event, decision, { reviewerId: person(99), now: NOON });
            if (decision.status === 'approved') await award(5)(tx, number);
            return decision.status;
          };
        for (const second of [APPROVED, DECLINED]) {
          await raceOf({
            async before(number) {
              await seed(number);
              await clan.change((tx) =>
                submitEvent(
                  { ...tx, newId: () => eventId(number) },
                  {
                    type: 'Raid',
                    hostId: member(number),
                    times: { startsAt: NOON, endsAt: NOON, startsText: 'now', endsText: 'then' },
                    participants: [],
                    proof: { url: '', name: 'a.png', contentType: 'image/png', sha256: 'ab'.repeat(32) },
                    now: NOON,
                  },
                ),
              );
            },
            first: decide(APPROVED),
            second: decide(second),
            async after(number, ended) {
              allDone(ended);
              const decisions = ended.flatMap((one) => (one.status === 'fulfilled' ? (one.value ?? []) : []));
              expect(decisions).toHaveLength(1);
              expect((await findEvent(db, eventId(number)))?.status).toBe(decisions[0]);
              const given = decisions[0] === 'approved' ? 5 : 0;
              expect(await sums(number)).toEqual({ points: 20 + given, totalPoints: 20 + given });
            },
          });
        }
      },
      PATIENCE_MS,
    );

    it(
      'points and a promotion: the points are counted and the rank is the new one',
      async () => {
        await raceOf({
          before: (number) => seed(number),
          first: award(3),
          async second(tx, number) {
            const found = await findMember(tx, member(number));
            if (found === undefined) throw new Error('the member is gone');
            const ranks = { ranks: clan.ranks, settings: TEST_SETTINGS };
            return changeRank(tx, {
              ...{ ...ranks, member: found, to: clan.rank('Soldier'), cause: 'promote' },
              ...{ actorId: person(99), now: NOON, roblox: 'write' },
            });
          },
          async after(number, ended) {
            allDone(ended);
            expect(await findMember(db, member(number))).toMatchObject({ rankId: clan.rank('Soldier').id });
            expect((await sums(number)).totalPoints).toBe(23);
          },
        });
      },
      PATIENCE_MS,
    );

    it(
      'points and points of one person at their hourly limit: one of them is given, with a row before and without',
      async () => {
        const officer = (number: number) => person(5000 + number);
        const give: Change = async (tx, number) => {
          const guard = await readGuard(tx, officer(number), 'points', NOON);
          if (guard === undefined) throw new Error('no guards');
          if (usedOf(guard) + 15 > 20) return 'refused';
          await award(15)(tx, number);
          await useGuard(tx, guard, 15, NOON);
          return 'given';
        };
        for (const usedBefore of [0, 2]) {
          await raceOf({
            async before(number) {
              await seed(number);
              const guard = await readGuard(db, officer(number), 'points', NOON);
              if (guard !== undefined && usedBefore > 0) await useGuard(db, guard, usedBefore, NOON);
            },
            first: give,
            second: give,
            async after(number, ended) {
              const said = ended.map((one) => (one.status === 'fulfilled' ? one.value : one.reason));
              expect(said.sort()).toEqual(['given', 'refused']);
              expect(await sums(number)).toEqual({ points: 35, totalPoints: 35 });
              const guard = await readGuard(db, officer(number), 'points', NOON);
              expect(guard === undefined ? undefined : usedOf(guard)).toBe(15 + usedBefore);
            },
          });
        }
      },
      PATIENCE_MS,
    );

    it(
      'points and points that make a promotion due: one open card',
      async () => {
        const offer: Change = async (tx, number) => {
          const given = {
            entryId: tx.newId(),
            memberId: member(number),
            kind: 'award',
            reason: null,
          } as const;
          const awarded = await awardPoints(tx, { ...ACT, ...given, amount: 3 });
          const about = { member: awarded.member, ranks: clan.ranks, settings: TEST_SETTINGS, now: NOON };
          return offerPromotion(tx, about);
        };
        await raceOf({
          before: (number) => seed(number),
          first: offer,
          second: offer,
          async after(_, ended) {
            allDone(ended);
            const posted = ended.flatMap((one) => (one.status === 'fulfilled' ? (one.value ?? []) : []));
            expect(posted).toHaveLength(1);
          },
        });
      },
      PATIENCE_MS,
    );

    it(
      'a card that is approved and denied: one decision, and the rank follows it',
      async () => {
        const cardId = (number: number) => `${1_700_000 + number}-1`;
        const decide =
          (status: 'approved' | 'denied'): Change =>
          async (tx, number) => {
            const decision = { cardId: cardId(number), status, actorId: person(99), now: NOON };
            const card = await findCard(tx, cardId(number));
            if (card?.status !== 'open') return undefined;
            if (!(await decideCard(tx, decision))) throw new ConflictError('decided meanwhile');
            if (status === 'denied') return status;
            const found = await findMember(tx, member(number));
            if (found === undefined) throw new Error('the member is gone');
            await changeRank(tx, {
              ...{ ranks: clan.ranks, settings: TEST_SETTINGS, member: found, to: clan.rank('Soldier') },
              ...{ cause: 'card', actorId: person(99), now: NOON, roblox: 'write' },
            });
            return status;
          };
        await raceOf({
          async before(number) {
            await seed(number);
            await clan.change(async (tx) => {
              const found = await findMember(tx, member(number));
              if (found === undefined) throw new Error('the member is gone');
              const offer = { member: found, ranks: clan.ranks, settings: TEST_SETTINGS, now: NOON };
              await offerPromotion({ ...tx, newId: () => cardId(number) }, offer);
            });
          },
          first: decide('approved'),
          second: decide('denied'),
          async after(number, ended) {
            allDone(ended);
            const decisions = ended.flatMap((one) => (one.status === 'fulfilled' ? (one.value ?? []) : []));
            expect(decisions).toHaveLength(1);
            expect((await findCard(db, cardId(number)))?.status).toBe(decisions[0]);
            const rank = decisions[0] === 'approved' ? 'Soldier' : 'Enlist';
            expect((await findMember(db, member(number)))?.rankId).toBe(clan.rank(rank).id);
          },
        });
      },
      PATIENCE_MS,
    );

    it(
      'two deliveries of one effect: one of them holds it',
      async () => {
        const effectId = (number: number) => `${1_800_000 + number}-1`;
        const take =
          (owner: string): Change =>
          (tx, number) =>
            takeFromOutbox(tx, effectId(number), { owner, now: NOON });
        await raceOf({
          before: (number) =>
            addToOutbox(db, {
              effectId: effectId(number),
              effect: { kind: 'dm', userId: member(number), message: { content: 'x' } },
              ordinal: 1,
              now: NOON - 1,
            }),
          first: take('one'),
          second: take('two'),
          async after(number, ended) {
            allDone(ended);
            const held = ended.flatMap((one) => (one.status === 'fulfilled' ? (one.value ?? []) : []));
            expect(held).toMatchObject([{ attempts: 1, owner: await holderOf(db, effectId(number)) }]);
          },
        });
      },
      PATIENCE_MS,
    );

    it(
      'two syncs of one member: the rank is taken over once, with one reset of the points',
      async () => {
        const seen = new Map<number, LinkedMember>();
        const sync: Change = (tx, number) => {
          const known = seen.get(number);
          if (known === undefined) throw new Error('nobody was read');
          const roblox = { kind: 'read', robloxName: undefined, roleIds: ['90045'] } as const;
          const facts = { member: known, ranks: clan.ranks, discord: { kind: 'unread' } } as const;
          return applySync(tx, {
            facts: { ...facts, roblox: { ...roblox, groupRoles: GROUP_ROLES } },
            ...{ settings: TEST_SETTINGS, actorId: null, now: NOON },
          });
        };
        await raceOf({
          async before(number) {
            await seed(number);
            const found = await findMember(db, member(number));
            if (found !== undefined && isLinked(found)) seen.set(number, found);
          },
          first: sync,
          second: sync,
          async after(number, ended) {
            allDone(ended);
            expect((await rankChangesOf(db, member(number), 5)).map(({ cause }) => cause)).toEqual(['sync']);
            expect(await findMember(db, member(number))).toMatchObject({
              rankId: clan.rank('Soldier').id,
              points: 0,
              totalPoints: 20,
            });
          },
        });
      },
      PATIENCE_MS,
    );

    it(
      'two moves of one member: both are made, one after the other',
      async () => {
        const move =
          (to: string): Change =>
          async (tx, number) => {
            const found = await findMember(tx, member(number));
            if (found === undefined) throw new Error('the member is gone');
            return changeRank(tx, {
              ...{
                ranks: clan.ranks,
                settings: TEST_SETTINGS,
                member: found,
                to: clan.rank(to),
                cause: 'set-rank',
              },
              ...{ actorId: person(99), now: NOON, roblox: 'write' },
            });
          };
        await raceOf({
          before: (number) => seed(number),
          first: move('Soldier'),
          second: move('Veteran'),
          async after(number, ended) {
            allDone(ended);
            const { rankId } = (await findMember(db, member(number))) ?? {};
            expect([clan.rank('Soldier').id, clan.rank('Veteran').id]).toContain(rankId);
          },
        });
      },
      PATIENCE_MS,
    );

    const refused = (ended: readonly PromiseSettledResult<unknown>[]) =>
      ended.map((one) => (one.status === 'rejected' ? one.reason.code : undefined));
    /** What a handler changes, for a transaction of a meeting. */
    const changeOf = async (answer: Promise<Answer>): Promise<Change> => {
      const answered = await answer;
      return async (tx) => ('change' in answered ? answered.change(tx) : undefined);
    };
    const admin = { id: person(98), tier: 'admin' } as const;
    let drawn = 0;
    /** A number in [0, 1), each once: ids that jobs make are their own. */
    const another = () => {
      drawn += 1;
      return (drawn % 9973) / 9973;
    };

    it(
      'a draft that is sent and discarded: one of the two happens',
      async () => {
        const t = await openHandlerTest({ clan });
        const url = 'https://cdn.discordapp.com/a.png';
        const bytes = picture();
        t.guild.files.set(url, bytes);
        const answers = new Map<number, { send: Change; discard: Change }>();
        await raceOf({
          most: 2,
          async before(number) {
            await seed(number);
            const [hostId, id] = [member(number), `${1_900_000 + number}-1`];
            const form = { type: 'Raid', memberIds: [hostId], names: '', start: '2026-11-18 10:00' };
            const proof = { url, name: 'a.png', contentType: 'image/png', size: bytes.length };
            const times = { end: '2026-11-18 11:00', savedAt: NOON, expiresAt: NOON + 3_600_000 };
            const draft = { id, hostId, ...form, ...times, proof, cooldownUntil: null, blockedUntil: null };
            await keepDraft(db, draft, undefined);
            const click = { actor: hostId, recordId: id };
            const sent = await changeOf(send(t.context(click)));
            answers.set(number, { send: sent, discard: await changeOf(discard(t.context(click))) });
          },
          first: async (tx, number) => answers.get(number)?.send(tx, number),
          second: async (tx, number) => answers.get(number)?.discard(tx, number),
          async after(number, ended) {
            expect(refused(ended).filter((code) => code === 'no-draft')).toHaveLength(1);
            const Row = z.object({ events: z.int() });
            const [row] = await db.query(Row, EVENTS_OF, { host_id: member(number) });
            expect(row?.events).toBe(ended[0]?.status === 'fulfilled' ? 1 : 0);
          },
        });
      },
      PATIENCE_MS,
    );

    it(
      'ranks that are applied and a role that is set: the role stays',
      async () => {
        const t = await openHandlerTest({ clan });
        const answers = new Map<number, { apply: Change; set: Change }>();
        const role = (number: number) => `${1_800_000_000_000_000_000n + BigInt(number)}`;
        await raceOf({
          async before(number) {
            t.guild.addRole({ id: role(number), name: `Role ${number}` });
            const current = await listRanks(db);
            const ranks = current.map((rank) => ({
              rank_order: rank.order,
              rank_name: rank.name === 'Captain' ? 'Captain' : rank.name,
              points_required: rank.pointsRequired + (rank.name === 'Captain' ? 1 : 0),
              admin_only: rank.adminOnly,
              roblox_group_rank_id: rank.robloxRank,
              category: rank.category,
              discord_role_id: rank.discordRoleId,
              tag: rank.tag,
            }));
            const id = `${1_600_000 + number}-9`;
            const rows = ranks.map((row) => RankRow.parse(row));
            await PROPOSED_RANKS.keep(db, { id, ranks: rows, basis: fingerprint(current) }, NOON + number);
            const options = { rank: 'Soldier', role: role(number) };
            const apply = await changeOf(applySetup(t.context({ actor: admin, recordId: id })));
            answers.set(number, {
              apply,
              set: await changeOf(setRole(t.context({ actor: admin, options }))),
            });
          },
          first: async (tx, number) => answers.get(number)?.apply(tx, number),
          second: async (tx, number) => answers.get(number)?.set(tx, number),
          async after(number, ended) {
            expect(ended[1]?.status).toBe('fulfilled');
            const found = (await listRanks(db)).find(({ name }) => name === 'Soldier');
            expect(found?.discordRoleId).toBe(role(number));
          },
        });
      },
      PATIENCE_MS,
    );

    it(
      'two runs that hand over reports whose posting failed: each is handed over once',
      async () => {
        const t = await openHandlerTest({ clan });
        const all = { category: null, fromId: null, toId: null, firstWeek: 'w2026-11-09' } as const;
        const quota = { id: '1-1', amount: 5, counted: 'points', ...all } as const;
        await addQuota(db, quota, { actorId: person(98), now: NOON });
        const post = (on: Database, number: number) => {
          // What is read before is no part of the meeting.
          const meeting = { ...passing(db), transaction: on.transaction.bind(on) };
          const now = () => NOON + number * WEEK_MS;
          return postReports(
            { ...t.clanContext, db: meeting, now, random: another },
            Number.POSITIVE_INFINITY,
          );
        };
        await raceOf({
          async before(number) {
            await db.execute(FAIL_REPORTS);
            await post(db, number);
            await db.execute(FAIL_REPORTS);
          },
          first: { job: post },
          second: { job: post },
          async after(_, ended) {
            allDone(ended);
            const due = await db.query(z.object({ due: z.int() }), DUE_REPORTS);
            expect(due.map((row) => row.due)).toEqual(due.map(() => 1));
            expect(due.length).toBeGreaterThan(0);
          },
        });
      },
      PATIENCE_MS,
    );

    it(
      'points and the deletion of their member’s data: nothing of the person stays',
      async () => {
        await raceOf({
          most: 2,
          before: (number) => seed(number),
          first: award(3),
          second: (tx, number) =>
            eraseMember(tx, { discordId: member(number), settings: TEST_SETTINGS, now: NOON }),
          async after(number, ended) {
            expect(ended[1]?.status).toBe('fulfilled');
            expect([undefined, 'no-member']).toContain(refused(ended)[0]);
            const left = await readPersonalData(db, member(number));
            expect(Object.values(left.sections).flat()).toEqual([]);
          },
        });
      },
      PATIENCE_MS,
    );

    it(
      'two people who link one account: one of them has it',
      async () => {
        const link =
          (offset: number): Change =>
          (tx, number) =>
            linkMember(tx, {
              ...{ discordId: member(number + offset), roleIds: ['90002'], groupRoles: GROUP_ROLES },
              ...{ ranks: clan.ranks, settings: TEST_SETTINGS, now: NOON },
              roblox: { userId: accountOf(member(number)), name: `Roblox${number}` },
            });
        await raceOf({
          most: 2,
          before: async () => undefined,
          first: link(0),
          second: link(500),
          async after(number, ended) {
            expect(refused(ended).sort()).toEqual(['account-taken', undefined]);
            const both = [0, 500].map((offset) => findMember(db, member(number + offset)));
            expect((await Promise.all(both)).filter((found) => found !== undefined)).toHaveLength(1);
          },
        });
      },
      PATIENCE_MS,
    );

    it(
      'a leave that its member takes back while it is approved, or begun by the job: one after the other',
      async () => {
        const t = await openHandlerTest({ clan });
        const end: Change = async (tx, number) => {
          const answer = await endLeave(t.context({ actor: member(number) }));
          return 'change' in answer ? answer.change(tx) : undefined;
        };
        const decide: Change = async (tx, number) => {
          const answer = await approveLeave(t.context({ actor: admin, recordId: `${1_950_000 + number}-1` }));
          return 'change' in answer ? answer.change(tx) : undefined;
        };
        const hour = {
          job: (on: Database) => moveLeaves({ ...t.clanContext, db: on, random: another }, Infinity),
        };
        for (const second of [decide, hour]) {
          await raceOf({
            most: 2,
            async before(number) {
              await seed(number);
              const days = { firstDay: '2026-11-18', lastDay: '2026-11-19', startsAt: NOON - 1 };
              const leave = { id: `${1_950_000 + number}-1`, memberId: member(number), reason: 'x' };
              await addLeave(db, { ...leave, ...days, endsAt: NOON + 1 }, NOON - 2);
              if (second === hour)
                await decideLeave(db, { leaveId: leave.id, actorId: person(98), now: NOON - 1 });
            },
            first: end,
            second,
            async after(number, ended) {
              expect([undefined, 'leave-decided']).toContain(refused(ended)[1]);
              expect(refused(ended)[0]).toBeUndefined();
              const status = (await findLeave(db, `${1_950_000 + number}-1`))?.status;
              expect(['withdrawn', 'ended']).toContain(status);
            },
          });
        }
      },
      PATIENCE_MS,
    );
  },
);

if (missing !== undefined) {
  it(`races on H2 in Oracle mode did not run. ${missing}`, (context) => context.skip(missing));
}
