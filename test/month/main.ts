// npm run month: a month of two clans, or several, each with a seed of its own. Exit code 1 when something was wrong.
import { Option } from '@commander-js/extra-typings';
import { command, runScript } from '../../scripts/command-line.ts';
import { positiveInteger } from '../storm/positive-integer.ts';
import { playMonth } from './run-month.ts';

const PROGRAM = command(
  'month',
  'Plays four weeks of two clans, with kills, repeats and faults, and compares reports, sums and roles with a model. ' +
    'A month depends on its seed alone.',
)
  .addOption(new Option('--runs <count>', 'how many months').argParser(positiveInteger).default(1))
  .addOption(
    new Option('--seed <number>', 'of the first one; the next ones count on')
      .argParser(positiveInteger)
      .default(1),
  )
  .option('--story', 'shows what happened, and the log');

runScript(PROGRAM, async ({ runs, seed: first, story }) => {
  let failed = 0;
  for (let seed = first; seed < first + runs; seed += 1) {
    const month = await playMonth(seed);
    if (story === true) process.stdout.write(month.story.map((line) => `  ${line}\n`).join(''));
    process.stdout.write(month.wrong.map((line) => `  ${line}\n`).join(''));
    process.stdout.write(
      `seed ${seed}: ${month.acts} acts, ${month.deliveries} deliveries, ${month.kills} kills, ` +
        `${month.reports} weekly reports, ${month.wrong.length} wrong\n`,
    );
    if (month.wrong.length > 0) failed += 1;
  }
  process.exitCode = failed === 0 ? 0 : 1;
});
