import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import type { ClanContext } from '../../shared/context/clan-runtime.ts';
import type { Database, Queryable } from '../../shared/database/database.ts';
import { DatabaseError } from '../../shared/database/errors.ts';
import { migrate } from '../../shared/database/migrator.ts';
import { readMigrations } from '../../shared/database/read-migrations.ts';
import { openSqlite } from '../../shared/database/sqlite.ts';
import { addLeave, decideLeave } from '../../shared/leave/leave.ts';
import { addQuota } from '../../shared/quota/quota.ts';
import { jobCall } from '../../test/storm/processes.ts';
import { Dice } from '../../test/storm/random.ts';
import { fillTestClan, NOON, person } from '../../test/support/clan.ts';
import { ADMIN_CHANNEL } from '../../test/support/identity.ts';
import { openTestWorld, type TestWorld } from '../../test/support/world.ts';
import { syncRanks } from './sync-ranks.ts';

const CLANS = 100;
const SLOW = 7;
const BROKEN = 13;
const DAY_MS = 86_400_000;
const WOLF = person(1);

/** The databases of as many clans, each with a leave that is over and a week to report. */
async function openClans(): Promise<readonly Database[]> {
  const folder = mkdtempSync(join(tmpdir(), 'many-clans-'));
  const first = join(folder, 'first.db');
  const db = await openSqlite(first);
  await migrate(db, readMigrations(join(import.meta.dirname, '../../sql/migrations')));
  const clan = await fillTestClan(db);
  await clan.seed({
    discordId: WOLF,
    rank: 'Enlist',
    robloxRoleIds: ['90002'],
    joinedAt: NOON - 40 * DAY_MS,
  });
  const quota = { id: '1400000000000000001-1', amount: 5, counted: 'points', category: null } as const;
  const since = { fromId: null, toId: null, firstWeek: 'w2026-11-09' };
  await addQuota(db, { ...quota, ...since }, { actorId: person(9), now: NOON - 20 * DAY_MS });
  const leave = {
    id: '1400000000000000002-1',
    memberId: WOLF,
    firstDay: '2026-11-12',
    lastDay: '2026-11-14',
  };
  const days = { startsAt: NOON - 6 * DAY_MS, endsAt: NOON - 3 * DAY_MS };
  await addLeave(db, { ...leave, ...days, reason: 'Exams' }, NOON - 8 * DAY_MS);
  await decideLeave(db, { leaveId: leave.id, actorId: person(9), now: NOON - 7 * DAY_MS });
  await db.close();
  const opened: Database[] = [];
  for (let clan = 0; clan < CLANS; clan += 1) {
    const path = join(folder, `${clan}.db`);
    copyFileSync(first, path);
    opened.push(await openSqlite(path));
  }
  onTestFinished(async () => {
    for (const one of opened) await one.close();
    rmSync(folder, { recursive: true });
  });
  return opened;
}

/** Reports and endings of leaves that Discord got. */
function counts({ guild }: TestWorld): { readonly reports: number; readonly endings: number } {
  const messages = [...guild.world.state.messages.values()];
  return {
    reports: messages.filter(
      ({ channelId, attachmentIds }) => channelId === ADMIN_CHANNEL && attachmentIds.length > 0,
    ).length,
    endings: messages.filter(({ content }) => content.includes('has ended')).length,
  };
}

it('leaves end and reports come once in each of 100 clans, though one is slow and one fails', async () => {
  const world = await openTestWorld();
  world.guild.addMember(WOLF);
  world.group.put('1', { roleIds: ['90002'] });
  const dice = new Dice(1);
  const databases = await openClans();
  let isDown = true;

  function contextOf(clan: number): ClanContext {
    const db = databases[clan];
    if (db === undefined) throw new Error(`there is no clan ${clan}`);
    let waited = 0;
    function troubled(q: Queryable): Queryable {
      return {
        query(row, statement, binds) {
          if (clan === SLOW) waited += 6_000;
          if (clan === BROKEN && isDown) throw new DatabaseError('unreachable', 'down');
          return q.query(row, statement, binds);
        },
        execute: (statement, binds) => q.execute(statement, binds),
        executeMany: (statement, rows) => q.executeMany(statement, rows),
      };
    }
    return {
      ...world.clanContext,
      random: dice.random,
      now: () => world.clock.now + waited,
      db: {
        engine: db.engine,
        ...troubled(db),
        transaction: (work) => db.transaction((tx) => work(troubled(tx))),
        runMigrationStatement: (text, record) => db.runMigrationStatement(text, record),
        close: async () => undefined,
      },
    };
  }
  const run = (clan: number) => syncRanks(jobCall(contextOf(clan), 'sync-ranks', `clan-${clan}`));
  const all = Array.from({ length: CLANS }, (_, clan) => clan);

  const first = await Promise.allSettled(all.map(run));
  expect(first.flatMap(({ status }, clan) => (status === 'rejected' ? [clan] : []))).toEqual([BROKEN]);
  expect(counts(world)).toEqual({ reports: CLANS - 2, endings: CLANS - 2 });

  isDown = false;
  for (let hour = 0; hour < 6; hour += 1) for (const clan of [SLOW, BROKEN]) await run(clan);
  expect(counts(world)).toEqual({ reports: CLANS, endings: CLANS });

  const some = all.filter((clan) => clan % 5 === 0);
  await Promise.all([...some, ...some].map(run));
  expect(counts(world)).toEqual({ reports: CLANS, endings: CLANS });
}, 60_000);
