import type { RobloxClient } from '../../shared/roblox/client.ts';
import { RobloxError } from '../../shared/roblox/errors.ts';
import type { NameStore } from './name-store.ts';

const NAMES_A_CALL = 100;
/** Roblox names have letters, digits and underscores; a call with anything else might be refused as a whole. */
const PLAUSIBLE = /^\w{1,50}$/;
const ATTEMPTS = 6;
const LEAST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 120_000;

export interface ResolveOptions {
  readonly roblox: Pick<RobloxClient, 'usersByName'>;
  readonly sleep: (ms: number) => Promise<void>;
  /** Called with the number of names looked up so far. */
  readonly progress: (done: number) => void;
}

/**
 * Looks all names up at Roblox, 100 a call, and waits where Roblox asks to. Returns why it gave up before the end, or
 * undefined; the names that are left are then neither known nor unknown. Never throws `RobloxError`.
 */
export async function resolveNames(names: NameStore, options: ResolveOptions): Promise<string | undefined> {
  let after = '';
  let done = 0;
  for (;;) {
    const asked = names.after(after, NAMES_A_CALL);
    const last = asked.at(-1);
    if (last === undefined) return undefined;
    const problem = await ask(names, asked, options);
    if (problem !== undefined) return problem;
    done += asked.length;
    options.progress(done);
    after = last.key;
  }
}

async function ask(
  names: NameStore,
  asked: readonly { key: string; name: string }[],
  { roblox, sleep }: ResolveOptions,
): Promise<string | undefined> {
  const plausible = asked.map(({ name }) => name).filter((name) => PLAUSIBLE.test(name));
  for (let attempt = 1; ; attempt += 1) {
    try {
      names.answerAll(asked, plausible.length === 0 ? [] : await roblox.usersByName(plausible));
      return undefined;
    } catch (error) {
      if (!(error instanceof RobloxError)) throw error;
      // Where nobody answers at all, more patience would only make people wait.
      const attempts = error.status === 0 && error.retryAfterMs === undefined ? 2 : ATTEMPTS;
      if (!error.retryable || attempt >= attempts) return error.message;
      const doubled = LEAST_WAIT_MS * 2 ** (attempt - 1);
      await sleep(Math.min(LONGEST_WAIT_MS, Math.max(error.retryAfterMs ?? 0, doubled)));
    }
  }
}
