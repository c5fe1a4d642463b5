import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { CallStore, StoredCall } from './call-store.ts';
import { FnPool } from './fn-pool.ts';
import { FnCallError, FnProcess, type FnProcessAnswer, type FnProcessCall } from './fn-process.ts';
import type { FnWatch } from './fn-watch.ts';
import { openFunctionLog } from './function-log.ts';
import type { FunctionSpec } from './functions-file.ts';
import { failureIn } from './job-health.ts';

export interface FnHostOptions {
  readonly functions: readonly FunctionSpec[];
  /** Directory of the bundles, `<name>.cjs`. */
  readonly bundles: string;
  readonly logs: string;
  /** The whole configuration of a function; nothing else of this process's environment reaches it. */
  readonly environment: (name: string) => Readonly<Record<string, string>>;
  /** Takes a line for the console. */
  readonly show: (line: string) => void;
  /** Where detached calls lie until they ended. */
  readonly calls: CallStore;
  /** Takes a detached call that its function did not carry out to the end; it stays in `calls`. */
  readonly onFailed: (call: StoredCall) => Promise<void>;
  /** Hears how each run of a job ended: `why` undefined means well. */
  readonly onJob?: (job: string, why: string | undefined) => void;
  /** Sees every call, and may add to it. */
  readonly watch?: FnWatch;
  /** Per function. Default 4. */
  readonly maxProcesses?: number;
  /** Calls that wait for a process, per function. Default 1,000. */
  readonly maxWaiting?: number;
  /** Default 5 min, about as long as OCI keeps an idle container. */
  readonly idleMs?: number;
  /** Fn gives a function 5 s; a loaded machine may need more. Default 15 s. */
  readonly startTimeoutMs?: number;
}

/** The functions' processes on this machine, and what they write. */
export interface FnHost {
  /** Calls a function and waits for its answer. Throws `FnCallError`. */
  call(name: string, call: FnProcessCall, signal?: AbortSignal): Promise<FnProcessAnswer>;
  /**
   * Accepts a call: it is on the disk when this resolves, and is carried out by this run or the next one. A failure is
   * shown. Throws `FnCallError`: `busy` when too many wait, `full` when the disk does not take it.
   */
  callDetached(name: string, body: Buffer): Promise<void>;
  /** Carries out the calls that an earlier run accepted and did not end. Returns how many they are. */
  resume(): number;
  /** Calls that run or wait, of one function; or of all, with those whose end is still being written down. */
  load(name?: string): number;
  /** Ends every process that has no call: the next call of each function starts cold. */
  endIdle(): Promise<void>;
  /** The processes of a function. */
  pids(name: string): readonly number[];
  /** Lets calls under way end for `graceMs`, then kills the rest; leaves no process and no socket. */
  stop(graceMs: number): Promise<void>;
}

const ClanOfJob = z.object({ clan: z.optional(z.string()) });

