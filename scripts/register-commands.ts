// npm run register-commands -- --clan tophat | --all [--dry-run]
import { resolve } from 'node:path';
import type { PlatformEnvironment } from '../local/environment.ts';
import { findRunningPlatform } from '../local/platform-file.ts';
import { readClans } from '../local/prepare-clan.ts';
import type { StoppedClan } from '../local/stopped-clans.ts';
import type { ClanIdentity } from '../shared/clans/clan-record.ts';
import type { Settings } from '../shared/clans/settings.ts';
import { ConfigError } from '../shared/configs/config-error.ts';
import { readClanFiles } from '../shared/configs/read-config.ts';
import { createDiscordClient } from '../shared/discord/create-discord-client.ts';
import { createLogger } from '../shared/log/create-logger.ts';
import { CLAN_ERRORS, clansOfMachine, environmentOfScript } from './clan-of-script.ts';
import { clanOption, command, envFileOption, runScript, ScriptError, UsageError } from './command-line.ts';
import { collectCommands } from './registration/collect-commands.ts';
import { describeDiff } from './registration/diff-commands.ts';
import { RegistrationError, register } from './registration/register.ts';

const PROGRAM = command(
  'register-commands',
  "Replaces the commands of clans' Discord servers by those of this version.",
)
  .addOption(clanOption('the clan whose Discord server gets the commands').conflicts('all'))
  .option('--all', 'all clans of CLANS_DIR (or the one of .env, or those of the demo)')
  .option('--dry-run', 'shows what would change and changes nothing')
  .addOption(envFileOption());

/** Whose commands, where, and with which token. */
interface Target {
  readonly identity: Pick<ClanIdentity, 'clan' | 'applicationId' | 'guildId'>;
  readonly botToken: string;
  readonly settings: Settings;
  readonly apiUrl: string;
}

async function main(options: ReturnType<typeof PROGRAM.opts>): Promise<void> {
  const { clan, envFile } = options;
  if (clan === undefined && options.all !== true) throw new UsageError('--clan <clan> or --all is needed.');
  const environment = environmentOfScript({ clan, envFile });
  const { targets, stopped } = await findTargets(environment, clan);
  for (const { clan: name, problems } of stopped) {
    process.stderr.write(`${name}: not registered:\n${problems.join('\n')}\n`);
  }
  let failed = stopped.length > 0;
  for (const target of targets) failed = !(await registerOne(target, options.dryRun === true)) || failed;
  if (failed) process.exitCode = 1;
}

/** One clan's failure does not keep the others from their commands. */
async function registerOne(
  { identity, botToken, settings, apiUrl }: Target,
  dryRun: boolean,
): Promise<boolean> {
  const { commands, problems } = await collectCommands(resolve(import.meta.dirname, '..'), settings);
  if (problems.length > 0) throw new RegistrationError(problems.join('\n'));
  const log = createLogger({ level: 'none' });
  const discord = createDiscordClient({ ...identity, apiUrl, botToken, cdnHosts: [], log });
  try {
    const diff = await register(discord, commands, { dryRun });
    const heading = dryRun ? 'would change (nothing was changed)' : `${commands.length} commands registered`;
    process.stdout.write(`${identity.clan}: ${heading}\n`);
    for (const line of describeDiff(diff)) process.stdout.write(`  ${line}\n`);
    return true;
  } catch (error) {
    if (!(error instanceof RegistrationError)) throw error;
    process.stderr.write(`${identity.clan}: ${error.message}\n`);
    return false;
  }
}

/** A clan whose files are bad does not keep the others from their commands. */
async function findTargets(
  environment: PlatformEnvironment,
  clan: string | undefined,
): Promise<{ readonly targets: readonly Target[]; readonly stopped: readonly StoppedClan[] }> {
  const onlyToken = clan === undefined ? undefined : await targetOfToken(environment, clan);
  if (onlyToken !== undefined) return { targets: [onlyToken], stopped: [] };
  const { source, records, stopped } = await clansOfMachine(environment);
  const isWanted = (each: { readonly clan: string }) => clan === undefined || each.clan === clan;
  const wanted = records.filter(isWanted);
  const without = stopped.filter(isWanted);
  if (wanted.length + without.length === 0) {
    throw new ScriptError(
      `There is no clan ${clan}; there are: ${records.map((record) => record.clan).join(', ')}. ` +
        'For a clan whose secrets are in a vault, set DISCORD_BOT_TOKEN and keep its settings.json in configs.',
    );
  }
  const apiUrl = source === 'demo' ? await demoApiUrl(environment) : discordApiUrl(environment);
  const read = await readClans(wanted, environment.configsDir);
  const targets = read.clans.map(({ record, settings }) => ({
    identity: record,
    botToken: record.botToken,
    settings,
    apiUrl,
  }));
  return { targets, stopped: [...without, ...read.stopped] };
}

/** A clan of the cloud: its ids are in `configs/<clan>/settings.json`, and only the token is given here. */
async function targetOfToken(environment: PlatformEnvironment, clan: string): Promise<Target | undefined> {
  const botToken = environment.variables['DISCORD_BOT_TOKEN'];
  if (botToken === undefined || environment.clansDir !== undefined) return undefined;
  if (environment.variables['CLAN_NAME'] !== undefined) return undefined;
  const { settings } = await readClanFiles(environment.configsDir, clan);
  if (settings === undefined) return undefined;
  const identity = { clan, applicationId: settings.application_id, guildId: settings.guild_id };
  return { identity, botToken, settings, apiUrl: discordApiUrl(environment) };
}

function discordApiUrl({ discordApiUrl: url }: PlatformEnvironment): string {
  return url ?? 'https://discord.com/api/v10';
}

/** The demo clans exist in the emulator only, so it must run. */
async function demoApiUrl(environment: PlatformEnvironment): Promise<string> {
  if (environment.discordApiUrl !== undefined) return environment.discordApiUrl;
  const running = await findRunningPlatform(environment.dataDir);
  if (running?.discordEmulatorUrl !== undefined) return `${running.discordEmulatorUrl}/api/v10`;
  throw new ScriptError(
    'No bot token is configured, so these are the demo clans, whose Discord is an emulator that does not run now. ' +
      'For a clan of your own fill in .env (DISCORD_BOT_TOKEN) or set CLANS_DIR; for the demo run "npm start" first.',
  );
}

runScript(PROGRAM, main, { expected: [RegistrationError, ConfigError, ...CLAN_ERRORS] });
