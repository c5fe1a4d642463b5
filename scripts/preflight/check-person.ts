import { type Line, linesOf } from './line.ts';
import { LookError } from './look-error.ts';
import type { PlatformVariables } from './platform-variables.ts';
import type { Tenancy } from './tenancy.ts';

const { ok, warn } = linesOf('your policies');

/** What Terraform manages in the compartment, as policies name it. */
const IN_COMPARTMENT = [
  'virtual-network-family',
  'functions-family',
  'api-gateway-family',
  'vaults',
  'keys',
  'secret-family',
  'autonomous-database-family',
  'queues',
  'repos',
  'health-check-family',
  'resource-schedule-family',
  'logging-family',
  'alarms',
  'ons-family',
] as const;

const STATEMENT =
  /^\s*allow\s+(any-user|any-group|group\s+(.+?))\s+to\s+(\w+)\s+([\w-]+)\s+in\s+(tenancy|compartment\s+(?:id\s+)?(\S+))\s*(where\s.*)?$/i;

/** Where a statement counts for the whole compartment: in it, in one above it, or in the tenancy. */
interface Place {
  readonly ids: ReadonlySet<string>;
  readonly names: ReadonlySet<string>;
}

/**
 * Whether policies let this person make what Terraform makes. Statements with conditions, and policies that this
 * person may not list, is unknown: what was not found is a warning and never a failure.
 */
export async function checkPerson(
  tenancy: Tenancy,
  { hasBudget }: PlatformVariables,
  compartmentId: string,
): Promise<Line[]> {
  const inTenancy = ['dynamic-groups', 'policies', ...(hasBudget ? ['usage-budgets'] : [])];
  const wantedText = `"manage all-resources" in the compartment, and "manage ${inTenancy.join('", "manage ')}" in the tenancy`;
  if (tenancy.user === undefined) {
    return [
      warn('This profile does not say which user it is, so its policies are unknown.', `Have ${wantedText}.`),
    ];
  }
  let groups: ReadonlySet<string>;
  let place: Place;
  let statements: readonly string[];
  try {
    groups = await groupsOf(tenancy, tenancy.user);
    ({ place, statements } = await statementsAbove(tenancy, compartmentId));
  } catch (error) {
    if (!(error instanceof LookError) || (error.status !== 404 && error.status !== 403)) throw error;
    return [warn(`You may not see ${error.what}, so your policies are unknown.`, `Have ${wantedText}.`)];
  }
  const may = (resource: string, needsTenancy: boolean) =>
    statements.some((text) => allows(text, resource, groups, needsTenancy ? undefined : place));
  const lacking = [
    ...inTenancy.filter((one) => !may(one, true)).map((one) => [one, 'tenancy'] as const),
    ...IN_COMPARTMENT.filter((one) => !may(one, false)).map(
      (one) => [one, `compartment id ${compartmentId}`] as const,
    ),
  ];
  if (lacking.length === 0) return [ok('Policies let you manage everything that Terraform makes.')];
  const group = [...groups].find((one) => !one.startsWith('ocid1.')) ?? '<your group>';
  return lacking.map(([resource, where]) =>
    warn(
      `No statement was found that lets you manage ${resource}.`,
      `Have an administrator add: Allow group ${group} to manage ${resource} in ${where}`,
    ),
  );
}

/** Names and ids of the groups of a user. */
async function groupsOf(tenancy: Tenancy, userId: string): Promise<ReadonlySet<string>> {
  const ids = (await tenancy.groupsOfUser(userId)).map((one) => one.groupId);
  const names = await Promise.all(ids.map((id) => tenancy.groupName(id)));
  return new Set([...ids, ...names.map((name) => name.toLowerCase())]);
}

/** A tenancy has compartments in six levels at most. */
const LEVELS = 7;

async function statementsAbove(tenancy: Tenancy, compartmentId: string) {
  const ids = new Set<string>();
  const names = new Set<string>();
  const statements: string[] = [];
  let id = compartmentId;
  for (let level = 0; level < LEVELS; level += 1) {
    statements.push(...(await tenancy.policies(id)).flatMap((policy) => policy.statements));
    if (id === tenancy.id) break;
    const { name, parent } = await tenancy.compartment(id);
    ids.add(id);
    names.add(name.toLowerCase());
    id = parent;
  }
  return { place: { ids, names }, statements };
}

/** `place`: a statement about it is enough; without, only one about the tenancy. */
function allows(statement: string, resource: string, groups: ReadonlySet<string>, place?: Place): boolean {
  const [, subject = '', list = '', verb, what, where = '', compartment = '', condition] =
    STATEMENT.exec(statement) ?? [];
  if (verb?.toLowerCase() !== 'manage' || condition !== undefined) return false;
  if (what !== resource && what?.toLowerCase() !== 'all-resources') return false;
  const mine =
    /^any-/i.test(subject) ||
    list.split(',').some((one) =>
      groups.has(
        one
          .trim()
          .replace(/^group\s+|^id\s+/i, '')
          .replace(/^'?[^'/]*'?\/(?=.)/, '')
          .replaceAll("'", '')
          .toLowerCase(),
      ),
    );
  if (!mine) return false;
  if (where.toLowerCase() === 'tenancy') return true;
  const last = compartment.split(':').at(-1)?.toLowerCase() ?? '';
  return place !== undefined && (place.ids.has(compartment) || place.names.has(last));
}
