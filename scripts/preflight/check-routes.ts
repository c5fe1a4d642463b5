import type { Functions } from './check-functions.ts';
import { type Line, linesOf } from './line.ts';
import { APPLY, type PlatformVariables } from './platform-variables.ts';
import type { Tenancy } from './tenancy.ts';

/** A cold start takes seconds; the gateway itself gives up later than this. */
const TIMEOUT_MS = 30_000;
const LOGS =
  "Look at the log of the function interactions and at the gateway's execution log in the console.";
const health = linesOf('health');
const monitorLines = linesOf('monitor');
const schedules = linesOf('schedules');

/** Where the gateway answers, ending in a slash; undefined without routes. */
export async function publicUrl(
  tenancy: Tenancy,
  { name }: PlatformVariables,
  compartmentId: string,
): Promise<URL | undefined> {
  const routes = await tenancy.deployment(compartmentId, `${name}-routes`);
  return routes === undefined ? undefined : new URL(routes.endpoint.replace(/\/*$/, '/'));
}

/** Whether `/health` answers through the gateway. It is asked as the monitor asks it. */
export async function checkHealth(base: URL | undefined): Promise<Line> {
  const { ok, fail } = health;
  if (base === undefined) return fail('The gateway has no routes.', APPLY);
  const url = new URL('health', base);
  let status: number;
  try {
    const answer = await fetch(url, { signal: AbortSignal.timeout(TIMEOUT_MS), redirect: 'manual' });
    await answer.arrayBuffer();
    status = answer.status;
  } catch {
    return fail(`${url} did not answer within 30 s.`, `Ask again in a minute (a cold start). ${LOGS}`);
  }
  if (status === 200) return ok(`${url} answers 200.`);
  if (status === 404) return fail(`${url} answers 404: the gateway has no such route.`, APPLY);
  if (status === 429) return fail(`${url} answers 429: the gateway's rate limit.`, 'Ask again in a minute.');
  return fail(
    `${url} answers ${status}: the gateway may not call the function, or it fails at its start.`,
    `Compare the policies above. ${LOGS}`,
  );
}

/** Whether the monitor that keeps the front door warm asks that address; without one, whether the outbox has its schedule. */
export async function checkWarmth(
  tenancy: Tenancy,
  { name, monitored }: PlatformVariables,
  compartmentId: string,
  functions: Functions,
  base: URL | undefined,
): Promise<Line[]> {
  const { ok, fail } = monitorLines;
  const monitor = await tenancy.monitor(compartmentId, `${name}-health`);
  if (!monitored) {
    const wanted = { name: `${name}-deliver-outbox`, calls: 'deliver-outbox', apply: APPLY };
    const schedule = await checkSchedule(tenancy, compartmentId, functions, wanted);
    return monitor === undefined
      ? [ok('keep_warm is off: nothing keeps the front door warm.'), schedule]
      : [fail('keep_warm is off, and the monitor is still there.', APPLY), schedule];
  }
  if (monitor === undefined) return [fail('There is no health monitor.', APPLY)];
  if (monitor.isEnabled !== true) return [fail('The health monitor is switched off.', APPLY)];
  const targets = monitor.targets ?? [];
  if (base !== undefined && !targets.includes(base.hostname)) {
    return [fail(`The monitor asks ${targets.join(', ')} and not ${base.hostname}.`, APPLY)];
  }
  return [ok(`The monitor asks ${targets.join(', ')} every ${monitor.intervalInSeconds} s.`)];
}

/** Whether a schedule is there, calls the function that exists now, and whether its last run got through. */
export async function checkSchedule(
  tenancy: Tenancy,
  compartmentId: string,
  functions: Functions,
  { name, calls, apply }: { readonly name: string; readonly calls: string; readonly apply: string },
): Promise<Line> {
  const { ok, warn, fail } = schedules;
  const schedule = await tenancy.schedule(compartmentId, name);
  if (schedule === undefined) return fail(`There is no schedule ${name}.`, apply);
  if (String(schedule.lifecycleState) !== 'ACTIVE') {
    return fail(`The schedule ${name} is ${String(schedule.lifecycleState)}.`, apply);
  }
  const id = functions.find((one) => one.displayName === calls)?.id;
  if (id === undefined || !(schedule.resources ?? []).some((one) => one.id === id)) {
    return fail(`The schedule ${name} does not call the function ${calls} that exists now.`, apply);
  }
  const last = schedule.lastRunStatus === undefined ? undefined : String(schedule.lastRunStatus);
  if (last === undefined) {
    return warn(`The schedule ${name} is active and has not run yet.`, 'Run preflight again in an hour.');
  }
  return last === 'FAILED' || last === 'NEEDS_ATTENTION'
    ? fail(
        `The last run of ${name} is ${last}: it may not call the function, or the function failed.`,
        `Look at the log of ${calls}; where it holds no call, the policies of the schedules do not count (terraform/README.md).`,
      )
    : ok(`The schedule ${name} is active; its last run: ${last}.`);
}
