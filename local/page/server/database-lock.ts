import type { Database } from '../../../shared/database/database.ts';

/** Nobody leaves a clan locked by walking away. */
const MOST_MS = 60_000;

/** Holds the write lock of clans' databases, as a long transaction of somebody else does. */
export class HeldLocks {
  readonly #held = new Map<string, () => void>();
  readonly #open: (clan: string) => Promise<Database>;
  readonly #changed: () => void;

  constructor(open: (clan: string) => Promise<Database>, changed: () => void) {
    this.#open = open;
    this.#changed = changed;
  }

  has(clan: string): boolean {
    return this.#held.has(clan);
  }

  /** Resolves when the lock is held. It is let go after a minute by itself. */
  async hold(clan: string): Promise<void> {
    if (this.#held.has(clan)) return;
    const database = await this.#open(clan);
    await new Promise<void>((resolve, reject) => {
      const work = () =>
        new Promise<void>((letGo) => {
          const timer = setTimeout(() => this.release(clan), MOST_MS);
          this.#held.set(clan, () => {
            clearTimeout(timer);
            letGo();
          });
          resolve();
        });
      database
        .transaction(work)
        .catch(reject)
        .finally(() => database.close());
    });
  }

  release(clan: string): void {
    this.#held.get(clan)?.();
    if (this.#held.delete(clan)) this.#changed();
  }

  releaseAll(): void {
    for (const clan of [...this.#held.keys()]) this.release(clan);
  }
}
