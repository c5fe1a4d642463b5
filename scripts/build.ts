// npm run build: bundles every function into dist/functions and writes dist/functions.json.
import { resolve } from 'node:path';
import { buildFunctions } from './build/build-functions.ts';
import { command, runScript } from './command-line.ts';

runScript(
  command('build', 'Bundles every function into dist/functions and writes dist/functions.json.'),
  async () => {
    const { built, problems } = await buildFunctions(resolve(import.meta.dirname, '..'));
    for (const problem of problems) process.stderr.write(`${problem}\n`);
    if (problems.length > 0) {
      process.stderr.write(`${built.size} functions built, ${problems.length} problems.\n`);
      process.exitCode = 1;
    }
  },
);
