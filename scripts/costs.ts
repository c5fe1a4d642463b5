// npm run costs: what a month costs, for your own prices and habits.
import { parseCommandLine, runScript, UsageError } from './command-line.ts';
import { INPUT_NAMES, inputsWith } from './costs/cost-model.ts';
import { costTables } from './costs/cost-tables.ts';

const USAGE = `npm run costs -- [--<input> <number>]...
  Prints the tables of docs/COSTS.md for other inputs: ${INPUT_NAMES.join(', ')}`;

async function main(): Promise<void> {
  const options = Object.fromEntries(INPUT_NAMES.map((name) => [name, { type: 'string' } as const]));
  const { values, positionals } = parseCommandLine(options, USAGE);
  if (positionals.length > 0) throw new UsageError(USAGE);
  const changed = Object.fromEntries(
    Object.entries(values).map(([name, text]) => [name, numberOf(name, text)]),
  );
  process.stdout.write(`${costTables(inputsWith(changed))}\n`);
}

function numberOf(name: string, text: string | undefined): number {
  const value = Number(text);
  if (text !== undefined && text.trim() !== '' && Number.isFinite(value) && value >= 0) return value;
  throw new UsageError(`--${name}: expected a number, 0 or more.\n${USAGE}`);
}

runScript(main);
