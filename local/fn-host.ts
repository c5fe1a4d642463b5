import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FnPool } from './fn-pool.ts';
import { type FnAnswer, type FnCall, FnCallError, FnProcess } from './fn-process.ts';
import { openFunctionLog } from './function-log.ts';
import type { FunctionSpec } from './functions-file.ts';

export interface FnHostOptions {
  readonly functions: readonly FunctionSpec[];
  /** Directory of the bundles, `<name>.cjs`. */
  readonly bundles: string;
  readonly logs: string;
  /** The whole configuration of a function; nothing else of this process's environment reaches it. */
  readonly environment: (name: string) => Readonly<Record<string, string>>;
  /** Takes a line for the console. */
  readonly show: (line: string) => void;
  /** Takes a detached call that its function did not carry out to the end. */
  readonly onFailed: (name: string, body: Buffer) => void;
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
  call(name: string, call: FnCall, signal?: AbortSignal): Promise<FnAnswer>;
  /** Queues a call and does not wait for it; a failure is shown. Throws `FnCallError` when the queue is full. */
  callDetached(name: string, body: Buffer): void;
  /** Calls that run or wait, of one function or of all. */
  load(name?: string): number;
  /** The processes of a function. */
  pids(name: string): readonly number[];
  /** Lets calls under way end for `graceMs`, then kills the rest; leaves no process and no socket. */
  stop(graceMs: number): Promise<void>;
}

export async function createFnHost(options: FnHostOptions): Promise<FnHost> {
  const { show, maxProcesses = 4, maxWaiting = 1_000, idleMs = 300_000, startTimeoutMs = 15_000 } = options;
  const sockets = await mkdtemp(join(tmpdir(), 'clan-fn-'));
  let started = 0;
  let stopping = false;

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
          FN_APP_NAME: 'clan-bot',
          FN_FN_NAME: spec.name,
          FN_MEMORY: String(spec.memoryMb),
        },
        startTimeoutMs,
        newOutput: () => log.newStream(),
      });
    };
    return { spec, log, pool: new FnPool({ name: spec.name, start, maxProcesses, maxWaiting, idleMs }) };
  }
  const runtimes = new Map(options.functions.map((spec) => [spec.name, createRuntime(spec)]));

  function runtimeOf(name: string) {
    const runtime = runtimes.get(name);
    if (runtime === undefined) throw new Error(`There is no function ${name}.`);
    return runtime;
  }

  return {
    call(name, call, signal) {
      const { pool, spec } = runtimeOf(name);
      return pool.call(call, spec.timeoutSeconds * 1000, signal);
    },
    callDetached(name, body) {
      const { pool, spec } = runtimeOf(name);
      if (stopping) throw new FnCallError('stopping', `${name} is being stopped.`);
      if (pool.load >= maxProcesses + maxWaiting) {
        throw new FnCallError('busy', `${name} has too many calls waiting.`);
      }
      const call = { body, headers: { 'Content-Type': 'application/json', 'Fn-Invoke-Type': 'detached' } };
      const failed = (why: string) => {
        show(`[${name}] a detached call ${why}`);
        options.onFailed(name, body);
      };
      pool.call(call, spec.detachedTimeoutSeconds * 1000).then(
        ({ status }) => {
          if (status !== 200) failed(`was answered with ${status}.`);
        },
        (error: unknown) => failed(`failed: ${messageOf(error)}`),
      );
    },
    load(name) {
      if (name !== undefined) return runtimeOf(name).pool.load;
      return [...runtimes.values()].reduce((sum, { pool }) => sum + pool.load, 0);
    },
    pids: (name) => runtimeOf(name).pool.pids,
    async stop(graceMs) {
      stopping = true;
      await Promise.all([...runtimes.values()].map(({ pool }) => pool.stop(graceMs)));
      for (const { log } of runtimes.values()) log.close();
      await rm(sockets, { recursive: true, force: true });
    },
  };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
