import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** The bytes of attachments by attachment id: in memory, or in a directory where the emulator keeps its state. */
export class AttachmentFiles {
  readonly #directory: string | undefined;
  readonly #inMemory = new Map<string, Uint8Array>();

  constructor(directory: string | undefined) {
    this.#directory = directory;
  }

  put(id: string, bytes: Uint8Array): void {
    if (this.#directory === undefined) {
      this.#inMemory.set(id, bytes);
      return;
    }
    mkdirSync(this.#directory, { recursive: true });
    writeFileSync(join(this.#directory, id), bytes, { mode: 0o600 });
  }

  /** Undefined when there are none, for instance after the directory was cleared. `id` comes from the state only. */
  get(id: string): Uint8Array | undefined {
    if (this.#directory === undefined) return this.#inMemory.get(id);
    try {
      return readFileSync(join(this.#directory, id));
    } catch {
      return undefined;
    }
  }
}
