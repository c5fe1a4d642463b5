import { type Line, linesOf } from './line.ts';
import { guarded, LookError } from './look-error.ts';
import { APPLY, type PlatformVariables } from './platform-variables.ts';
import type { Tenancy } from './tenancy.ts';

const { ok, warn, fail } = linesOf('platform');
const databaseLines = linesOf('database');

type Found<T> = { readonly item: T | undefined } | { readonly error: LookError };

/** What the first apply makes, by the names that it gives. */
export type Resources = Awaited<ReturnType<typeof findResources>>;

/** Looks for all of it at once. What may not be seen is kept as its error. */
export async function findResources(tenancy: Tenancy, { name }: PlatformVariables, compartmentId: string) {
  const [nat, vault, database, queue, application, gateway] = await Promise.all([
    found(() => tenancy.natGateway(compartmentId, `${name}-nat`)),
    found(() => tenancy.vault(compartmentId, `${name}-vault`)),
    found(() => tenancy.database(compartmentId, `${name}-database`)),
    found(() => tenancy.queue(compartmentId, `${name}-failed-invocations`)),
    found(() => tenancy.application(compartmentId, name)),
    found(() => tenancy.gateway(compartmentId, `${name}-gateway`)),
  ]);
  return { nat, vault, database, queue, application, gateway };
}

async function found<T>(look: () => Promise<T | undefined>): Promise<Found<T>> {
  try {
    return { item: await look() };
  } catch (error) {
    if (!(error instanceof LookError)) throw error;
    return { error };
  }
}

/** The resource; undefined where it is missing or may not be seen. */
export const itemOf = <T>(one: Found<T>): T | undefined => ('item' in one ? one.item : undefined);

const KINDS = ['nat', 'vault', 'database', 'queue', 'application', 'gateway'] as const;

/** What is not there; what may not be seen does not count. */
export const missingOf = (resources: Resources) =>
  KINDS.filter((kind) => {
    const one = resources[kind];
    return 'item' in one && one.item === undefined;
  });

/** Whether nothing of it is there: the moment before the first apply. */
export const isUntouched = (resources: Resources) => missingOf(resources).length === KINDS.length;

const NAMES = {
  nat: 'NAT gateway',
  vault: 'vault',
  database: 'database',
  queue: 'queue of failed invocations',
  application: 'functions application',
  gateway: 'API gateway',
} as const;

/** Whether everything that the first apply makes is there and works. */
export async function checkResources(
  tenancy: Tenancy,
  resources: Resources,
  { name }: PlatformVariables,
  compartmentId: string,
): Promise<readonly Line[]> {
  const lines: Line[] = [];
  const well: string[] = [];
  for (const key of KINDS) {
    const what = NAMES[key];
    const one = resources[key];
    if ('error' in one) lines.push(...(await guarded('platform', () => Promise.reject(one.error))));
    else if (one.item === undefined)
      lines.push(
        fail(`There is no ${what}: the apply stopped half-way.`, `${APPLY} (it goes on where it stopped)`),
      );
    else if (key !== 'database') lines.push(...stateLine(what, one.item.lifecycleState, well));
  }
  const vault = itemOf(resources.vault);
  if (vault !== undefined) {
    lines.push(
      ...(await guarded('platform', async () => {
        const key = await tenancy.key(compartmentId, vault.managementEndpoint, `${name}-secrets`);
        if (key === undefined)
          return [fail('The vault has no key yet.', `${APPLY} (a new vault can need a minute more)`)];
        const state = String(key.lifecycleState);
        if (state !== 'ENABLED')
          return [
            fail(`The vault's key is ${state}.`, 'Enable it in the console (Vault, Master Encryption Keys).'),
          ];
        well.push('key');
        return [];
      })),
    );
  }
  return [
    ...(well.length > 0 ? [ok(`There and working: ${well.join(', ')}.`)] : []),
    ...lines,
    ...checkDatabase(resources),
  ];
}

function stateLine(what: string, state: unknown, well: string[]): Line[] {
  const text = String(state ?? 'ACTIVE');
  if (text === 'ACTIVE' || text === 'AVAILABLE') {
    well.push(what);
    return [];
  }
  return /CREATING|UPDATING|PROVISIONING/.test(text)
    ? [warn(`The ${what} is ${text}.`, 'Wait, and run preflight again.')]
    : [fail(`The ${what} is ${text}.`, `Look at it in the console, then ${APPLY}`)];
}

/** Whether the functions can reach it: its state, its access list, and TLS without a wallet. */
function checkDatabase({ database, nat }: Resources): Line[] {
  const { ok, warn, fail } = databaseLines;
  const found = itemOf(database);
  if (found === undefined) return [];
  const state = String(found.lifecycleState);
  const lines: Line[] = [];
  if (state === 'STOPPED') {
    lines.push(
      fail(
        'The database is STOPPED (Always Free does that after days without use).',
        'Start it in the console: Autonomous Database, More actions, Start.',
      ),
    );
  } else if (/^AVAILABLE/.test(state)) lines.push(ok(`The database is ${state}.`));
  else lines.push(warn(`The database is ${state}.`, 'Wait until it is AVAILABLE, and run preflight again.'));
  if (found.isMtlsConnectionRequired === true) {
    lines.push(fail('The database wants a wallet (mTLS), which the functions do not have.', APPLY));
  }
  const gateway = itemOf(nat);
  if (found.subnetId) return [...lines, ok('It has a private endpoint.')];
  if (gateway === undefined) return lines;
  const list = found.whitelistedIps ?? [];
  if (list.length === 0) {
    return [...lines, fail('The database has no access list: its address is open to everybody.', APPLY)];
  }
  const way = found.isFreeTier === true ? gateway.natIp : gateway.vcnId;
  const lets = list.some(
    (entry) =>
      [way, `${way}/32`].includes(entry) || (found.isFreeTier !== true && entry.startsWith(`${way};`)),
  );
  return [
    ...lines,
    lets
      ? ok(
          `Its access list lets the functions in (${found.isFreeTier === true ? `NAT gateway ${way}` : 'their network'}).`,
        )
      : fail(
          `Its access list (${list.join(', ')}) does not hold ${found.isFreeTier === true ? `the NAT gateway's address ${way}` : `the functions' network ${way}`}: no function can log in.`,
          APPLY,
        ),
  ];
}
