import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import * as z from 'zod/mini';
import { PictureError } from './picture-error.ts';

export { PictureError } from './picture-error.ts';

/** A noisy picture of the largest size may take longer than anybody waits, and would keep its function from ending. */
const LIMIT_MS = 20_000;

const Answer = z.object({
  problem: z.optional(z.object({ reason: z.enum(['broken', 'too-many-pixels']), message: z.string() })),
});

export type PictureType = 'image/png' | 'image/jpeg' | 'image/gif' | 'image/webp' | 'image/avif';

/**
 * Decodes a picture and throws the pixels away: so it opens for its viewers. PNG and JPEG as a whole; of what moves,
 * the first frame (of a GIF the structure of all). How many pixels it may have is decided by its header, before it is
 * decoded: 100 million in a PNG, 25 million in a JPEG, GIF or WebP, 9 million in an AVIF. It may take `limitMs`
 * (20 s) at most. Throws `PictureError`.
 */
export async function decodePicture(
  type: PictureType,
  bytes: Uint8Array,
  { limitMs = LIMIT_MS }: { readonly limitMs?: number } = {},
): Promise<void> {
  // Without what this process was started with: a script that it preloads is meant for its main thread.
  const worker = new Worker(placeOfWorker(), { workerData: { type, bytes }, execArgv: [QUIET] });
  let timer: NodeJS.Timeout | undefined;
  try {
    await new Promise<void>((resolve, reject) => {
      timer = setTimeout(
        () => reject(new PictureError('too-slow', `It takes longer than ${limitMs} ms to decode.`)),
        limitMs,
      );
      worker.once('message', (said: unknown) => {
        const { problem } = Answer.parse(said);
        if (problem === undefined) resolve();
        else reject(new PictureError(problem.reason, problem.message));
      });
      worker.once('error', (cause) => reject(new PictureError('broken', 'The decoder died.', { cause })));
      worker.once('exit', (code) =>
        reject(new PictureError('broken', `The decoder ended with code ${code}.`)),
      );
    });
  } finally {
    clearTimeout(timer);
    await worker.terminate();
  }
}

const QUIET = '--disable-warning=ExperimentalWarning';

/** The build lays it beside the bundles; the sources have it beside this file. */
function placeOfWorker(): string {
  const built = join(import.meta.dirname, 'pictures.cjs');
  return existsSync(built) ? built : join(import.meta.dirname, 'decode-worker.ts');
}
