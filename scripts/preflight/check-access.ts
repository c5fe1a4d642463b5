import type { Functions } from './check-functions.ts';
import { type Line, linesOf } from './line.ts';
import { APPLY, type PlatformVariables } from './platform-variables.ts';
import type { Tenancy } from './tenancy.ts';

/** The groups of functions, each with a policy of the same name (terraform/modules/access). */
const GROUPS = ['front-door', 'warm', 'workers', 'jobs', 'outbox', 'provision'];
const REMEDY = `${APPLY}; then read: terraform -chdir=terraform/platform output statements`;
const { ok, fail } = linesOf('policies');

/**
 * Whether the policies and dynamic groups of the platform are there, name one another, and know every function by the
 * id that it has now. What a statement allows in the end only OCI knows.
 */
export async function checkAccess(
  tenancy: Tenancy,
  { name, schedulesByGroup }: PlatformVariables,
  compartmentId: string,
  functions: Functions,
): Promise<Line[]> {
  const policies = (await tenancy.policies(compartmentId)).filter((one) => one.name.startsWith(`${name}-`));
  const groups = (await tenancy.dynamicGroups()).filter((one) => one.name.startsWith(`${name}-`));
  const ofFunctions = functions.length > 0 ? GROUPS.map((one) => `${name}-${one}`) : [];
  const lines: Line[] = [];

  const active = new Set(
    policies.filter((one) => String(one.lifecycleState) === 'ACTIVE').map((one) => one.name),
  );
  const noPolicy = [`${name}-services`, ...ofFunctions].filter((one) => !active.has(one));
  if (noPolicy.length > 0) lines.push(fail(`Missing policies: ${noPolicy.join(', ')}.`, REMEDY));

  const groupNames = new Set(groups.map((one) => one.name));
  const bySchedule = schedulesByGroup && functions.length > 0 ? [`${name}-schedules`] : [];
  const noGroup = [...ofFunctions, ...bySchedule].filter((one) => !groupNames.has(one));
  if (noGroup.length > 0) lines.push(fail(`Missing dynamic groups: ${noGroup.join(', ')}.`, REMEDY));

  const rules = groups.map((one) => one.matchingRule).join('\n');
  const outside = functions.filter((one) => !rules.includes(`'${one.id}'`)).map((one) => one.displayName);
  if (outside.length > 0) {
    lines.push(fail(`In no dynamic group, so they may do nothing: ${outside.join(', ')}.`, REMEDY));
  }

  const known = new Set(groups.map((one) => one.id));
  const lost = policies.filter((policy) =>
    policy.statements.some((text) => {
      const id = /dynamic-group id (\S+)/i.exec(text)?.[1];
      return id !== undefined && !known.has(id);
    }),
  );
  if (lost.length > 0) {
    lines.push(fail(`Policies of groups that are gone: ${lost.map((one) => one.name).join(', ')}.`, REMEDY));
  }
  return lines.length > 0 ? lines : [ok(`${policies.length} policies and ${groups.length} dynamic groups.`)];
}
