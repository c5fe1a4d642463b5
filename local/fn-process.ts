import { type ChildProcess, spawn } from 'node:child_process';
import { type FSWatcher, mkdirSync, watch } from 'node:fs';
import { Agent, type IncomingMessage, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { Readable } from 'node:stream';
import { MAX_PAYLOAD_BYTES, readRequestBytes } from './read-request-bytes.ts';

/** A call as Fn passes it to a function: the body as it is, headers with their `Fn-` names. */
export interface FnProcessCall {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
  /** Goes with the call as `Fn-Call-Id`. Default: a random one. */
  readonly id?: string;
  /** Hears that a process begins with the call, and whether it was started for it. */
  readonly begins?: (cold: boolean) => void;
}

export interface FnProcessAnswer {
  /** The outer status: 200, 502 or 504. */
  readonly status: number;
  /** Lower-case names. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
}

/** Why a call got no answer from the function itself. */
export type FnFailure = 'start' | 'crash' | 'timeout' | 'busy' | 'full' | 'gone' | 'stopping';

export class FnCallError extends Error {
  override readonly name = 'FnCallError';
  readonly failure: FnFailure;

  constructor(failure: FnFailure, message: string) {
    super(message);
    this.failure = failure;
  }
}

export interface FnProcessOptions {
  readonly name: string;
  /** Path of the bundle. */
  readonly bundle: string;
  /** A directory of its own for the socket; its path is short, because a socket's path is limited to 107 bytes. */
  readonly socketDir: string;
  /** The whole environment of the process but for what Fn itself sets. */
  readonly environment: Readonly<Record<string, string>>;
  /** Milliseconds until its socket must be there. */
  readonly startTimeoutMs: number;
  /** Gives a taker for what the function writes: one for standard output, one for standard error. */
  readonly newOutput: () => (chunk: Buffer) => void;
  /** Files that are loaded before the bundle. They may report through file descriptor 3, a line of JSON each. */
  readonly preload?: readonly string[];
  /** Takes those lines. */
  readonly onReport?: (line: string) => void;
}

/** One running function: a process in a group of its own, called over a unix socket, one call at a time. */
export class FnProcess {
  readonly name: string;
  /** Resolves when the process is gone. */
  readonly exited: Promise<void>;
  readonly #child: ChildProcess;
  readonly #socket: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #ready: Promise<void>;
  #alive = true;

  constructor(options: FnProcessOptions) {
    this.name = options.name;
    mkdirSync(options.socketDir, { recursive: true, mode: 0o700 });
    this.#socket = join(options.socketDir, 'lsnr.sock');
    const watcher = watch(options.socketDir);
    this.#child = spawn(
      process.execPath,
      [
        '--disable-warning=ExperimentalWarning',
        '--require',
        join(import.meta.dirname, 'exit-with-parent.cjs'),
        ...(options.preload ?? []).flatMap((file) => ['--require', file]),
        options.bundle,
      ],
      {
        detached: true,
        stdio: ['pipe', 'pipe', 'pipe', options.onReport === undefined ? 'ignore' : 'pipe'],
        // As in the image: the OCI SDK asks for a home when it is loaded, and a user id without a name has none.
        env: {
          HOME: tmpdir(),
          ...options.environment,
          FN_LISTENER: `unix:${this.#socket}`,
          FN_FORMAT: 'http-stream',
        },
      },
    );
    this.#child.stdout?.on('data', options.newOutput());
    this.#child.stderr?.on('data', options.newOutput());
    const reports = this.#child.stdio[3];
    if (reports instanceof Readable && options.onReport !== undefined) {
      createInterface({ input: reports }).on('line', options.onReport);
    }
    this.exited = new Promise<void>((resolve) => {
      this.#child.once('exit', () => resolve());
      this.#child.once('error', () => resolve());
    }).then(() => {
      this.#alive = false;
      this.#agent.destroy();
    });
    this.#ready = this.#waitForSocket(watcher, options.startTimeoutMs);
    this.#ready.catch(() => this.kill());
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  get alive(): boolean {
    return this.#alive;
  }

  /** Calls the function. Throws `FnCallError`; after `timeoutMs` the process is killed first. */
  async call(call: FnProcessCall, timeoutMs: number): Promise<FnProcessAnswer> {
    await this.#ready;
    let timedOut = false;
    const timer = setTimeout(() => {
      timedOut = true;
      this.kill();
    }, timeoutMs);
    try {
      return await this.#send(call, timeoutMs);
    } catch (error) {
      await this.kill();
      if (timedOut) {
        throw new FnCallError(
          'timeout',
          `${this.name} took longer than ${timeoutMs / 1000} s and was stopped.`,
        );
      }
      throw new FnCallError('crash', `${this.name} ended without an answer: ${error}`);
    } finally {
      clearTimeout(timer);
    }
  }

  /** Kills the process and everything it started; resolves when it is gone. */
  async kill(): Promise<void> {
    if (this.#alive && this.#child.pid !== undefined) {
      try {
        process.kill(-this.#child.pid, 'SIGKILL');
      } catch (error) {
        // Gone already: what was wanted.
        if (!(error instanceof Error && 'code' in error && error.code === 'ESRCH')) throw error;
      }
    }
    await this.exited;
  }

  async #waitForSocket(watcher: FSWatcher, timeoutMs: number): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    try {
      await new Promise<void>((resolve, reject) => {
        const fail = (what: string) =>
          reject(new FnCallError('start', `${this.name} could not start: ${what}`));
        watcher.on('change', (_, file) => {
          if (file === 'lsnr.sock') resolve();
        });
        watcher.once('error', (error) => fail(error.message));
        this.#child.once('error', (error) => fail(error.message));
        this.#child.once('exit', (code, signal) => fail(`it ended with ${signal ?? `code ${code}`}.`));
        timer = setTimeout(() => fail(`no socket after ${timeoutMs / 1000} s.`), timeoutMs);
      });
    } finally {
      clearTimeout(timer);
      watcher.close();
    }
  }

  #send(call: FnProcessCall, timeoutMs: number): Promise<FnProcessAnswer> {
    return new Promise((resolve, reject) => {
      const outgoing = request(
        {
          socketPath: this.#socket,
          path: '/call',
          method: 'POST',
          agent: this.#agent,
          headers: {
            ...call.headers,
            'Content-Length': String(call.body.length),
            'Fn-Call-Id': call.id ?? crypto.randomUUID(),
            'Fn-Deadline': new Date(Date.now() + timeoutMs).toISOString(),
          },
        },
        (incoming) => readAnswer(incoming).then(resolve, reject),
      );
      outgoing.once('error', reject);
      outgoing.end(call.body);
    });
  }
}

async function readAnswer(incoming: IncomingMessage): Promise<FnProcessAnswer> {
  const body = await readRequestBytes(incoming, MAX_PAYLOAD_BYTES);
  if (body === undefined) throw new Error('its answer is larger than 6 MB');
  const headers: Record<string, string> = {};
  for (const [name, value] of Object.entries(incoming.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(', ') : value;
  }
  return { status: incoming.statusCode ?? 502, headers, body };
}