export async function createFnHost(options: FnHostOptions): Promise<FnHost> {
  const { show, maxProcesses = 4, maxWaiting = 1_000, idleMs = 300_000, startTimeoutMs = 15_000 } = options;
  const sockets = await mkdtemp(join(tmpdir(), 'clan-fn-'));
  let started = 0;
  let stopping = false;
  const unsettled = new Set<Promise<void>>();

  function createRuntime(spec: FunctionSpec) {
    const log = openFunctionLog(options.logs, spec.name, show);
    const start = () => {
      started += 1;
      return new FnProcess({
        name: spec.name,
        bundle: join(options.bundles, `${spec.name}.cjs`),
        socketDir: join(sockets, String(started)),
        environment: {
          ...options.environment(spec.name),
          ...options.watch?.environment(),
          FN_APP_NAME: 'clan-bot',
          FN_FN_NAME: spec.name,
          FN_MEMORY: String(spec.memoryMb),
        },
        startTimeoutMs,
        newOutput: () => log.newStream(),
        ...(options.watch === undefined
          ? {}
          : { preload: options.watch.preload, onReport: options.watch.reported }),
      });
    };
    const pool = new FnPool({ name: spec.name, start, maxProcesses, maxWaiting, idleMs });
    /** `accepting`: calls that are being written down. */
    return { spec, log, pool, accepting: 0 };
  }
  const runtimes = new Map<string, ReturnType<typeof createRuntime>>();
  try {
    for (const spec of options.functions) runtimes.set(spec.name, createRuntime(spec));
  } catch (error) {
    for (const { log } of runtimes.values()) log.close();
    await rm(sockets, { recursive: true, force: true });
    throw error;
  }

  function runtimeOf(name: string) {
    const runtime = runtimes.get(name);
    if (runtime === undefined) throw new Error(`There is no function ${name}.`);
    return runtime;
  }

  /** Makes a call so that `options.watch` sees it. */
  async function watched(
    { name }: FunctionSpec,
    call: FnProcessCall,
    detached: boolean,
    make: (call: FnProcessCall) => Promise<FnProcessAnswer>,
  ): Promise<FnProcessAnswer> {
    const { watch } = options;
    if (watch === undefined) return make(call);
    const id = crypto.randomUUID();
    const added = watch.received({ id, name, detached, body: call.body });
    try {
      const answer = await make({
        ...call,
        id,
        headers: { ...call.headers, ...added },
        begins: (cold) => watch.began(id, cold),
      });
      watch.ended(id, `${answer.status}`);
      return answer;
    } catch (error) {
      watch.ended(id, messageOf(error));
      throw error;
    }
  }

  /** Makes the call in the background and notes how it ended. */
  function carryOut(stored: StoredCall): void {
    const runtime = runtimes.get(stored.name);
    if (runtime === undefined) {
      show(`A call of ${stored.name}, which is no function of this version, is dropped.`);
      settle(options.calls.end(stored));
      return;
    }
    const { pool, spec } = runtime;
    const headers = { 'Content-Type': 'application/json', 'Fn-Invoke-Type': 'detached' };
    const note = (why: string | undefined) => {
      if (spec.kind === 'job') options.onJob?.(jobOf(stored), why);
    };
    const failed = (why: string) => {
      // The next run carries it out.
      if (stopping) return;
      show(`[${spec.name}] a detached call failed: ${why}`);
      note(why);
      settle(options.onFailed(stored));
    };
    const call = { body: stored.body, headers };
    watched(spec, call, true, (seen) => pool.call(seen, spec.detachedTimeoutSeconds * 1000)).then(
      (answer) => {
        if (answer.status !== 200) return failed(`it was answered with ${answer.status}`);
        note(failureIn(answer));
        settle(options.calls.end(stored));
      },
      (error: unknown) => failed(messageOf(error)),
    );
  }

  /** What is left to write when a call has ended; a stop waits for it. */
  function settle(work: Promise<void>): void {
    const settled: Promise<void> = work
      .catch((error: unknown) => show(`A call that ended could not be noted: ${messageOf(error)}`))
      .finally(() => unsettled.delete(settled));
    unsettled.add(settled);
  }

  return {
    call(name, call, signal) {
      const { pool, spec } = runtimeOf(name);
      return watched(spec, call, false, (seen) => pool.call(seen, spec.timeoutSeconds * 1000, signal));
    },
    async callDetached(name, body) {
      const runtime = runtimeOf(name);
      if (stopping) throw new FnCallError('stopping', `${name} is being stopped.`);
      if (runtime.pool.load + runtime.accepting >= maxProcesses + maxWaiting) {
        throw new FnCallError('busy', `${name} has too many calls waiting.`);
      }
      runtime.accepting += 1;
      let call: StoredCall;
      try {
        call = await options.calls.keep(name, body);
      } catch (error) {
        show(`[${name}] a detached call could not be written down and was refused: ${messageOf(error)}`);
        throw new FnCallError('full', `${name} cannot take a call: the disk does not keep it.`);
      } finally {
        runtime.accepting -= 1;
      }
      carryOut(call);
      if (options.watch?.isTwice(name) === true) carryOut(await options.calls.keep(name, body));
    },
    resume() {
      const { unfinished } = options.calls;
      for (const call of unfinished) carryOut(call);
      return unfinished.length;
    },
    load(name) {
      if (name !== undefined) return runtimeOf(name).pool.load;
      return [...runtimes.values()].reduce((sum, { pool }) => sum + pool.load, unsettled.size);
    },
    async endIdle() {
      await Promise.all([...runtimes.values()].map(({ pool }) => pool.endIdle()));
    },
    pids: (name) => runtimeOf(name).pool.pids,
    async stop(graceMs) {
      stopping = true;
      await Promise.all([...runtimes.values()].map(({ pool }) => pool.stop(graceMs)));
      await Promise.all(unsettled);
      for (const { log } of runtimes.values()) log.close();
      await rm(sockets, { recursive: true, force: true });
    },
  };
}

/** A job with its clan: one clan's runs say nothing of another's. */
function jobOf({ name, body }: StoredCall): string {
  const clan = ClanOfJob.safeParse(jsonOf(body)).data?.clan;
  return clan === undefined ? name : `${name} of ${clan}`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function jsonOf(body: Buffer): unknown {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}
