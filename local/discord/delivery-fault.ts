import { setTimeout as wait } from 'node:timers/promises';
import type { Post } from './deliver-interaction.ts';

export type DeliveryMode = 'twice' | 'late' | 'lost';

/** Longer than Discord waits for an answer. */
const LATE_MS = 4_000;

/** What goes wrong with the next interactions between Discord and the bot. */
export class DeliveryFault {
  #mode: DeliveryMode | undefined;
  #left = 0;

  get mode(): DeliveryMode | undefined {
    return this.#left > 0 ? this.#mode : undefined;
  }

  /** The next `times` interactions arrive twice, late or never; `undefined` ends it. */
  set(mode: DeliveryMode | undefined, times = 1): void {
    this.#mode = mode;
    this.#left = mode === undefined ? 0 : times;
  }

  /** Sends an interaction, under the fault where one is on. */
  readonly post: Post = async (url, init) => {
    const { mode } = this;
    this.#left = Math.max(0, this.#left - 1);
    if (mode === 'lost') return never(init.signal);
    if (mode === 'late') {
      const { signal, ...unlimited } = init;
      // Discord has given up by then, and the bot gets it all the same.
      void wait(LATE_MS).then(() => fetch(url, unlimited).catch(() => undefined));
      return never(signal);
    }
    const sent = fetch(url, init);
    if (mode === 'twice') void fetch(url, init).catch(() => undefined);
    return sent;
  };
}

function never(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason));
  });
}
