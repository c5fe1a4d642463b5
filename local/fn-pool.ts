import { FnCallError, type FnProcess, type FnProcessAnswer, type FnProcessCall } from './fn-process.ts';

export interface FnPoolOptions {
  readonly name: string;
  readonly start: () => FnProcess;
  readonly maxProcesses: number;
  readonly maxWaiting: number;
  /** Milliseconds without a call after which a process is killed. */
  readonly idleMs: number;
}

/**
 * The processes of one function. Each has one call at a time, as a container of Fn has; a process that failed a
 * call is gone and the next call gets a new one. When all are busy, calls wait in order, `maxWaiting` at most.
 */
export class FnPool {
  readonly #options: FnPoolOptions;
  readonly #processes = new Set<FnProcess>();
  readonly #idle: { readonly process: FnProcess; readonly timer: NodeJS.Timeout }[] = [];
  readonly #waiting: { readonly run: () => void; readonly refuse: (error: FnCallError) => void }[] = [];
  #running = 0;
  #stopping = false;
  #whenEmpty: (() => void) | undefined;

  constructor(options: FnPoolOptions) {
    this.#options = options;
  }

  /** Calls that run or wait. */
  get load(): number {
    return this.#running + this.#waiting.length;
  }

  get pids(): number[] {
    return [...this.#processes].flatMap((process) => process.pid ?? []);
  }

  /**
   * Throws `FnCallError`: `busy` when too many wait, `stopping` during a stop, and what a process throws. A call
   * that still waits when `signal` aborts is not made.
   */
  async call(call: FnProcessCall, timeoutMs: number, signal?: AbortSignal): Promise<FnProcessAnswer> {
    await this.#turn(signal);
    const idle = this.#takeIdle();
    const process = idle ?? this.#start();
    call.begins?.(idle === undefined);
    try {
      return await process.call(call, timeoutMs);
    } finally {
      this.#running -= 1;
      this.#keep(process);
      this.#next();
    }
  }

  /** Ends the processes that have no call, so that the next call starts one. */
  async endIdle(): Promise<void> {
    const idle = this.#idle.splice(0);
    for (const { timer } of idle) clearTimeout(timer);
    await Promise.all(idle.map(({ process }) => process.kill()));
  }

  /** Takes no new call, lets those under way and waiting end for `graceMs`, then kills every process. */
  async stop(graceMs: number): Promise<void> {
    this.#stopping = true;
    if (this.load > 0) {
      let timer: NodeJS.Timeout | undefined;
      await new Promise<void>((resolve) => {
        this.#whenEmpty = resolve;
        timer = setTimeout(resolve, graceMs);
      });
      clearTimeout(timer);
    }
    for (const { refuse } of this.#waiting.splice(0)) refuse(this.#refusal('stopping', 'is being stopped'));
    for (const { timer } of this.#idle.splice(0)) clearTimeout(timer);
    await Promise.all([...this.#processes].map((process) => process.kill()));
  }

  async #turn(signal: AbortSignal | undefined): Promise<void> {
    if (this.#stopping) throw this.#refusal('stopping', 'is being stopped');
    if (this.#running < this.#options.maxProcesses) {
      this.#running += 1;
      return;
    }
    if (this.#waiting.length >= this.#options.maxWaiting)
      throw this.#refusal('busy', 'has too many calls waiting');
    await new Promise<void>((resolve, reject) => {
      const waiting = { run: resolve, refuse: reject };
      this.#waiting.push(waiting);
      signal?.addEventListener(
        'abort',
        () => {
          const index = this.#waiting.indexOf(waiting);
          if (index < 0) return;
          this.#waiting.splice(index, 1);
          reject(this.#refusal('gone', 'lost its caller before the call began'));
        },
        { once: true },
      );
    });
  }

  #next(): void {
    const next = this.#waiting.shift();
    if (next !== undefined) {
      this.#running += 1;
      next.run();
    } else if (this.#running === 0) {
      this.#whenEmpty?.();
    }
  }

  #start(): FnProcess {
    const process = this.#options.start();
    this.#processes.add(process);
    process.exited.then(() => {
      this.#processes.delete(process);
      this.#forgetIdle(process);
    });
    return process;
  }

  #takeIdle(): FnProcess | undefined {
    const entry = this.#idle.pop();
    clearTimeout(entry?.timer);
    return entry?.process;
  }

  #keep(process: FnProcess): void {
    if (!process.alive) return;
    const timer = setTimeout(() => {
      this.#forgetIdle(process);
      process.kill();
    }, this.#options.idleMs);
    this.#idle.push({ process, timer });
  }

  #forgetIdle(process: FnProcess): void {
    const index = this.#idle.findIndex((entry) => entry.process === process);
    if (index >= 0) for (const { timer } of this.#idle.splice(index, 1)) clearTimeout(timer);
  }

  #refusal(failure: 'busy' | 'stopping' | 'gone', what: string): FnCallError {
    return new FnCallError(failure, `${this.#options.name} ${what}.`);
  }
}
