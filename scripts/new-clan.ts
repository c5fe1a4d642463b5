// npm run new-clan: asks what is needed, checks it against Discord and Roblox, writes a clan's files.
import { resolve } from 'node:path';
import { proposeRanks } from '../functions/ranks/propose-ranks.ts';
import { loadEnvFile } from '../local/env-file.ts';
import { PlatformEnvironmentError, parsePlatformEnvironment, type Variables } from '../local/environment.ts';
import { ClanName, RobloxId } from '../shared/clans/clan-record.ts';
import { ConfigError } from '../shared/configs/config-error.ts';
import { readClanFiles } from '../shared/configs/read-config.ts';
import { createDiscordClient } from '../shared/discord/create-discord-client.ts';
import { Snowflake } from '../shared/discord/snowflake.ts';
import { createLogger } from '../shared/log/create-logger.ts';
import { parseCommandLine, runScript, UsageError } from './command-line.ts';
import { askAt } from './onboarding/ask.ts';
import { type DiscordAccess, findApplication, isInGuild, setEndpoint } from './onboarding/check-discord.ts';
import { findGroup } from './onboarding/check-roblox.ts';
import { ranksOfFile, writeClanFiles } from './onboarding/clan-files.ts';
import { writeEnvFile } from './onboarding/env-file.ts';
import { inviteUrl } from './onboarding/invite-url.ts';
import { nextSteps } from './onboarding/next-steps.ts';
import { OnboardingError } from './onboarding/onboarding-error.ts';
import { collectCommands } from './registration/collect-commands.ts';
import { RegistrationError, register } from './registration/register.ts';

const USAGE = `npm run new-clan [-- options]
  Asks for what is not given. Token and key are asked for, or taken from DISCORD_BOT_TOKEN and ROBLOX_API_KEY.
  --clan <name>      2 to 30 of a-z, 0-9 and _: folder, schema and path of the clan
  --name <text>      what members read; the Roblox group's name unless told
  --guild <id>       the Discord server
  --group <number>   the Roblox group
  --ranks <file>     a ranks.json; proposed from the group's roles unless told
  --self-hosted      also writes .env.<clan> for a server of your own (deploy/README.md)
  --force            replaces files that are there
  --endpoint <url>   the last step, when the bot runs: makes this the application's interactions endpoint`;

const OPTIONS = {
  clan: { type: 'string' },
  name: { type: 'string' },
  guild: { type: 'string' },
  group: { type: 'string' },
  ranks: { type: 'string' },
  endpoint: { type: 'string' },
  'self-hosted': { type: 'boolean' },
  force: { type: 'boolean' },
} as const;

const ROOT = resolve(import.meta.dirname, '..');
const show = (line: string) => void process.stdout.write(`${line}\n`);

