import { setTimeout } from 'node:timers/promises';
import { RateSearch } from './rate-search.ts';

/** What a load came to, from when its rate was found. */
export interface Driven {
  /** Requests per second that were answered. */
  readonly rate: number;
  readonly answered: number;
  /** From when a request was to be sent until its answer, in milliseconds, rising. */
  readonly waits: readonly number[];
  /** Why requests were not answered, one reason for each. */
  readonly failures: readonly string[];
}

export interface DriveOptions {
  /** How long, in milliseconds; the search for the rate included. */
  readonly ms: number;
  /** Work that was accepted and is not done yet: when it takes longer than a second's requests, the rate is too high. */
  readonly backlog: () => number;
  /** Called after each 5 s. */
  readonly afterWindow?: () => void;
}

const WINDOW_MS = 5_000;
/** Half of what is promised, so that a burst has room. */
const HIGHEST_P99_MS = 500;
/** So many may wait at once however low the rate is: processes start. */
const FEW = 20;

/**
 * Sends requests at the highest rate at which 99 of 100 are answered within 500 ms in each 5 s, as `RateSearch` finds it.
 * Requests are sent when they are due, whatever became of those before, until a second's requests wait: connections by the
 * thousand would be refused, which the next rate would pay for. `send` resolves with the answer and throws when
 * there is none: the rate is too high then as well. Throws when the time is over before the rate was found.
 */
export async function drive(send: () => Promise<void>, options: DriveOptions): Promise<Driven> {
  const begun = performance.now();
  const search = new RateSearch();
  const pending = new Set<Promise<void>>();
  let failures: string[] = [];
  let waits: number[] = [];
  let foundAt: number | undefined;

  while (performance.now() - begun < options.ms) {
    const { rate } = search;
    const window: number[] = [];
    const open = new Set<number>();
    const failedBefore = failures.length;
    const start = performance.now();
    const hasRoom = () => pending.size <= rate + FEW;
    for (let sent = 0; hasRoom() && performance.now() - start < WINDOW_MS; sent += 1) {
      const dueAt = start + (sent * 1_000) / rate;
      const wait = dueAt - performance.now();
      if (wait > 0) await setTimeout(wait);
      open.add(dueAt);
      const request = send()
        .catch((error: unknown) => void failures.push(String(error)))
        .then(() => {
          const ms = performance.now() - dueAt;
          open.delete(dueAt);
          window.push(ms);
          waits.push(ms);
          pending.delete(request);
        });
      pending.add(request);
    }
    options.afterWindow?.();
    const ages = [...open].map((dueAt) => performance.now() - dueAt);
    const isKept =
      hasRoom() &&
      failures.length === failedBefore &&
      p99([...window, ...ages]) <= HIGHEST_P99_MS &&
      options.backlog() <= rate;
    search.judge(isKept);
    if (!isKept) {
      // The next rate is judged by itself.
      await Promise.all(pending);
      while (options.backlog() > 0) await setTimeout(50);
    }
    if (search.isFound && foundAt === undefined) {
      // What the search has left over does not count.
      await Promise.all(pending);
      foundAt = performance.now();
      waits = [];
      failures = [];
    }
  }
  if (foundAt === undefined)
    throw new Error(`The rate was not found in ${options.ms} ms; the last was ${search.rate}/s.`);
  const seconds = (performance.now() - foundAt) / 1_000;
  const answered = waits.length;
  await Promise.all(pending);
  return { rate: answered / seconds, answered, waits: waits.toSorted((a, b) => a - b), failures };
}

/** What 99 of 100 are not above; 0 of none. */
export function p99(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * 0.99) - 1] ?? 0;
}
