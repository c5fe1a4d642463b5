// npm run reset: deletes what the platform keeps in DATA_DIR, so that the next start begins with nothing.
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { forgetDatabases } from '../local/clan-database.ts';
import { DATABASE } from '../local/data-dir.ts';
import { DatabaseInUseError, lockDatabase } from '../local/database-lock.ts';
import { loadEnvFile } from '../local/env-file.ts';
import { recordOfEnvironment } from '../local/env-record.ts';
import { PlatformEnvironmentError, parsePlatformEnvironment } from '../local/environment.ts';
import { findRunningPlatform } from '../local/platform-file.ts';
import { clanOption, command, envFileOption, runScript, ScriptError } from './command-line.ts';
import { askAt } from './onboarding/ask.ts';
import { dataOf, describePlan, type ResetPlan } from './reset/plan.ts';

const PROGRAM = command(
  'reset',
  "Deletes the demo's data in DATA_DIR, or one clan's, after saying what it is and asking. A clan that is not the demo's has to be named.",
)
  .addOption(clanOption("deletes this clan's data only"))
  .option('--yes', "does not ask; a clan that is not the demo's is then named by --clan")
  .addOption(envFileOption());

runScript(
  PROGRAM,
  async ({ clan, yes, envFile }) => {
    const file = loadEnvFile({ clan, envFile });
    const environment = parsePlatformEnvironment(process.env);
    const { dataDir } = environment;
    const running = await findRunningPlatform(dataDir);
    if (running !== undefined) {
      throw new ScriptError(`The platform runs on ${dataDir} (process ${running.pid}). Stop it first.`);
    }
    const isOwn = (name: string) =>
      environment.clansDir !== undefined ||
      recordOfEnvironment(environment.variables) !== undefined ||
      existsSync(`.env.${name}`) ||
      (name === clan && file !== undefined && file !== '.env');
    const plan = dataOf(dataDir, clan, isOwn);
    for (const line of describePlan(dataDir, plan)) process.stdout.write(`${line}\n`);
    if (plan.names.length === 0) return;
    if (yes !== true) await confirm(plan);
    const releases: (() => void)[] = [];
    try {
      for (const name of plan.clans) releases.push(lockDatabase({ path: join(dataDir, name, DATABASE) }));
      for (const name of plan.names) await rm(join(dataDir, name), { recursive: true });
      await forgetDatabases(
        dataDir,
        plan.clans.map((name) => join(dataDir, name, DATABASE)),
      );
    } finally {
      for (const release of releases) release();
    }
    process.stdout.write(`Deleted: ${plan.names.join(', ')}\n`);
  },
  { expected: [DatabaseInUseError, PlatformEnvironmentError] },
);

/** Throws `ScriptError` unless somebody at the console says so. */
async function confirm({ own }: ResetPlan): Promise<void> {
  if (!process.stdin.isTTY) {
    const name = own === undefined ? '' : ` --clan ${own}`;
    throw new ScriptError(
      `Nothing was deleted: nobody can be asked here. To delete it: npm run reset --${name} --yes`,
    );
  }
  const ask = askAt({ input: process.stdin, output: process.stdout }, (question) => question);
  const wanted = own ?? 'yes';
  const what =
    own === undefined ? 'Type "yes" to delete this' : `Type the clan's name (${own}) to delete its data`;
  if ((await ask.text(what)) !== wanted) throw new ScriptError('Nothing was deleted.');
}