async function main(): Promise<void> {
  const { values, positionals } = parseCommandLine(OPTIONS, USAGE);
  if (positionals.length > 0) throw new UsageError(USAGE);
  loadEnvFile();
  const environment = parsePlatformEnvironment(process.env);
  const { variables, configsDir } = environment;
  const ask = askAt(
    { input: process.stdin, output: process.stdout },
    (question) =>
      `Nobody can answer "${question}" here: give it as an option or in the environment.\n${USAGE}`,
  );
  const checked = async (
    given: string | undefined,
    question: string,
    form: typeof ClanName | typeof RobloxId,
  ) => {
    const answer = form.safeParse(given ?? (await ask.text(question)));
    if (answer.success) return answer.data;
    throw new UsageError(`${question}: ${answer.error.issues[0]?.message}.`);
  };

  const clan = await checked(values.clan, 'Short name of the clan', ClanName);
  const apiUrl = environment.discordApiUrl ?? 'https://discord.com/api/v10';
  const given = secretsOf(variables, clan);
  const botToken = (given.botToken ?? (await ask.secret('Token of the Discord bot'))).replace(/^Bot /, '');
  const discord: DiscordAccess = { apiUrl, botToken };
  const application = await findApplication(discord);
  show(`Discord: the application ${application.name} (${application.id})`);
  if (values.endpoint !== undefined) return finish(discord, clan, values.endpoint);

  const guildId = await checked(
    values.guild,
    'Id of the Discord server (right click on it, Copy Server ID)',
    Snowflake,
  );
  const groupId = await checked(values.group, 'Number of the Roblox group (in its URL)', RobloxId);
  const apiKey = given.apiKey ?? (await ask.secret('Key of Roblox Open Cloud'));
  const robloxApiUrl = environment.robloxApiUrl ?? 'https://apis.roblox.com';
  const usersApiUrl = environment.robloxUsersApiUrl ?? 'https://users.roblox.com';
  const group = await findGroup({ apiUrl: robloxApiUrl, usersApiUrl, apiKey, groupId }, Date.now());
  show(`Roblox: the group ${group.name} with ${group.roles.length} roles; the key may read and write it`);
  for (const warning of group.warnings) show(`warning: ${warning}`);

  const name = values.name ?? (await ask.text('What members read', group.name));
  const ranks = values.ranks === undefined ? proposeRanks(group.roles, []) : await ranksOfFile(values.ranks);
  const basics = {
    clan_name: name,
    application_id: application.id,
    public_key: application.publicKey,
    guild_id: guildId,
    roblox_group_id: groupId,
  };
  const written = await writeClanFiles(configsDir, clan, { basics, ranks }, values.force === true);
  show(`Written: ${written.join(', ')} (${ranks.length} ranks; look at their points)`);
  const selfHosted = values['self-hosted'] === true;
  if (selfHosted) {
    const file = `.env.${clan}`;
    await writeEnvFile(
      file,
      {
        CLAN_NAME: clan,
        DISCORD_APPLICATION_ID: application.id,
        DISCORD_PUBLIC_KEY: application.publicKey,
        DISCORD_BOT_TOKEN: botToken,
        GUILD_ID: guildId,
        ROBLOX_GROUP_ID: groupId,
        ROBLOX_API_KEY: apiKey,
        DISCORD_API_URL: apiUrl,
        ROBLOX_API_URL: robloxApiUrl,
        ROBLOX_USERS_API_URL: usersApiUrl,
      },
      values.force === true,
    );
    show(`Written: ${file} (holds the token and the key; readable by you only)`);
  }
  const inGuild = await isInGuild(discord, application.id, guildId);
  const registered = inGuild && (await registerCommands(discord, application.id, guildId, clan, configsDir));
  show('');
  for (const line of nextSteps({
    clan,
    selfHosted,
    registered,
    invite: inGuild ? undefined : inviteUrl(application.id, guildId),
  })) {
    show(line);
  }
}

/** Token and key of the environment, unless it (or `.env`) is filled for another clan. */
function secretsOf(variables: Variables, clan: string) {
  const owner = variables['CLAN_NAME'];
  if (owner !== undefined && owner !== clan) return { botToken: undefined, apiKey: undefined };
  return { botToken: variables['DISCORD_BOT_TOKEN'], apiKey: variables['ROBLOX_API_KEY'] };
}

/** Whether the commands are there; a refusal is said and left to the steps that follow. */
async function registerCommands(
  access: DiscordAccess,
  applicationId: string,
  guildId: string,
  clan: string,
  configsDir: string,
): Promise<boolean> {
  const { settings } = await readClanFiles(configsDir, clan);
  if (settings === undefined) throw new OnboardingError(`${clan}: settings.json was not written.`);
  const { commands, problems } = await collectCommands(ROOT, settings);
  if (problems.length > 0) throw new OnboardingError(problems.join('\n'));
  const log = createLogger({ level: 'none' });
  try {
    const client = createDiscordClient({ ...access, applicationId, guildId, cdnHosts: [], log });
    await register(client, commands, { dryRun: false });
    show(`Discord: ${commands.length} commands registered`);
    return true;
  } catch (error) {
    if (!(error instanceof RegistrationError)) throw error;
    show(`Discord: the commands were not registered. ${error.message}`);
    return false;
  }
}

async function finish(discord: DiscordAccess, clan: string, url: string): Promise<void> {
  if (!url.endsWith(`/interactions/${clan}`)) {
    throw new UsageError(
      `The endpoint of the clan ${clan} ends with /interactions/${clan}; nothing was changed.`,
    );
  }
  await setEndpoint(discord, url);
  show(`Discord: interactions now go to ${url}. In the server, /diagnose looks at the rest.`);
}

runScript(main, [OnboardingError, ConfigError, PlatformEnvironmentError]);
