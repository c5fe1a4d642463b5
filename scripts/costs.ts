// npm run costs: what a month costs, for your own prices and habits.
import { resolve } from 'node:path';
import { readFunctionFolders } from './build/function-folders.ts';
import { parseCommandLine, runScript, UsageError } from './command-line.ts';
import { INPUT_NAMES, inputsWith } from './costs/cost-model.ts';
import { costTables } from './costs/cost-tables.ts';

const USAGE = `npm run costs -- [--<input> <number>]...
  Prints the tables of docs/COSTS.md for the command functions that there are and for other inputs:
  ${INPUT_NAMES.join(', ')}`;

async function main(): Promise<void> {
  const options = Object.fromEntries(INPUT_NAMES.map((name) => [name, { type: 'string' } as const]));
  const { values, positionals } = parseCommandLine(options, USAGE);
  if (positionals.length > 0) throw new UsageError(USAGE);
  const changed = Object.fromEntries(
    Object.entries(values).map(([name, text]) => [name, numberOf(name, text)]),
  );
  const commandFunctions = await countCommandFunctions();
  process.stdout.write(`${costTables(inputsWith({ commandFunctions, ...changed }))}\n`);
}

async function countCommandFunctions(): Promise<number> {
  const { folders } = await readFunctionFolders(resolve(import.meta.dirname, '..'));
  return folders.filter(({ declaration }) => declaration.kind === 'command').length;
}

function numberOf(name: string, text: string | undefined): number {
  const value = Number(text);
  if (text !== undefined && text.trim() !== '' && Number.isFinite(value) && value >= 0) return value;
  throw new UsageError(`--${name}: expected a number, 0 or more.\n${USAGE}`);
}

runScript(main);
