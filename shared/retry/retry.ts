export interface RetryPolicy {
  /**
   * Milliseconds to wait before `attempt` + 1, where the error passes by itself; undefined: it is thrown. May throw
   * another error in its place. The first attempt is 1.
   */
  readonly pauseAfter: (error: unknown, attempt: number) => number | undefined;
  readonly sleep: (ms: number) => Promise<void>;
}

/** Runs `work` again as long as the policy says so. */
export async function retry<T>(work: () => Promise<T>, { pauseAfter, sleep }: RetryPolicy): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await work();
    } catch (error) {
      const pause = pauseAfter(error, attempt);
      if (pause === undefined) throw error;
      await sleep(pause);
    }
  }
}
