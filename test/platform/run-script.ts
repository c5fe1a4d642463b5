import { type ChildProcess, spawn } from 'node:child_process';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';

const ROOT = resolve(import.meta.dirname, '../..');

/** A script of the repository in a process of its own, as npm runs it. */
export class RunningScript {
  /** The exit code; null when a signal ended it. */
  readonly exit: Promise<number | null>;
  readonly #child: ChildProcess;
  #output = '';
  #onOutput: (() => void) | undefined;

  constructor(child: ChildProcess) {
    this.#child = child;
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        this.#output += text;
        this.#onOutput?.();
      });
    }
    this.exit = new Promise((done) => child.once('close', (code) => done(code)));
  }

  /** Everything written so far, to standard output and standard error. */
  get output(): string {
    return this.#output;
  }

  get pid(): number {
    return this.#child.pid ?? 0;
  }

  /** Resolves with the match as soon as the output has it. Rejects when the process ends first. */
  shows(pattern: RegExp): Promise<RegExpExecArray> {
    return new Promise((done, reject) => {
      this.#onOutput = () => {
        const match = pattern.exec(this.#output);
        if (match !== null) done(match);
      };
      this.#onOutput();
      this.exit.then((code) => reject(new Error(`It ended with ${code}:\n${this.#output}`)));
    });
  }

  signal(name: NodeJS.Signals): void {
    this.#child.kill(name);
  }
}

/**
 * Runs `scripts/run.mjs <file> <arguments>` with these variables and nothing else of the test's environment. `file`
 * is seen from `root`. A platform starts its functions when they are called, not all of them, unless `KEEP_WARM` says so.
 */
export function runScript(
  file: string,
  options: {
    readonly args?: readonly string[];
    readonly env?: Readonly<Record<string, string>>;
    readonly cwd?: string;
    /** A program that runs another one, with its arguments: as another user, say. It gets the variables as arguments. */
    readonly as?: readonly string[];
    /** Another copy of the project. */
    readonly root?: string;
  } = {},
): RunningScript {
  const root = options.root ?? ROOT;
  const runner = resolve(root, 'scripts/run.mjs');
  const env = { PATH: process.env['PATH'] ?? '', KEEP_WARM: 'front-door', ...options.env };
  const variables = Object.entries(env).map(([name, value]) => `${name}=${value}`);
  const script = [process.execPath, '--', runner, resolve(root, file), ...(options.args ?? [])];
  const [program = '', ...args] =
    options.as === undefined ? script : [...options.as, ...variables, ...script];
  return new RunningScript(
    spawn(program, args, {
      // Not the repository: somebody may keep a .env there.
      cwd: options.cwd ?? tmpdir(),
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    }),
  );
}

/** Runs a script to its end. */
export async function runToEnd(
  file: string,
  options: Parameters<typeof runScript>[1] = {},
): Promise<{ code: number | null; output: string }> {
  const script = runScript(file, options);
  const code = await script.exit;
  return { code, output: script.output };
}
