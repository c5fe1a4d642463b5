// npm run new-clan: asks what is needed, checks it against Discord and Roblox, writes a clan's files.
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { proposeRanks } from '../functions/ranks/propose-ranks.ts';
import { loadVariables, readEnvFile } from '../local/env-file.ts';
import type { PlatformEnvironment, Variables } from '../local/environment.ts';
import { ConfigError } from '../shared/configs/config-error.ts';
import { readClanFiles } from '../shared/configs/read-config.ts';
import { inviteUrl, neededPermissions } from '../shared/discord/invite-url.ts';
import { CLAN_ERRORS, environmentOfScript, findClan } from './clan-of-script.ts';
import { isCloud } from './cloud/cloud-environment.ts';
import { command, runScript } from './command-line.ts';
import { askAt, askUntil, type Prompter } from './onboarding/ask.ts';
import { type DiscordAccess, findApplication, isInGuild } from './onboarding/check-discord.ts';
import { type FoundGroup, findGroup } from './onboarding/check-roblox.ts';
import { ranksOfFile, writeClanFiles } from './onboarding/clan-files.ts';
import { putVariables } from './onboarding/env-file.ts';
import { nextSteps } from './onboarding/next-steps.ts';
import { OnboardingError, WrongGroupError } from './onboarding/onboarding-error.ts';
import { readClanName, readGroupId, readGuildId, readSecret } from './onboarding/read-answer.ts';
import { registerCommands } from './onboarding/register-commands.ts';
import { openEndpoint } from './onboarding/set-endpoint.ts';

const PROGRAM = command(
  'new-clan',
  "Asks for what is not given and not in the clan's files yet, checks it against Discord and Roblox, and writes what is missing. Token and key are asked for, or taken from the clan's file of variables (DISCORD_BOT_TOKEN, ROBLOX_API_KEY).",
)
  .option('--clan <name>', '2 to 30 of a-z, 0-9 and _: folder, schema and path of the clan')
  .option('--name <text>', "what members read (default: the Roblox group's name)")
  .option('--guild <address>', 'the Discord server: its address in a browser, or its id')
  .option('--group <address>', 'the Roblox group: its address, or its number')
  .option('--ranks <file>', "a ranks.json (default: proposed from the group's roles)")
  .option('--self-hosted', 'for a server of your own (docs/OWN_SERVER.md): also writes the file of variables')
  .option('--force', 'replaces what the files say otherwise, and ranks.json by --ranks')
  .option(
    '--endpoint <url>',
    "the last step, when the bot runs: makes this the application's interactions endpoint",
  )
  .option('--env-file <file>', 'the file of variables, read and written (default: .env.<clan>)');

type Options = ReturnType<typeof PROGRAM.opts>;

const ROOT = resolve(import.meta.dirname, '..');
const show = (line: string) => void process.stdout.write(`${line}\n`);

async function main(options: Options): Promise<void> {
  const ask = askAt(
    { input: process.stdin, output: process.stdout },
    (question) =>
      `Nobody can answer "${question}" here: give it as an option or in the environment (--help).`,
  );
  const clan = await askUntil(ask, {
    question: 'Short name of the clan',
    given: options.clan,
    check: readClanName,
  });
  const memory = memoryOf(options, clan);
  if (memory.isTemporary && existsSync(memory.file)) loadVariables(readEnvFile(memory.file));
  const envFile = options.envFile !== undefined && existsSync(options.envFile) ? options.envFile : undefined;
  const environment = environmentOfScript({ clan, envFile });
  const known = ofThisClan(environment.variables, clan);
  const apiUrl = environment.discordApiUrl ?? 'https://discord.com/api/v10';
  if (options.endpoint !== undefined) {
    const botToken = await tokenOf(environment, known, clan, ask);
    await openEndpoint({ apiUrl, botToken }, clan, options.endpoint);
    show(`Discord: interactions now go to ${options.endpoint}.`);
    show('What is left: in the server, /diagnose says what is missing; then /link-roblox and /xp.');
    return;
  }
  await setUp(options, { clan, environment, known, apiUrl, ask, memory });
}

