/**
 * Does something again and again, `everyMs` after it ended the last time; the first time at once, or with `later`
 * after the same while. `work` handles its own failures. The function returned stops it and waits for what is
 * under way.
 */
export function repeat(
  everyMs: number,
  work: (signal: AbortSignal) => Promise<void>,
  options: { readonly later?: boolean } = {},
): () => Promise<void> {
  const stopping = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> = Promise.resolve();

  function wait(): void {
    if (!stopping.signal.aborted) timer = setTimeout(run, everyMs);
  }
  function run(): void {
    running = work(stopping.signal).then(wait);
  }
  if (options.later === true) wait();
  else run();
  return async () => {
    stopping.abort();
    clearTimeout(timer);
    await running;
  };
}
