import { randomBytes } from 'node:crypto';
import { openCallStore } from './call-store.ts';
import { createFailureQueue, type LocalFailureQueue } from './failure-queue.ts';
import { createFnHost, type FnHost, type FnHostOptions } from './fn-host.ts';
import { startFunctionsApi } from './functions-api.ts';
import { JobHealth } from './job-health.ts';

export interface FnAgent extends FnHost {
  /** Base of the Functions API, on loopback. */
  readonly url: string;
  /** The functions' ids by name. */
  readonly ids: Readonly<Record<string, string>>;
  /** Detached calls that failed, until `deliver-outbox` has ended them. */
  readonly failures: LocalFailureQueue;
  /** A line for each job that keeps failing. */
  readonly problems: () => readonly string[];
}

export interface FnAgentOptions extends Omit<FnHostOptions, 'environment' | 'calls' | 'onFailed' | 'onJob'> {
  /** What every function's configuration holds besides its name and where other functions are found. */
  readonly configuration: Readonly<Record<string, string>>;
  /** Functions that no other may call. Default none. */
  readonly notCalled?: readonly string[];
  /** Where accepted calls and failed ones are kept until they ended. */
  readonly callsDir: string;
}

/** Runs the functions as OCI Functions does: processes on demand behind the same HTTP API. */
export async function startFnAgent(options: FnAgentOptions): Promise<FnAgent> {
  const ids = Object.fromEntries(
    options.functions.map(({ name }) => [name, `ocid1.fnfunc.local.${randomBytes(16).toString('hex')}`]),
  );
  const callable = Object.fromEntries(
    Object.entries(ids).filter(([name]) => options.notCalled?.includes(name) !== true),
  );
  const names = new Map(Object.entries(ids).map(([name, id]) => [id, name]));
  const calls = await openCallStore(options.callsDir, options.show);
  const failures = createFailureQueue({
    now: Date.now,
    calls: calls.failed,
    end: (call) => calls.end(call),
  });
  const health = new JobHealth();
  const api = await startFunctionsApi({ host: () => host, names, failures });
  let host: FnHost;
  try {
    host = await createFnHost({
      ...options,
      calls,
      onFailed: async (call) => {
        await calls.fail(call);
        await failures.add(call);
      },
      onJob: (job, why) => health.ended(job, why),
      environment: (name) => ({
        ...options.configuration,
        FUNCTION_NAME: name,
        INVOKE_URL: api.url,
        FUNCTION_IDS: JSON.stringify(callable),
        FAILED_QUEUE_ID: failures.id,
        FAILED_QUEUE_URL: api.url,
      }),
    });
  } catch (error) {
    await api.stop();
    throw error;
  }
  return {
    ...host,
    url: api.url,
    ids,
    failures,
    problems: () => health.problems(),
    async stop(graceMs) {
      // Functions under way may still call others, so the API ends after them.
      await host.stop(graceMs);
      await api.stop();
    },
  };
}