/** Where answers are kept at once, so that an interrupted run goes on where it was. */
interface Memory {
  readonly file: string;
  /** Without secrets, and deleted at the end; otherwise it is the clan's own file of variables. */
  readonly isTemporary: boolean;
}

function memoryOf({ selfHosted, envFile }: Options, clan: string): Memory {
  return selfHosted === true
    ? { file: envFile ?? `.env.${clan}`, isTemporary: false }
    : { file: `.new-clan.${clan}`, isTemporary: true };
}

interface Situation {
  readonly clan: string;
  readonly environment: PlatformEnvironment;
  readonly known: Variables;
  readonly apiUrl: string;
  readonly ask: Prompter;
  readonly memory: Memory;
}

async function setUp(options: Options, situation: Situation): Promise<void> {
  const { clan, environment, known, apiUrl, ask, memory } = situation;
  const { configsDir } = environment;
  const there = await readClanFiles(configsDir, clan);
  if (there.settings !== undefined)
    show(`${clan} has files in ${configsDir}: what they say is offered in [ ].`);
  const remember = (answers: Variables, secrets: Variables = {}) =>
    putVariables(memory.file, { CLAN_NAME: clan, ...answers, ...(memory.isTemporary ? {} : secrets) });

  const { botToken, application } = await askUntil(ask, {
    question: 'Token of the Discord bot',
    secret: true,
    given: known['DISCORD_BOT_TOKEN'],
    check: async (answer) => {
      const token = readSecret(answer, 'Token of the Discord bot');
      return { botToken: token, application: await findApplication({ apiUrl, botToken: token }) };
    },
  });
  show(`Discord: the application ${application.name} (${application.id})`);
  await remember(
    { DISCORD_APPLICATION_ID: application.id, DISCORD_PUBLIC_KEY: application.publicKey },
    { DISCORD_BOT_TOKEN: botToken },
  );
  const guildId = await askUntil(ask, {
    question: 'The Discord server (its address in a browser, or Copy Server ID)',
    given: options.guild,
    fallback: known['GUILD_ID'] ?? there.settings?.guild_id,
    check: readGuildId,
  });
  await remember({ GUILD_ID: guildId });
  const { groupId, apiKey, group } = await askForGroup(options, situation, there.settings?.roblox_group_id);
  await remember({ ROBLOX_GROUP_ID: groupId }, { ROBLOX_API_KEY: apiKey });
  const name = options.name ?? (await ask.text('What members read', there.settings?.clan_name ?? group.name));

  const isNewFile = options.ranks !== undefined;
  const written = await writeClanFiles(
    configsDir,
    clan,
    {
      clan_name: name,
      application_id: application.id,
      public_key: application.publicKey,
      guild_id: guildId,
      roblox_group_id: groupId,
    },
    {
      rows: options.ranks === undefined ? proposeRanks(group.roles, []) : await ranksOfFile(options.ranks),
      replace: isNewFile && options.force === true,
    },
    options.force === true || ask.canAsk,
  );
  for (const line of written) show(line);
  if (isNewFile && there.ranks !== undefined && options.force !== true) {
    show('ranks.json was there already: --force replaces it by --ranks.');
  }
  if (memory.isTemporary) await rm(memory.file, { force: true });
  else await finishEnvFile(memory.file, environment);
  await tellTheRest(options, { discord: { apiUrl, botToken }, application, guildId, clan, configsDir });
}

