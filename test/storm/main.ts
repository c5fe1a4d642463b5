// npm run storm: as many storms as wanted, each with a seed of its own. Exit code 1 when one left something wrong.
import { Option } from '@commander-js/extra-typings';
import { command, runScript } from '../../scripts/command-line.ts';
import { sweep } from './every-point.ts';
import { KINDS } from './kinds.ts';
import { positiveInteger } from './positive-integer.ts';
import { runStorm } from './run-storm.ts';

const PROGRAM = command(
  'storm',
  'Kills, repeats and delays commands on one clan while services and database fail, and checks what is left. ' +
    'A storm depends on its seed alone.',
)
  .addOption(new Option('--runs <count>', 'how many storms').argParser(positiveInteger).default(200))
  .addOption(
    new Option('--seed <number>', 'of the first one; the next ones count on')
      .argParser(positiveInteger)
      .default(1),
  )
  .option(
    '--points',
    'in place of storms: lets whatever changes a clan die at each of its points, one after the other',
  );

runScript(PROGRAM, async ({ runs, seed: first, points }) => {
  if (points === true) {
    await dieEverywhere();
    return;
  }
  let [kills, deliveries, failed] = [0, 0, 0];
  for (let seed = first; seed < first + runs; seed += 1) {
    const storm = await runStorm(seed);
    kills += storm.kills;
    deliveries += storm.deliveries;
    if (storm.wrong.length > 0) {
      failed += 1;
      process.stdout.write(`seed ${seed}\n${storm.wrong.map((line) => `  ${line}\n`).join('')}`);
    }
    if (runs === 1) process.stdout.write(storm.story.map((line) => `  ${line}\n`).join(''));
  }
  process.stdout.write(
    `${runs} storms from seed ${first}: ${deliveries} deliveries, ${kills} kills, ${failed} storms with something wrong\n`,
  );
  process.exitCode = failed === 0 ? 0 : 1;
});

async function dieEverywhere(): Promise<void> {
  let failed = 0;
  for (const name of Object.keys(KINDS)) {
    const { kills, wrong } = await sweep(name, { first: 1, step: 1 });
    if (wrong.length > 0) failed += 1;
    process.stdout.write(`${name}: ${kills} points\n${wrong.map((line) => `  ${line}\n`).join('')}`);
  }
  process.exitCode = failed === 0 ? 0 : 1;
}
