import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, expect, it } from 'vitest';
import type { Database } from '../../shared/database/database.ts';
import { exported, restored } from '../../test/support/backup.ts';
import { oldDatabase, removeOld } from '../../test/support/old-bot.ts';
import { emptyClan, importOld } from '../../test/support/old-import.ts';
import { exportSchema } from '../backup/export-schema.ts';

// What is kept, not what is used: the heap after everything that nobody holds was collected.
setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');
function kept(): number {
  if (typeof collect !== 'function') throw new Error('the garbage collector cannot be called');
  collect();
  return process.memoryUsage().heapUsed;
}

/** Members of three clans, each of twice the one before. */
const SIZES = [3000, 6000, 12_000] as const;
const databases: Database[] = [];
const paths: string[] = [];
afterEach(async () => {
  for (const db of databases.splice(0)) await db.close();
  for (const path of paths.splice(0)) removeOld(path);
});

function clanOf(members: number): string {
  const path = oldDatabase({
    // One in ten has no name, so that there is much to list.
    members: Array.from({ length: members }, (_, index) =>
      index % 10 === 0 ? { roblox_username: ' '.repeat(index / 10 + 1) } : {},
    ),
    submissions: Array.from({ length: members / 3 }, (_, index) => ({
      participants: `Wolf_${index}, Fox_${index}`,
    })),
  });
  paths.push(path);
  return path;
}

/** Bytes that the smallest record of a member takes. */
function smallestRecord(): number {
  const before = kept();
  const records = Array.from({ length: SIZES[2] }, (_, index) => ({ id: `335431342638${index}` }));
  return (kept() - before) / records.length;
}

/** Notes what is kept whenever another so many rows are done. */
type Progress = (done: number) => void;

/**
 * What `work` keeps beyond what `prepare` left, for clans of several sizes, by the median of what was noted while it
 * ran: bytes for a further member. What grows with the clan grows from each size to the next; what is kept by chance,
 * such as code compiled in the meantime, does not, so the smaller of the two counts. The first run is not measured: it
 * fills what is kept once.
 */
async function growthPerMember<T>(
  prepare: (members: number) => Promise<T>,
  work: (prepared: T, progress: Progress) => Promise<unknown>,
): Promise<number> {
  const medians: number[] = [];
  for (const members of [SIZES[0], ...SIZES]) {
    const prepared = await prepare(members);
    const before = kept();
    const marks: number[] = [];
    const step = members / 3;
    await work(prepared, (done) => void (done >= (marks.length + 1) * step && marks.push(kept() - before)));
    expect(marks.length).toBeGreaterThanOrEqual(3);
    medians.push(marks.sort((a, b) => a - b)[marks.length >> 1] ?? 0);
  }
  const [, small = 0, middle = 0, large = 0] = medians;
  return Math.min((middle - small) / (SIZES[1] - SIZES[0]), (large - middle) / (SIZES[2] - SIZES[1]));
}

async function openClan(): Promise<Database> {
  for (const db of databases.splice(0)) await db.close();
  const db = await emptyClan();
  databases.push(db);
  return db;
}
async function importedClan(members: number): Promise<Database> {
  const db = await openClan();
  await importOld(db, clanOf(members), { keepList: false });
  return db;
}

it('an import keeps no more of a large clan than of a small one', { timeout: 300_000 }, async () => {
  const growth = await growthPerMember(
    async (members) => ({ db: await openClan(), path: clanOf(members) }),
    ({ db, path }, progress) =>
      importOld(db, path, {
        roblox: {
          usersByName: async (names) =>
            names.map((name) => ({ id: `1${name.slice('Wolf_'.length)}`, name, displayName: name })),
        },
        // The report of the test itself must not grow with what is listed.
        keepList: false,
        progress: (what, done) => what === 'members' && progress(done),
      }),
  );
  expect(growth).toBeLessThan(smallestRecord() / 2);
});

it('an export keeps no more of a large clan than of a small one', { timeout: 300_000 }, async () => {
  const growth = await growthPerMember(importedClan, (db, progress) =>
    exportSchema({ db, clan: 'tophat', now: () => 1, begin: () => () => {}, progress }),
  );
  expect(growth).toBeLessThan(smallestRecord() / 2);
});

it('a restore keeps no more of a large clan than of a small one', { timeout: 300_000 }, async () => {
  const growth = await growthPerMember(
    async (members) => {
      const db = await importedClan(members);
      return { db, lines: (await exported(db)).lines };
    },
    ({ db, lines }, progress) => restored(db, lines, { replace: true, progress }),
  );
  expect(growth).toBeLessThan(smallestRecord() / 2);
});
