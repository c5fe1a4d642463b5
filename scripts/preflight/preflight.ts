import { checkAccess } from './check-access.ts';
import { checkAccount } from './check-account.ts';
import {
  applyClan,
  checkClanSecrets,
  checkProvisioned,
  missingSecrets,
  readClan,
  type Secrets,
} from './check-clan.ts';
import { checkEndpoint } from './check-endpoint.ts';
import { checkFunctions, checkImage, type Functions } from './check-functions.ts';
import { checkLimits } from './check-limits.ts';
import { checkPerson } from './check-person.ts';
import { checkResources, findResources, isUntouched, itemOf, missingOf } from './check-resources.ts';
import { checkHealth, checkSchedule, checkWarmth, publicUrl } from './check-routes.ts';
import { type Line, linesOf } from './line.ts';
import { guarded } from './look-error.ts';
import { APPLY, type PlatformVariables } from './platform-variables.ts';
import type { Tenancy } from './tenancy.ts';

export interface PreflightOptions {
  readonly wanted: PlatformVariables;
  readonly region: string;
  /** Looks at this clan too. */
  readonly clan: string | undefined;
  readonly configsDir: string;
  /** Whether .env.cloud says that the platform was applied. */
  readonly wasApplied: boolean;
  readonly discordApiUrl: string;
  /** Names of the functions that the code declares; undefined where nothing was built on this machine. */
  readonly declared: readonly string[] | undefined;
}

/** The password of the database's administrator (terraform/modules/vault). */
const ADMIN_SECRET = 'database-admin';
const { ok, fail } = linesOf('platform');

/**
 * Looks at a tenancy and says what to fix: before the first apply whether it can be done, afterwards whether what it
 * made is there and works, and for a clan the same. Changes nothing. A part that OCI does not let this person see, or
 * that gets no answer, is a line like any other.
 */
export async function preflight(tenancy: Tenancy, options: PreflightOptions): Promise<readonly Line[]> {
  const { wanted, region } = options;
  const files = options.clan === undefined ? undefined : await readClan(options.configsDir, options.clan);
  const account = await guarded('account', () => checkAccount(tenancy, wanted, region));
  const first = [...(files?.lines ?? []), ...account];
  const { compartmentId } = wanted;
  // Everything else would fail for the same reason.
  if (compartmentId === undefined || account.some((line) => line.state === 'fail')) return first;

  const resources = await findResources(tenancy, wanted, compartmentId);
  const application = itemOf(resources.application);
  const lines = [
    ...first,
    ...(await guarded('your policies', () => checkPerson(tenancy, wanted, compartmentId))),
  ];
  const look = async (check: string, work: () => Promise<readonly Line[]>) =>
    void lines.push(...(await guarded(check, work)));

  let functions: Functions = [];
  if (application !== undefined) {
    await look('functions', async () => {
      functions = await tenancy.functions(application.id);
      return [];
    });
  }
  let secrets: Secrets = [];
  await look('secrets', async () => {
    secrets = await tenancy.secrets(compartmentId);
    return [];
  });
  const settings = files?.settings;
  await look('limits', () =>
    checkLimits(tenancy, wanted, {
      missing: missingOf(resources),
      functions: functions.length > 0 ? 0 : (options.declared?.length ?? 0),
      clanSecrets: settings === undefined ? 0 : missingSecrets(secrets, settings.application_id),
    }),
  );
  if (isUntouched(resources)) return [...lines, ...notApplied(options)];

  lines.push(...(await checkResources(tenancy, resources, wanted, compartmentId)));
  lines.push(adminSecret(secrets));
  if (application === undefined) return lines;
  if (functions.length === 0) {
    await look('image', () => checkImage(tenancy, wanted, compartmentId));
  } else {
    await look('image', () =>
      checkFunctions(tenancy, wanted, compartmentId, {
        functions,
        declared: options.declared,
        applicationShape: application.shape && String(application.shape),
      }),
    );
  }
  await look('policies', () => checkAccess(tenancy, wanted, compartmentId, functions));
  let base: URL | undefined;
  if (functions.length > 0) {
    await look('health', async () => {
      base = await publicUrl(tenancy, wanted, compartmentId);
      return [await checkHealth(base)];
    });
    await look('monitor', () => checkWarmth(tenancy, wanted, compartmentId, functions, base));
  }
  if (options.clan === undefined || settings === undefined) return lines;
  if (functions.length === 0) {
    const text = `The platform has no functions yet, so ${options.clan} cannot be provisioned.`;
    return [...lines, fail(text, 'npm run upgrade -- --tag <tag>')];
  }
  const clan = options.clan;
  const found = await checkClanSecrets(tenancy, clan, settings, secrets);
  lines.push(...found.lines, ...(await checkProvisioned(tenancy, clan, functions)));
  await look('schedules', async () => {
    const schedule = { name: `sync-ranks-${clan}`, calls: 'sync-ranks', apply: applyClan(clan) };
    return [await checkSchedule(tenancy, compartmentId, functions, schedule)];
  });
  if (base !== undefined && found.keys !== undefined) {
    const access = { apiUrl: options.discordApiUrl, botToken: found.keys.botToken, base };
    lines.push(await checkEndpoint(clan, settings.application_id, access));
  }
  return lines;
}

function notApplied({ clan, wasApplied, wanted: { name, imageTag } }: PreflightOptions): Line[] {
  const text = `Nothing of the platform ${name} is in the compartment`;
  if (wasApplied) {
    const remedy =
      'Compare compartment, region and name with those of the apply; after a destroy, remove .env.cloud.';
    return [fail(`${text}, though .env.cloud says that it was applied.`, remedy)];
  }
  return [
    ...(imageTag === ''
      ? []
      : [
          fail(
            `image_tag is ${imageTag}, but the registry that it would be in is made by the first apply.`,
            'Leave image_tag empty for the first apply (remove terraform/platform/image.auto.tfvars).',
          ),
        ]),
    clan === undefined
      ? ok(`${text} yet. Next: ${APPLY}`)
      : fail(`${text}, and the platform comes before a clan.`, APPLY),
  ];
}

/** Whether the secret is there. Its content is not read. */
function adminSecret(secrets: Secrets): Line {
  const all = secrets.filter((one) => one.secretName === ADMIN_SECRET);
  if (all.some((one) => String(one.lifecycleState) === 'ACTIVE'))
    return ok(`The secret ${ADMIN_SECRET} is there.`);
  const [other] = all;
  if (other === undefined)
    return fail(`The secret ${ADMIN_SECRET} is not there, or you may not see it.`, APPLY);
  const remedy = `Cancel its deletion in the console (Vault, Secrets), then ${APPLY}`;
  return fail(`The secret ${ADMIN_SECRET} is ${String(other.lifecycleState)}.`, remedy);
}
