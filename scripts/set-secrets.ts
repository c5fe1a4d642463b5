// npm run set-secrets: puts a clan's token and key into the vault, renews its database password, or takes back a
// deletion. Nothing of it passes through Terraform.
import { Option } from '@commander-js/extra-typings';
import { parsePlatformEnvironment } from '../local/environment.ts';
import { ConfigError } from '../shared/configs/config-error.ts';
import { readClanFiles } from '../shared/configs/read-config.ts';
import { OciError } from '../shared/oci/oci-error.ts';
import { CLAN_ERRORS, environmentOfScript } from './clan-of-script.ts';
import { callProvision } from './cloud/call-provision.ts';
import {
  type ClanVault,
  cancelDeletions,
  newPassword,
  openClanVault,
  writeKeys,
} from './cloud/clan-vault.ts';
import { isCloud, parseCloudEnvironment } from './cloud/cloud-environment.ts';
import { clanOption, command, envFileOption, runScript, ScriptError } from './command-line.ts';
import { askAt } from './onboarding/ask.ts';
import { findApplication } from './onboarding/check-discord.ts';
import { findGroup } from './onboarding/check-roblox.ts';
import { OnboardingError } from './onboarding/onboarding-error.ts';

const PROGRAM = command(
  'set-secrets',
  'Asks for token and key (or takes DISCORD_BOT_TOKEN and ROBLOX_API_KEY), checks them, writes them to the vault. Functions use them within three minutes.',
)
  .addOption(clanOption('whose secrets').makeOptionMandatory())
  .addOption(new Option('--only <which>', 'the other one stays as it is').choices(['token', 'key'] as const))
  .option('--no-check', 'writes them without asking Discord and Roblox')
  .addOption(
    new Option(
      '--rotate-database',
      'lets the vault make a new database password, and sets it in the database',
    ).conflicts(['only', 'restore']),
  )
  .addOption(
    new Option(
      '--restore',
      "takes back a pending deletion of the clan's secrets (after a destroy)",
    ).conflicts('only'),
  )
  .addOption(envFileOption());

const NOT_IN_THE_CLOUD =
  'There is no platform in the cloud here, so there is no vault (.env.cloud is not there; "npm run upgrade" writes it). ' +
  "On a machine of your own write the new DISCORD_BOT_TOKEN or ROBLOX_API_KEY into the clan's file of variables, and " +
  'restart the bot.';

const show = (line: string) => void process.stdout.write(`${line}\n`);

async function main(options: ReturnType<typeof PROGRAM.opts>): Promise<void> {
  const { clan, envFile } = options;
  const { configsDir } = environmentOfScript({ clan, envFile });
  if (!isCloud(process.env)) throw new ScriptError(NOT_IN_THE_CLOUD);
  const environment = parseCloudEnvironment(process.env);
  const { settings } = await readClanFiles(configsDir, clan);
  if (settings === undefined)
    throw new ScriptError(`There is no settings.json of a clan ${clan} in configs.`);
  const vault = await openClanVault(environment.variables, settings.application_id);
  if (options.restore === true) return restore(vault, clan);
  if (options.rotateDatabase === true) {
    await newPassword(vault);
    const outcome = await callProvision(environment, vault.signing, { clan, rotate_password: true });
    if (!outcome.ok)
      throw new OnboardingError(`The vault has a new password; the database does not. ${outcome.message}`);
    show(`${clan}: the database has a new password. The old one stays good for an hour.`);
    return;
  }
  const keys = await askKeys(vault, clan, settings.roblox_group_id, settings.application_id, {
    only: options.only,
    check: options.check,
  });
  await writeKeys(vault, keys);
  show(`${clan}: written. Functions use it within three minutes; no restart is needed.`);
}

async function restore(vault: ClanVault, clan: string): Promise<void> {
  const restored = await cancelDeletions(vault);
  if (restored.length === 0) {
    show(`${clan}: no secret is about to be deleted.`);
    return;
  }
  show(`${clan}: taken back: ${restored.map((one) => one.name).join(', ')}`);
  show('Terraform has forgotten them. Before the next apply:');
  for (const { id, address } of restored) {
    show(`  terraform -chdir=terraform import -var clan=${clan} '${address}' ${id}`);
  }
}

async function askKeys(
  vault: ClanVault,
  clan: string,
  groupId: string,
  applicationId: string,
  { only, check }: { only: string | undefined; check: boolean },
): Promise<{ botToken: string; robloxApiKey: string }> {
  const { variables, discordApiUrl, robloxApiUrl, robloxUsersApiUrl } = parsePlatformEnvironment(process.env);
  const ask = askAt(
    { input: process.stdin, output: process.stdout },
    (what) => `${what}: give it in the environment.`,
  );
  const ofThisClan = (variables['CLAN_NAME'] ?? clan) === clan;
  const given = (name: string) => (ofThisClan ? variables[name] : undefined);
  const present = only === undefined ? undefined : await vault.keys();
  const botToken =
    only === 'key'
      ? kept(present?.botToken)
      : (given('DISCORD_BOT_TOKEN') ?? (await ask.secret('Token of the Discord bot')));
  const robloxApiKey =
    only === 'token'
      ? kept(present?.robloxApiKey)
      : (given('ROBLOX_API_KEY') ?? (await ask.secret('Key of Roblox Open Cloud')));
  if (check && only !== 'key') {
    const application = await findApplication({
      apiUrl: discordApiUrl ?? 'https://discord.com/api/v10',
      botToken,
    });
    if (application.id !== applicationId) {
      throw new OnboardingError(
        `This token belongs to the application ${application.name} (${application.id}), not to ${clan}'s; nothing was written.`,
      );
    }
  }
  if (check && only !== 'token') {
    const access = {
      apiUrl: robloxApiUrl ?? 'https://apis.roblox.com',
      usersApiUrl: robloxUsersApiUrl ?? 'https://users.roblox.com',
      apiKey: robloxApiKey,
      groupId,
    };
    for (const warning of (await findGroup(access, Date.now())).warnings) show(`warning: ${warning}`);
  }
  return { botToken, robloxApiKey };
}

function kept(value: string | undefined): string {
  if (value !== undefined) return value;
  throw new OnboardingError('The vault holds no keys of this clan yet: give both. Nothing was written.');
}

runScript(PROGRAM, main, { expected: [ConfigError, OciError, OnboardingError, ...CLAN_ERRORS] });
