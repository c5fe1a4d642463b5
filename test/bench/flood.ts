import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import type { FloodOptions } from './flood-worker.ts';

/** Requests that Discord did not sign, one after the other on each connection, until it is stopped. */
export interface Flood {
  /** Resolves with how many were answered. Throws when one was answered otherwise than it should be. */
  readonly stop: () => Promise<number>;
}

/**
 * Posts over many connections to a function's socket, from a thread of its own so that who measures meanwhile is not
 * held up by the sending. Resolves when each connection has had an answer.
 */
export async function startFlood(options: FloodOptions): Promise<Flood> {
  const worker = new Worker(new URL('./flood-worker.ts', import.meta.url), { workerData: options });
  await once(worker, 'message');
  return {
    async stop() {
      worker.postMessage('stop');
      const [answered] = await once(worker, 'message');
      await worker.terminate();
      return Number(answered);
    },
  };
}
