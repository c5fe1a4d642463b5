import * as z from 'zod/mini';
import type { Settings } from '../../shared/clans/settings.ts';
import { ConfigError } from '../../shared/configs/config-error.ts';
import { disagreements, PLACEHOLDER_PUBLIC_KEY } from '../../shared/configs/identity.ts';
import { readClanFiles } from '../../shared/configs/read-config.ts';
import { IdentitySecret, KeysSecret, secretNames } from '../../shared/oci/vault-registry.ts';
import { parseProvisionAnswer } from '../cloud/call-provision.ts';
import { exampleProblems } from '../onboarding/example-values.ts';
import type { Functions } from './check-functions.ts';
import { type Line, linesOf } from './line.ts';
import { guarded } from './look-error.ts';
import type { Tenancy } from './tenancy.ts';

const files = linesOf('clan files');
const secretLines = linesOf('clan secrets');
const provisioned = linesOf('provisioned');
/** What Terraform writes where it was given no token and no key (terraform/modules/clan-secrets). */
const NOT_SET = 'not-set';

export const applyClan = (clan: string) => `terraform -chdir=terraform apply -var clan=${clan}`;

export type Secrets = Awaited<ReturnType<Tenancy['secrets']>>;
export type Keys = z.infer<typeof KeysSecret>;

/** The clan's files on this machine, or what is wrong with them. */
export async function readClan(
  configsDir: string,
  clan: string,
): Promise<{ readonly settings: Settings | undefined; readonly lines: readonly Line[] }> {
  const again = `Correct it, then npm run check-config -- ${clan}`;
  try {
    const { settings, ranks } = await readClanFiles(configsDir, clan);
    if (settings === undefined || ranks === undefined) {
      const missing = settings === undefined ? 'settings.json' : 'ranks.json';
      return {
        settings,
        lines: [files.fail(`${configsDir}/${clan}/${missing} is not there.`, 'npm run new-clan')],
      };
    }
    const problems = await exampleProblems(configsDir, clan, { settings, ranks });
    if (problems.length === 0 && settings.public_key === PLACEHOLDER_PUBLIC_KEY) {
      problems.push(`${configsDir}/${clan}/settings.json: public_key: still 64 zeros`);
    }
    return problems.length > 0
      ? { settings, lines: problems.map((problem) => files.fail(problem, again)) }
      : { settings, lines: [files.ok(`${configsDir}/${clan}: settings.json and ranks.json are in order.`)] };
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    return { settings: undefined, lines: error.problems.map((problem) => files.fail(problem, again)) };
  }
}

/** How many of the clan's three secrets are still to be made. */
export function missingSecrets(secrets: Secrets, applicationId: string): number {
  const names = new Set(secrets.map((one) => one.secretName));
  return Object.values(secretNames(applicationId)).filter((name) => !names.has(name)).length;
}

/**
 * Whether the clan's secrets are active, readable, filled and agree with its files. No content of one is in a line,
 * but where the identity disagrees with settings.json: that one holds no secret.
 */
export async function checkClanSecrets(
  tenancy: Tenancy,
  clan: string,
  settings: Settings,
  secrets: Secrets,
): Promise<{ readonly lines: readonly Line[]; readonly keys: Keys | undefined }> {
  const { ok, fail } = secretLines;
  const names = secretNames(settings.application_id);
  const lines: Line[] = [];
  const active = new Map<string, string>();
  for (const name of Object.values(names)) {
    const all = secrets.filter((one) => one.secretName === name);
    const good = all.find((one) => String(one.lifecycleState) === 'ACTIVE');
    const state = all[0]?.lifecycleState;
    if (good !== undefined) active.set(name, good.id);
    else if (state === undefined) lines.push(fail(`The secret ${name} is not there.`, applyClan(clan)));
    else {
      const restore = `npm run set-secrets -- --clan ${clan} --restore`;
      lines.push(fail(`The secret ${name} is ${String(state)}.`, restore));
    }
  }
  const contents = new Map<string, string>();
  for (const [name, id] of active) {
    const refused = await guarded('clan secrets', async () => {
      const content = await tenancy.secretContent(id, name);
      contents.set(name, content);
      return [];
    });
    lines.push(...refused);
  }
  const identity = contents.get(names.identity);
  if (identity !== undefined) lines.push(...identityLines(identity, names.identity, clan, settings));
  if (contents.get(names.database) === '') lines.push(fail(`${names.database} is empty.`, applyClan(clan)));
  const text = contents.get(names.keys);
  const keys = text === undefined ? undefined : keysOf(text);
  if (text !== undefined && keys === undefined) {
    const set = `npm run set-secrets -- --clan ${clan}`;
    lines.push(fail(`${names.keys} holds no bot token or no Roblox key yet.`, set));
  }
  return {
    keys,
    lines:
      lines.length > 0 ? lines : [ok('The three secrets are active and readable, and agree with the files.')],
  };
}

function identityLines(content: string, name: string, clan: string, settings: Settings): Line[] {
  const { fail } = secretLines;
  const identity = IdentitySecret.safeParse(jsonOf(content));
  if (!identity.success) return [fail(`${name} does not have the form of an identity.`, applyClan(clan))];
  const wrong = disagreements(settings, identity.data);
  if (identity.data.clan !== clan) wrong.push(`clan: expected "${clan}", got "${identity.data.clan}"`);
  return wrong.map((problem) =>
    fail(`settings.json: ${problem}.`, `Correct the file, or bring it to the vault: ${applyClan(clan)}`),
  );
}

function keysOf(content: string): Keys | undefined {
  const { data } = z.safeParse(KeysSecret, jsonOf(content));
  return data === undefined || data.botToken === NOT_SET || data.robloxApiKey === NOT_SET ? undefined : data;
}

/**
 * Asks `provision-clan` what is left to do (a dry run, which changes nothing): it reads the clan's secrets and logs in
 * to the database, so its answer says more than any list.
 */
export async function checkProvisioned(
  tenancy: Tenancy,
  clan: string,
  functions: Functions,
): Promise<readonly Line[]> {
  const { ok, warn, fail } = provisioned;
  const provision = functions.find((one) => one.displayName === 'provision-clan');
  if (provision === undefined)
    return [fail('There is no function provision-clan.', 'npm run upgrade -- --tag <tag>')];
  return guarded('provisioned', async () => {
    const body = { job: 'provision-clan', clan, dry_run: true };
    const answer = parseProvisionAnswer(await tenancy.invoke(provision, body));
    if (!answer.ok)
      return [fail(`provision-clan says: ${answer.message}`, `Fix it, then ${applyClan(clan)}`)];
    const warnings = answer.warnings.map((text) => warn(text, 'Read the log of provision-clan.'));
    return answer.did.length === 0
      ? [ok('The schema is there, of this version, and provision-clan can log in.'), ...warnings]
      : [fail(`Left to do: ${answer.did.join('; ')}.`, applyClan(clan)), ...warnings];
  });
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: the form is then found to be wrong.
    return undefined;
  }
}
