// npm run bench: measures every budget of the design and says which are met. Exit code 1 when one is missed.
// `npm run bench -- front-door clan-size` measures these parts only.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildFunctions } from '../../scripts/build/build-functions.ts';
import { BenchClans } from './bench-clan.ts';
import { bundleSizes } from './bundle-sizes.ts';
import { clanSize } from './clan-size.ts';
import { coldStart } from './cold-start.ts';
import { endToEnd } from './end-to-end.ts';
import { frontDoor } from './front-door.ts';
import { frontDoorFlood } from './front-door-flood.ts';
import { largeSync } from './large-sync.ts';
import { printResult } from './print-result.ts';
import { buildReferences } from './references/build-references.ts';
import type { Result } from './result.ts';

const build = await buildFunctions(resolve(import.meta.dirname, '../..'));
if (build.problems.length > 0) throw new Error(build.problems.join('\n'));
const directory = mkdtempSync(join(tmpdir(), 'bench-references-'));
const references = await buildReferences(directory);
const clans = new BenchClans();

const parts: Readonly<Record<string, () => Promise<readonly Result[]> | readonly Result[]>> = {
  'bundle-sizes': () => bundleSizes(build),
  'cold-start': () => coldStart(references, clans),
  'front-door': () => frontDoor(references, clans),
  'front-door-flood': () => frontDoorFlood(references, clans),
  'clan-size': () => clanSize(clans),
  'end-to-end': () => endToEnd(),
  'large-sync': () => largeSync(clans),
};

const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => parts[name] === undefined);
if (unknown.length > 0) {
  process.stderr.write(
    `There is no part ${unknown.join(', ')}; there are: ${Object.keys(parts).join(', ')}.\n`,
  );
  process.exit(2);
}

const missed: string[] = [];
try {
  for (const [name, measure] of Object.entries(parts)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    for (const result of await measure()) {
      process.stdout.write(`${printResult(result)}\n`);
      const lines = result.rows.filter((row) => row.budget?.met === false);
      missed.push(...lines.map((row) => `${result.title}: ${row.name}`));
    }
  }
} finally {
  await clans.remove();
  rmSync(directory, { recursive: true, force: true });
}
process.stdout.write(missed.length === 0 ? 'All budgets are met.\n' : `MISSED\n  ${missed.join('\n  ')}\n`);
process.exitCode = missed.length === 0 ? 0 : 1;
