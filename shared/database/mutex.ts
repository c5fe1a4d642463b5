import { AsyncLocalStorage } from 'node:async_hooks';
import { DatabaseError } from './errors.ts';

/**
 * Lets one piece of work at a time use the one connection: the rest waits in order. Work that asks for a turn
 * of its own while it has one would wait for itself for ever; it gets `DatabaseError` 'usage' instead.
 */
export class Mutex {
  #last: Promise<unknown> = Promise.resolve();
  readonly #current = new AsyncLocalStorage<{ open: boolean }>();

  async run<T>(work: () => Promise<T>): Promise<T> {
    if (this.#current.getStore()?.open === true) {
      throw new DatabaseError(
        'usage',
        'Inside a transaction its own handle (tx) must be used, not the database.',
      );
    }
    const turn = { open: true };
    const result = this.#last
      .then(() => this.#current.run(turn, work))
      .finally(() => {
        turn.open = false;
      });
    this.#last = result.catch(() => undefined);
    return await result;
  }
}
