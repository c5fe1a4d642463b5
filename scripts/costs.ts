// npm run costs: what a month costs, for your own prices and habits.
import { resolve } from 'node:path';
import { type Command, InvalidArgumentError, Option, type OptionValues } from '@commander-js/extra-typings';
import * as z from 'zod/mini';
import { readFunctionFolders } from './build/function-folders.ts';
import { command, runScript } from './command-line.ts';
import { INPUT_NAMES, INPUTS, inputsWith } from './costs/cost-model.ts';
import { costTables } from './costs/cost-tables.ts';

const Changed = z.record(z.string(), z.number());

const PROGRAM = INPUT_NAMES.reduce<Command<[], OptionValues>>(
  (program, name) =>
    program.addOption(new Option(`--${name} <number>`, INPUTS[name].what).argParser(numberOf)),
  command(
    'costs',
    'Prints the tables of docs/COSTS.md for the command functions that there are and for other inputs.',
  ),
);

runScript(PROGRAM, async (values) => {
  const commandFunctions = await countCommandFunctions();
  process.stdout.write(`${costTables(inputsWith({ commandFunctions, ...Changed.parse(values) }))}\n`);
});

async function countCommandFunctions(): Promise<number> {
  const { folders } = await readFunctionFolders(resolve(import.meta.dirname, '..'));
  return folders.filter(({ declaration }) => declaration.kind === 'command').length;
}

function numberOf(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value >= 0) return value;
  throw new InvalidArgumentError('Expected a number, 0 or more.');
}
