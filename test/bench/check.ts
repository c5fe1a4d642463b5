// npm run bench:check: fails when a count or a size is larger than test/bench/figures.json says. Measures no time.
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as z from 'zod';
import { buildFunctions } from '../../scripts/build/build-functions.ts';
import { command, runScript, ScriptError } from '../../scripts/command-line.ts';
import { type Figures, grown } from './figures.ts';
import { FUNCTIONS } from './functions.ts';
import { countCommands } from './round-trips.ts';

const FILE = join(import.meta.dirname, 'figures.json');
const Kept = z.object({
  roundTrips: z.record(z.string(), z.int()),
  bundleBytes: z.record(z.string(), z.int()),
});

const PROGRAM = command(
  'bench:check',
  'Fails when a command asks the database more often than test/bench/figures.json says, or a bundle is larger.',
).option('--update', 'keeps the figures of now, to be committed with their reason');

runScript(PROGRAM, async ({ update }) => {
  const now = await figuresOfNow();
  if (update) {
    writeFileSync(FILE, `${JSON.stringify(now, null, 2)}\n`);
    return;
  }
  const problems = grown(Kept.parse(JSON.parse(readFileSync(FILE, 'utf8'))), now);
  if (problems.length > 0) {
    const what = 'If that is meant: npm run bench:check -- --update, and say in the commit what it is for.';
    throw new ScriptError([...problems, what].join('\n'));
  }
  const { roundTrips, bundleBytes } = now;
  process.stdout.write(
    `${Object.keys(roundTrips).length} commands and ${Object.keys(bundleBytes).length} bundles are no larger than before.\n`,
  );
});

async function figuresOfNow(): Promise<Figures> {
  const { built, problems } = await buildFunctions(resolve(import.meta.dirname, '../..'));
  if (problems.length > 0) throw new ScriptError(problems.join('\n'));
  const names = [...built.keys()].toSorted();
  return {
    roundTrips: Object.fromEntries((await countCommands()).map(({ name, trips }) => [name, trips.length])),
    bundleBytes: Object.fromEntries(names.map((name) => [name, statSync(FUNCTIONS.path(name)).size])),
  };
}
