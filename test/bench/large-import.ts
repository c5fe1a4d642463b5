import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { oldDatabase, removeOld } from '../support/old-bot.ts';
import { withEarlierBuild } from './earlier-build.ts';
import { type Result, rowsInTurn } from './result.ts';
import { type Measure, measureInTurn } from './rounds.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** The build of 2026-11-22. */
const COMMIT = '6c1507f80999e02f741cb2a4b438f8fb22fa5764';
const BEFORE = 'the build of 2026-11-22';
const MEMBERS = 100_000;
const ROUNDS = { count: 5, warmUp: 1 };
const LIMIT = 0.5;
/** Written by the import's process at its end: microseconds of processor time, its own and the system's. */
const USED = /processor: (\d+)/;
const TELL = `process.on('exit', () => {
  const { userCPUTime, systemCPUTime } = process.resourceUsage();
  process.stderr.write('processor: ' + (userCPUTime + systemCPUTime));
})`;

const run = promisify(execFile);

/**
 * The import of 100,000 members of the old bot without asking Roblox, by the build of 2026-11-22 and by this one, in
 * turns: the processor time of the whole process (`npm run import`), which other work on the machine changes little.
 */
export async function largeImport(): Promise<readonly Result[]> {
  const old = oldDatabase({ members: Array.from({ length: MEMBERS }, () => ({})) });
  try {
    const taken = await withEarlierBuild(COMMIT, (tree) =>
      measureInTurn({ [BEFORE]: importIn(tree, old), 'this build': importIn(ROOT, old) }, ROUNDS),
    );
    const title = `An import of ${MEMBERS} members: processor time, in turns with the build of ${COMMIT.slice(0, 7)} (${ROUNDS.count} rounds)`;
    return [{ title, rows: rowsInTurn(taken, BEFORE, { 'this build': LIMIT }) }];
  } finally {
    removeOld(old);
  }
}

/** One import into a schema of its own. */
function importIn(tree: string, old: string): Measure {
  return async () => {
    const dataDir = await mkdtemp(join(tmpdir(), 'bench-import-'));
    try {
      const script = [
        'scripts/run.mjs',
        'scripts/import.ts',
        '--clan',
        'tophat',
        '--from',
        old,
        '--no-roblox',
      ];
      const tell = ['--import', `data:text/javascript,${encodeURIComponent(TELL)}`];
      const env = { ...process.env, DATA_DIR: dataDir };
      const { stdout, stderr } = await run(process.execPath, [...tell, ...script], { cwd: tree, env });
      const [, microseconds] = USED.exec(stderr) ?? [];
      if (microseconds === undefined || !hasAll(stdout))
        throw new Error(`the import in ${tree} said:\n${stdout}`);
      return Number(microseconds) / 1000;
    } finally {
      await rm(dataDir, { recursive: true, force: true });
    }
  };
}

/** Whether the table at the end of an import has all members on both sides. */
function hasAll(stdout: string): boolean {
  const shown = MEMBERS.toLocaleString('en-US');
  return new RegExp(`^members +${shown} +${shown}`, 'm').test(stdout);
}
