import { setTimeout } from 'node:timers/promises';

/** A time that may be waited for beside something else: `over` resolves after so many milliseconds, unless stopped. */
export function stoppableTimer(ms: number): { readonly over: Promise<void>; readonly stop: () => void } {
  const stopped = new AbortController();
  const over = setTimeout(ms, undefined, { signal: stopped.signal }).catch(() => undefined);
  return { over, stop: () => stopped.abort() };
}
