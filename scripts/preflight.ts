// npm run preflight: looks at a tenancy before the first apply, after it and after a clan's, and says what to fix.
import { resolve } from 'node:path';
import { PlatformEnvironmentError } from '../local/environment.ts';
import { openProfile, userOf } from '../shared/oci/credentials.ts';
import { CredentialsError } from '../shared/oci/credentials-error.ts';
import { CLAN_ERRORS, environmentOfScript } from './clan-of-script.ts';
import { isCloud } from './cloud/cloud-environment.ts';
import { clanOption, command, envFileOption, runScript } from './command-line.ts';
import { declaredFunctions } from './preflight/check-functions.ts';
import { asJson, asText } from './preflight/line.ts';
import { readPlatformVariables } from './preflight/platform-variables.ts';
import { preflight } from './preflight/preflight.ts';
import { openTenancy } from './preflight/tenancy.ts';

const PROGRAM = command(
  'preflight',
  'Looks at the tenancy of your OCI configuration (~/.oci/config) and says what to fix. It changes nothing. Ends with 0 when nothing fails, else with 1.',
)
  .addOption(clanOption('looks at this clan as well: its files, secrets, schema, schedule and endpoint'))
  .option(
    '--profile <name>',
    'a profile of that file; else OCI_CONFIG_PROFILE or OCI_CLI_PROFILE, else DEFAULT',
  )
  .option('--compartment <ocid>', 'instead of compartment_ocid in terraform/platform/terraform.tfvars')
  .option('--json', 'the same lines as data')
  .addOption(envFileOption());

const ROOT = resolve(import.meta.dirname, '..');
/** One call of OCI. Identity in a far region takes a second or two. */
const CALL_TIMEOUT_MS = 20_000;

async function main(options: ReturnType<typeof PROGRAM.opts>): Promise<void> {
  const { clan, compartment, envFile } = options;
  const { configsDir, discordApiUrl, variables } = environmentOfScript({ clan, envFile });
  const given = readPlatformVariables(variables);
  const wanted = compartment === undefined ? given : { ...given, compartmentId: compartment };
  // Oracle's package writes each failed try to the console, "No DEFAULT profile" even to standard output, where --json
  // is read. What failed is said in the lines.
  console.info = console.warn = () => {};
  const provider = openProfile(variables, options.profile);
  const region = wanted.region ?? provider.getRegion().regionId;
  const { createClients } = await import('./preflight/clients.ts');
  const clients = createClients({
    provider,
    region,
    // Stands in for the addresses of all services.
    url: variables['OCI_API_URL'],
    timeoutMs: CALL_TIMEOUT_MS,
    pauseSeconds: 1,
  });
  const lines = await preflight(openTenancy(clients, provider.getTenantId(), await userOf(provider)), {
    wanted,
    region,
    clan,
    configsDir,
    wasApplied: isCloud(process.env),
    declared: declaredFunctions(ROOT),
    discordApiUrl: discordApiUrl ?? 'https://discord.com/api/v10',
  });
  process.stdout.write(`${options.json === true ? asJson(lines) : asText(lines)}\n`);
  if (lines.some((line) => line.state === 'fail')) process.exitCode = 1;
}

runScript(PROGRAM, main, { expected: [...CLAN_ERRORS, CredentialsError, PlatformEnvironmentError] });
