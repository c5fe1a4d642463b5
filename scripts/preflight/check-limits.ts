import type { Resources } from './check-resources.ts';
import { type Line, linesOf } from './line.ts';
import type { PlatformVariables } from './platform-variables.ts';
import type { Tenancy } from './tenancy.ts';

/** What is to be made next. */
export interface ToMake {
  /** What of the first apply is not there: all of it before, some of it where the apply stopped half-way. */
  readonly missing: readonly (keyof Resources)[];
  /** How many functions are still to be made. */
  readonly functions: number;
  /** Secrets of a clan that are not there yet. */
  readonly clanSecrets: number;
}

interface Need {
  readonly service: string;
  readonly limit: string;
  readonly count: number;
  readonly what: string;
  readonly remedy?: string;
}

const INCREASE =
  'Ask for more in the console (Governance, Limits, Quotas and Usage), or delete what is not used';
const { ok, warn, fail } = linesOf('limits');

/**
 * Whether there is room for what is made next. The names of limits are those of Oracle's quota documents and of public
 * scripts (kms, database, api-gateway, vcn, secrets); those of Functions were seen nowhere, and a name that OCI does not
 * know is a warning.
 */
export async function checkLimits(
  tenancy: Tenancy,
  wanted: PlatformVariables,
  make: ToMake,
): Promise<Line[]> {
  const needs = needsOf(wanted, make);
  if (needs.length === 0) return [ok('Nothing is to be made that a limit could refuse.')];
  return Promise.all(needs.map((need) => lineOf(tenancy, need)));
}

async function lineOf(tenancy: Tenancy, need: Need): Promise<Line> {
  const { service, limit, count, what, remedy = `${INCREASE}.` } = need;
  const found = await tenancy.limit(service, limit);
  if (found === undefined) {
    return warn(
      `OCI does not say whether there is room for ${what} (${service}/${limit}).`,
      'Look at it in the console: Governance, Limits, Quotas and Usage.',
    );
  }
  const said = `${found.available} left, ${found.used ?? 'an unknown number'} used of ${service}/${limit}`;
  return found.available >= count
    ? ok(`There is room for ${what} (${said}).`)
    : fail(`There is no room for ${what} (${said}).`, remedy);
}

/** What each resource takes. `missing` is empty once the first apply got through. */
const NEEDS: Partial<Record<keyof Resources, readonly Need[]>> = {
  nat: [{ service: 'vcn', limit: 'vcn-count', count: 1, what: 'a network' }],
  vault: [
    {
      service: 'kms',
      limit: 'virtual-vault-count',
      count: 1,
      what: 'a vault',
      remedy: `${INCREASE} (a deleted vault counts until its date).`,
    },
    { service: 'kms', limit: 'virtual-vault-softwarekeyversion-count', count: 1, what: 'a key' },
    { service: 'secrets', limit: 'max-secrets-per-tenancy-count', count: 1, what: 'one more secret' },
  ],
  gateway: [{ service: 'api-gateway', limit: 'gateway-count', count: 1, what: 'an API gateway' }],
  application: [{ service: 'faas', limit: 'application-count', count: 1, what: 'a functions application' }],
};

const FREE_DATABASE: Need = {
  service: 'database',
  limit: 'adb-free-count',
  count: 1,
  what: 'an Always Free database',
  remedy:
    'Delete one of the two that a tenancy may have, or set database_always_free = false (which costs money).',
};

function needsOf(wanted: PlatformVariables, make: ToMake): Need[] {
  const needs = make.missing.flatMap((name) => NEEDS[name] ?? []);
  if (wanted.alwaysFree && make.missing.includes('database')) needs.push(FREE_DATABASE);
  if (make.functions > 0) {
    needs.push({
      service: 'faas',
      limit: 'function-count',
      count: make.functions,
      what: `${make.functions} functions`,
    });
  }
  if (make.clanSecrets > 0) {
    needs.push({
      service: 'secrets',
      limit: 'max-secrets-per-tenancy-count',
      count: make.clanSecrets,
      what: `${make.clanSecrets} secrets of the clan`,
    });
  }
  return needs;
}
