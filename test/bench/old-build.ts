import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import * as z from 'zod/mini';
import { withEarlierBuild } from './earlier-build.ts';
import { atMost, type Result, type Row } from './result.ts';
import { pairedRatio, summary } from './statistics.ts';

const ROOT = resolve(import.meta.dirname, '../..');
/** The last one before commands were made to ask the database less. */
export const OLD_COMMIT = '0867effb4dfe1261694562c6fb4c7432942437a1';
const LATENCY_MS = 5;
const ROUNDS = 3;
const LIMIT = 0.45;
const LARGE = 'approval, 50 participants';
const LARGE_LIMIT = 0.1;

const Lines = z.array(
  z.object({ name: z.string(), trips: z.int(), databaseMs: z.number(), elapsedMs: z.number() }),
);
type Lines = z.infer<typeof Lines>;

const run = promisify(execFile);

/**
 * The counted commands of an earlier commit and of this one, in turns, each statement, array bind and COMMIT taking 5 ms.
 * The limits are for the time in the database: what a command takes in all, until its effects are done, includes each
 * build's doubles of Discord and Roblox, of which the present ones check every request.
 */
export async function oldBuild(commit: string): Promise<readonly Result[]> {
  const rounds = await withEarlierBuild(commit, async (tree) => {
    const taken: { readonly before: Lines; readonly now: Lines }[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      taken.push({ before: await runIn(tree), now: await runIn(ROOT) });
    }
    return taken;
  });
  const title = `with ${LATENCY_MS} ms a round trip, in turns with the build of ${commit.slice(0, 7)} (${ROUNDS} rounds)`;
  return [
    { title: `In the database ${title}`, rows: rowsOf(rounds, 'databaseMs', limitOf) },
    {
      title: `In all, the services' doubles included, ${title}`,
      rows: rowsOf(rounds, 'elapsedMs', () => undefined),
    },
  ];
}

/** Was made before that commit. */
const WITHOUT_LIMIT = '/points undo, its autocomplete';

function limitOf(name: string): number | undefined {
  if (name === WITHOUT_LIMIT) return undefined;
  return name === LARGE ? LARGE_LIMIT : LIMIT;
}

async function runIn(tree: string): Promise<Lines> {
  const script = join(import.meta.dirname, 'latency-run.ts');
  const node = ['--disable-warning=ExperimentalWarning', script, tree, String(LATENCY_MS)];
  const { stdout } = await run(process.execPath, node, { cwd: tree });
  return Lines.parse(JSON.parse(stdout));
}

function rowsOf(
  rounds: readonly { readonly before: Lines; readonly now: Lines }[],
  measure: 'databaseMs' | 'elapsedMs',
  limitOfCommand: (name: string) => number | undefined,
): readonly Row[] {
  const names = rounds[0]?.before.map(({ name }) => name) ?? [];
  return names.flatMap((name) => {
    const pairs = rounds.flatMap(({ before, now }) => {
      const was = before.find((line) => line.name === name);
      const is = now.find((line) => line.name === name);
      return was === undefined || is === undefined ? [] : [{ was, is }];
    });
    const [first] = pairs;
    if (first === undefined) return [];
    const was = pairs.map((pair) => pair.was[measure]);
    const is = pairs.map((pair) => pair.is[measure]);
    const ratio = pairedRatio(is, was);
    const limit = limitOfCommand(name);
    return [
      { name: `${name}: then, round trips ${first.was.trips}`, value: summary(was), unit: 'ms' as const },
      {
        name: `${name}: now, round trips ${first.is.trips}`,
        value: summary(is),
        unit: 'ms' as const,
        ratio,
        ...(limit === undefined ? {} : { budget: atMost(ratio.ratio, limit, 'x') }),
      },
    ];
  });
}
