// npm run check-config -- newclan: checks a clan's files without starting anything.
import { join } from 'node:path';
import { loadEnvFile } from '../local/env-file.ts';
import { PlatformEnvironmentError, parsePlatformEnvironment } from '../local/environment.ts';
import { ClanName } from '../shared/clans/clan-record.ts';
import { ConfigError } from '../shared/configs/config-error.ts';
import { PLACEHOLDER_PUBLIC_KEY } from '../shared/configs/identity.ts';
import { readClanFiles } from '../shared/configs/read-config.ts';
import { command, envFileOption, runScript } from './command-line.ts';
import { exampleEnvProblems, exampleProblems } from './onboarding/example-values.ts';

const PROGRAM = command(
  'check-config',
  "Checks clans' settings.json and ranks.json, and the file of variables where it is the clan's, without starting anything. Values that are still those of configs/example or setup_example.env are refused.",
)
  .argument('<clan...>', 'folders of configs/')
  .addOption(envFileOption());

runScript(
  PROGRAM,
  async ({ envFile }, clans) => {
    const [first] = clans;
    const file = loadEnvFile({ envFile, clan: clans.length === 1 ? first : undefined });
    const { configsDir } = parsePlatformEnvironment(process.env);
    const problems: string[] = [];
    for (const clan of clans) {
      try {
        await check(configsDir, clan, file);
      } catch (error) {
        if (!(error instanceof ConfigError)) throw error;
        problems.push(...error.problems);
      }
    }
    if (problems.length > 0) throw new ConfigError(problems);
  },
  { expected: [ConfigError, PlatformEnvironmentError] },
);

async function check(configsDir: string, clan: string, file: string | undefined): Promise<void> {
  if (!ClanName.safeParse(clan).success) {
    throw new ConfigError([`${clan}: a clan's name has 2 to 30 of a-z, 0-9 and _, starting with a letter`]);
  }
  const ofEnv = envProblems(clan, file);
  const { settings, ranks, warnings } = await readClanFiles(configsDir, clan);
  const missing = [
    ...(settings === undefined ? ['settings.json'] : []),
    ...(ranks === undefined ? ['ranks.json'] : []),
  ].map((name) => `${join(configsDir, clan, name)}: not there; copy it from configs/example`);
  if (settings === undefined || ranks === undefined) throw new ConfigError(missing);
  const problems = [...(await exampleProblems(configsDir, clan, { settings, ranks })), ...ofEnv];
  if (problems.length > 0) throw new ConfigError(problems);
  const isPlaceholder = settings.public_key === PLACEHOLDER_PUBLIC_KEY;
  for (const warning of [
    ...warnings,
    ...(isPlaceholder
      ? [`${clan}: settings.json: public_key: still the placeholder; needed before deploying`]
      : []),
  ]) {
    process.stdout.write(`warning: ${warning}\n`);
  }
  process.stdout.write(`${clan}: ${settings.clan_name}, ${ranks.length} ranks: both files are in order\n`);
}

/** What the file of variables lacks, where it names this clan: it then makes the clan's record on one machine. */
function envProblems(clan: string, file: string | undefined): string[] {
  const isItsOwn = file !== undefined && process.env['CLAN_NAME'] === clan;
  return isItsOwn ? exampleEnvProblems(file, process.env) : [];
}
