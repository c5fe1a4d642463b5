import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import type * as z from 'zod/mini';
import { parseOwnFile } from '../own-file.ts';

const DEBOUNCE_MS = 300;
const REMEDY =
  "It is what an emulator remembers. Put it right, or delete it: the emulator begins again, and the clans' data stay.";

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

  /** The state as it was last saved; undefined when there is none. Throws `OwnFileError`. */
  static read<T>(path: string | undefined, schema: z.ZodMiniType<T>): T | undefined {
    if (path === undefined) return undefined;
    let text: string;
    try {
      text = readFileSync(path, 'utf8');
    } catch (error) {
      if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
      throw error;
    }
    return parseOwnFile(text, path, { schema, remedy: REMEDY });
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
