import { closeSync, fchmodSync, mkdirSync, openSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

/** Characters that are written at once. */
const ROOM = 64_000;

/**
 * The list of everything that was odd, one line each, in a file that only this user may read: it holds names and ids.
 * It is written as it is found, so that however long it gets, it takes no memory.
 */
export class AnomalyFile {
  readonly path: string;
  #descriptor: number | undefined;
  #waiting = '';

  constructor(path: string) {
    this.path = path;
  }

  /** Empties the file, when the import starts again, and returns where lines go. */
  begin(): (line: string) => void {
    this.close();
    mkdirSync(dirname(this.path), { recursive: true, mode: 0o700 });
    const descriptor = openSync(this.path, 'w', 0o600);
    // A file that was there keeps its mode otherwise.
    fchmodSync(descriptor, 0o600);
    this.#descriptor = descriptor;
    return (line) => {
      this.#waiting += `${line}\n`;
      if (this.#waiting.length >= ROOM) this.#write(descriptor);
    };
  }

  /** Writes the last lines; to be called after a failure too. */
  close(): void {
    const descriptor = this.#descriptor;
    if (descriptor === undefined) return;
    this.#descriptor = undefined;
    try {
      this.#write(descriptor);
    } finally {
      closeSync(descriptor);
    }
  }

  #write(descriptor: number): void {
    const text = this.#waiting;
    this.#waiting = '';
    writeFileSync(descriptor, text);
  }
}
