import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const DEBOUNCE_MS = 300;

/** Keeps an emulator's state in a JSON file: written soon after a change and on stop, atomically by a rename. */
export class StateFile {
  readonly #path: string | undefined;
  readonly #snapshot: () => unknown;
  #timer: NodeJS.Timeout | undefined;

  /** `path` undefined: nothing is kept. */
  constructor(path: string | undefined, snapshot: () => unknown) {
    this.#path = path;
    this.#snapshot = snapshot;
  }

  /** The state as it was last saved; undefined when there is none. Throws when the file is not JSON. */
  static read(path: string | undefined): unknown {
    if (path === undefined) return undefined;
    let text: string;
    try {
      text = readFileSync(path, 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
    try {
      return JSON.parse(text);
    } catch (cause) {
      throw new Error(`${path} is not JSON. "npm run reset" clears it.`, { cause });
    }
  }

  changed(): void {
    if (this.#path === undefined || this.#timer !== undefined) return;
    this.#timer = setTimeout(() => this.save(), DEBOUNCE_MS);
    this.#timer.unref();
  }

  save(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    if (this.#path === undefined) return;
    mkdirSync(dirname(this.#path), { recursive: true });
    const unfinished = `${this.#path}.new`;
    writeFileSync(unfinished, JSON.stringify(this.#snapshot()), { mode: 0o600 });
    renameSync(unfinished, this.#path);
  }
}
