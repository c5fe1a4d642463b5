// npm run bench: measures every budget of the design and says which are met. Exit code 1 when one is missed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Argument, Option } from '@commander-js/extra-typings';
import { buildFunctions } from '../../scripts/build/build-functions.ts';
import { command, runScript } from '../../scripts/command-line.ts';
import { positiveInteger } from '../storm/positive-integer.ts';
import { BenchClans } from './bench-clan.ts';
import { bundleSizes } from './bundle-sizes.ts';
import { clanSize } from './clan-size.ts';
import { coldStart } from './cold-start.ts';
import { writeDocument, writePart } from './document.ts';
import { endToEnd } from './end-to-end.ts';
import { frontDoor } from './front-door.ts';
import { frontDoorFlood } from './front-door-flood.ts';
import { frontDoorPeers } from './front-door-peers.ts';
import { hugeSync } from './huge-sync.ts';
import { largeImport } from './large-import.ts';
import { largeSync } from './large-sync.ts';
import { load } from './load.ts';
import { memory } from './memory.ts';
import { millionMembers } from './million-members.ts';
import { OLD_COMMIT, oldBuild } from './old-build.ts';
import { printResult } from './print-result.ts';
import { buildReferences } from './references/build-references.ts';
import type { Result } from './result.ts';
import { roundTrips } from './round-trips.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const PARTS = [
  'bundle-sizes',
  'cold-start',
  'front-door',
  'front-door-flood',
  'front-door-peers',
  'memory',
  'clan-size',
  'end-to-end',
  'large-sync',
  'round-trips',
] as const;
/** Left out of a run of all: each takes minutes. */
const LONG_PARTS = ['old-build', 'large-import', 'million-members', 'huge-sync', 'load'] as const;

const PROGRAM = command(
  'bench',
  'Measures every budget and says which are met. Ends with 1 when one is missed. Without a part it measures all and ' +
    'writes docs/PERFORMANCE.md and its chart; old-build, large-import, million-members, huge-sync and load are measured when they are named.',
)
  .addArgument(new Argument('[part...]', 'measures these only').choices([...PARTS, ...LONG_PARTS]))
  .option('--commit <hash>', 'old-build: what the present build is compared with', OLD_COMMIT)
  .addOption(new Option('--minutes <minutes>', 'load: for how long').argParser(positiveInteger).default(3))
  .option(
    '--write',
    'old-build, large-import, million-members, huge-sync, load: writes their figures into docs/PERFORMANCE.md',
  );

runScript(PROGRAM, async ({ commit, minutes, write }, wanted) => {
  const build = await buildFunctions(ROOT);
  if (build.problems.length > 0) throw new Error(build.problems.join('\n'));
  const directory = mkdtempSync(join(tmpdir(), 'bench-references-'));
  const references = await buildReferences(directory);
  const clans = new BenchClans();

  const parts: Readonly<
    Record<
      (typeof PARTS)[number] | (typeof LONG_PARTS)[number],
      () => Promise<readonly Result[]> | readonly Result[]
    >
  > = {
    'bundle-sizes': () => bundleSizes(build),
    'cold-start': () => coldStart(references, clans, join(directory, 'image')),
    'front-door': () => frontDoor(references, clans),
    'front-door-flood': () => frontDoorFlood(references, clans),
    'front-door-peers': () => frontDoorPeers(references, clans),
    memory: () => memory(references, clans, build),
    'clan-size': () => clanSize(clans),
    'end-to-end': () => endToEnd(),
    'large-sync': () => largeSync(clans),
    'round-trips': () => roundTrips(),
    'old-build': () => oldBuild(commit),
    'large-import': () => largeImport(),
    'million-members': () => millionMembers(clans),
    'huge-sync': () => hugeSync(clans),
    load: () => load(references, clans, { minutes }),
  };

  const began = performance.now();
  const all: Result[] = [];
  const missed: string[] = [];
  try {
    for (const name of [...PARTS, ...LONG_PARTS]) {
      const isLong = LONG_PARTS.some((part) => part === name);
      if ((isLong || wanted.length > 0) && !wanted.includes(name)) continue;
      const partBegan = performance.now();
      const results = await parts[name]();
      if (isLong && write === true) writePart(ROOT, name, results, performance.now() - partBegan);
      for (const result of results) {
        all.push(result);
        process.stdout.write(`${printResult(result)}\n`);
        const lines = result.rows.filter((row) => row.budget?.met === false);
        missed.push(...lines.map((row) => `${result.title}: ${row.name}`));
      }
    }
  } finally {
    await clans.remove();
    rmSync(directory, { recursive: true, force: true });
  }
  if (wanted.length === 0) writeDocument(ROOT, all, performance.now() - began);
  process.stdout.write(missed.length === 0 ? 'All budgets are met.\n' : `MISSED\n  ${missed.join('\n  ')}\n`);
  process.exitCode = missed.length === 0 ? 0 : 1;
});