/** Group and key are checked together: Roblox tells a key nothing of a group that it may not read. */
async function askForGroup(
  options: Options,
  { environment, known, ask }: Situation,
  ofFile: string | undefined,
): Promise<{ groupId: string; apiKey: string; group: FoundGroup }> {
  let given = { group: options.group, key: known['ROBLOX_API_KEY'] };
  let fallback = known['ROBLOX_GROUP_ID'] ?? ofFile;
  for (;;) {
    const groupId = await askUntil(ask, {
      question: 'The Roblox group (its address or number)',
      given: given.group,
      fallback,
      check: readGroupId,
    });
    try {
      const found = await askUntil(
        ask,
        {
          question: 'Key of Roblox Open Cloud',
          secret: true,
          given: given.key,
          check: async (answer) => {
            const apiKey = readSecret(answer, 'Key of Roblox Open Cloud');
            return {
              apiKey,
              group: await findGroup({ ...robloxUrls(environment), apiKey, groupId }, Date.now()),
            };
          },
        },
        (error) => error instanceof WrongGroupError,
      );
      const { name, roles, warnings } = found.group;
      show(`Roblox: the group ${name} with ${roles.length} roles; the key may read and write it`);
      for (const warning of warnings) show(`warning: ${warning}`);
      return { groupId, ...found };
    } catch (error) {
      if (!(error instanceof WrongGroupError) || !ask.canAsk) throw error;
      show(error.message);
      // Both are asked for again: the key may be the one of another group.
      given = { group: undefined, key: undefined };
      fallback = groupId;
    }
  }
}

function robloxUrls({ robloxApiUrl, robloxUsersApiUrl }: PlatformEnvironment) {
  return {
    apiUrl: robloxApiUrl ?? 'https://apis.roblox.com',
    usersApiUrl: robloxUsersApiUrl ?? 'https://users.roblox.com',
  };
}

async function finishEnvFile(file: string, environment: PlatformEnvironment): Promise<void> {
  const roblox = robloxUrls(environment);
  await putVariables(file, {
    DISCORD_API_URL: environment.discordApiUrl ?? 'https://discord.com/api/v10',
    ROBLOX_API_URL: roblox.apiUrl,
    ROBLOX_USERS_API_URL: roblox.usersApiUrl,
  });
  show(`Written: ${file} (holds the token and the key; readable by you only)`);
}

async function tellTheRest(
  options: Options,
  {
    discord,
    application,
    guildId,
    clan,
    configsDir,
  }: {
    discord: DiscordAccess;
    application: { readonly id: string };
    guildId: string;
    clan: string;
    configsDir: string;
  },
): Promise<void> {
  const inGuild = await isInGuild(discord, application.id, guildId);
  const target = { ...discord, applicationId: application.id, guildId };
  const registered = inGuild && (await registerCommands(ROOT, target, { clan, configsDir }, show));
  show('');
  const { settings } = await readClanFiles(configsDir, clan);
  const wanted = neededPermissions({ nickname: settings?.nickname ?? null });
  const invite = inGuild ? undefined : inviteUrl({ applicationId: application.id, guildId }, wanted);
  const selfHosted = options.selfHosted === true;
  for (const line of nextSteps({ clan, selfHosted, registered, invite })) show(line);
}

/** The variables, unless they (or `.env`) are filled for another clan. */
function ofThisClan(variables: Variables, clan: string): Variables {
  return (variables['CLAN_NAME'] ?? clan) === clan ? variables : {};
}

/** The bot's token: of the clan's file of variables, else of the vault, else asked for. */
async function tokenOf(
  environment: PlatformEnvironment,
  known: Variables,
  clan: string,
  ask: Prompter,
): Promise<string> {
  const given = known['DISCORD_BOT_TOKEN'];
  if (given !== undefined) return readSecret(given, 'DISCORD_BOT_TOKEN');
  if (isCloud(environment.variables)) return (await findClan(environment, clan)).record.botToken;
  return readSecret(await ask.secret('Token of the Discord bot'), 'Token of the Discord bot');
}

runScript(PROGRAM, main, { expected: [OnboardingError, ConfigError, ...CLAN_ERRORS] });
