import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, watch } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface CallHeaders {
  readonly [name: string]: string;
}

export interface SpawnedAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

/** Nothing listens there. A bench never asks the real services: without an answer of theirs it would wait for one. */
const NO_SERVICES = {
  DISCORD_API_URL: 'http://127.0.0.1:9',
  ROBLOX_API_URL: 'http://127.0.0.1:9',
  ROBLOX_USERS_API_URL: 'http://127.0.0.1:9',
} as const;

/** A process that serves a unix socket as Fn has functions do it, started as the image starts one. */
export class SpawnedFunction {
  readonly #child: ChildProcess;
  readonly #directory: string;
  readonly #agent = new Agent({ keepAlive: true, maxSockets: 1 });
  readonly #ready: Promise<void>;
  #errors = '';

  constructor(bundle: string, environment: Readonly<Record<string, string>>) {
    this.#directory = mkdtempSync(join(tmpdir(), 'bench-'));
    const watcher = watch(this.#directory);
    this.#child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', bundle], {
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { ...NO_SERVICES, ...environment, FN_LISTENER: `unix:${this.socket}`, FN_FORMAT: 'http-stream' },
    });
    this.#child.stderr?.on('data', (chunk) => {
      this.#errors += chunk;
    });
    this.#ready = new Promise((resolve, reject) => {
      watcher.on('change', (_, file) => file === 'lsnr.sock' && resolve());
      this.#child.once('exit', (code) => reject(new Error(`${bundle} ended with ${code}: ${this.#errors}`)));
    });
    this.#ready.then(
      () => watcher.close(),
      () => watcher.close(),
    );
  }

  get pid(): number | undefined {
    return this.#child.pid;
  }

  /** The path of its socket. */
  get socket(): string {
    return join(this.#directory, 'lsnr.sock');
  }

  /** Calls it over its socket, which it may still be about to open. */
  async call(body: string, headers: CallHeaders = {}): Promise<SpawnedAnswer> {
    await this.#ready;
    return new Promise((resolve, reject) => {
      const outgoing = request(
        {
          socketPath: this.socket,
          path: '/call',
          method: 'POST',
          agent: this.#agent,
          headers: {
            'Content-Type': 'application/json',
            ...headers,
            'Content-Length': String(Buffer.byteLength(body)),
          },
        },
        (incoming) => {
          const chunks: Buffer[] = [];
          incoming.on('data', (chunk) => chunks.push(chunk));
          incoming.on('end', () =>
            resolve({
              status: incoming.statusCode ?? 0,
              headers: incoming.headers,
              body: Buffer.concat(chunks).toString('utf8'),
            }),
          );
          incoming.on('error', reject);
        },
      );
      outgoing.on('error', reject);
      outgoing.end(body);
    });
  }

  /** The memory it has now (RSS), in MB; undefined where the system does not tell (`/proc` is of Linux). */
  memoryMb(): number | undefined {
    return this.#status(/VmRSS:\s+(\d+) kB/);
  }

  /** The most memory it has had so far, likewise. */
  peakMemoryMb(): number | undefined {
    return this.#status(/VmHWM:\s+(\d+) kB/);
  }

  #status(line: RegExp): number | undefined {
    try {
      const status = readFileSync(`/proc/${this.#child.pid}/status`, 'utf8');
      return Number(line.exec(status)?.[1]) / 1024;
    } catch {
      return undefined;
    }
  }

  async kill(): Promise<void> {
    this.#agent.destroy();
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const gone = new Promise((resolve) => this.#child.once('exit', resolve));
      this.#child.kill('SIGKILL');
      await gone;
    }
    rmSync(this.#directory, { recursive: true, force: true });
  }
}
