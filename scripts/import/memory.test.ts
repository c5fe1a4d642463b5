import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { afterEach, expect, it } from 'vitest';
import { exportSchema } from '../backup/export-schema.ts';
import { exported, restored } from '../backup/test-backup.ts';
import { emptyClan, importOld } from './test-import.ts';
import { oldDatabase, removeOld } from './test-old-bot.ts';

// What is kept, not what is used: the heap after everything that nobody holds was collected.
setFlagsFromString('--expose-gc');
const collect: unknown = runInNewContext('gc');
function kept(): number {
  if (typeof collect !== 'function') throw new Error('the garbage collector cannot be called');
  collect();
  return process.memoryUsage().heapUsed;
}

const PEOPLE = 10_000;
/** Bytes; to hold 10,000 members as the smallest of objects would take more. */
const ROOM = 500_000;
const paths: string[] = [];
afterEach(() => {
  for (const path of paths.splice(0)) removeOld(path);
});

function manyMembers(): string {
  const path = oldDatabase({
    // One in ten has no name, so that there is much to list.
    members: Array.from({ length: PEOPLE }, (_, index) =>
      index % 10 === 0 ? { roblox_username: ' '.repeat(index / 10 + 1) } : {},
    ),
    submissions: Array.from({ length: 3000 }, (_, index) => ({
      participants: `Wolf_${index}, Fox_${index}`,
    })),
  });
  paths.push(path);
  return path;
}

it('an import keeps no more for the last of 10,000 members than for the first', {
  timeout: 120_000,
}, async () => {
  const db = await emptyClan();
  const path = manyMembers();
  let first: number | undefined;
  let most = 0;
  // The report of the test itself must not grow with what is listed.
  await importOld(db, path, {
    roblox: {
      usersByName: async (names) =>
        names.map((name) => ({ id: `1${name.slice('Wolf_'.length)}`, name, displayName: name })),
    },
    keepList: false,
    progress(_, done) {
      if (done % 2500 !== 0) return;
      first ??= kept();
      most = Math.max(most, kept());
    },
  });
  expect(first).toBeDefined();
  expect(most - (first ?? 0)).toBeLessThan(ROOM);
  await db.close();
});

it('an export and a restore keep no more for the last row than for the first', {
  timeout: 120_000,
}, async () => {
  const db = await emptyClan();
  await importOld(db, manyMembers(), { keepList: false });
  const marks: number[] = [];
  const mark = (rows: number) => {
    if (rows >= (marks.length + 1) * 5000) marks.push(kept());
  };
  await exportSchema({ db, clan: 'tophat', now: () => 1, begin: () => () => {}, progress: mark });
  expect(marks.length).toBeGreaterThan(3);
  expect(Math.max(...marks) - (marks[0] ?? 0)).toBeLessThan(ROOM);

  const { lines } = await exported(db);
  marks.length = 0;
  await restored(db, lines, { replace: true, progress: mark });
  expect(marks.length).toBeGreaterThan(3);
  expect(Math.max(...marks) - (marks[0] ?? 0)).toBeLessThan(ROOM);
  await db.close();
});
