import * as z from 'zod/mini';
import { repeat } from './repeat.ts';

/**
 * Gets `/health` at once and then every minute, as the monitor of the cloud does: this keeps functions warm and
 * carries out effects that are due. A problem is shown when it comes, changes and goes. Returns a function that stops it.
 */
export function startMonitor(
  url: string,
  show: (line: string) => void,
  everyMs = 60_000,
): () => Promise<void> {
  let shown: string | undefined;
  return repeat(everyMs, async (signal) => {
    const problem = await check(url, signal);
    if (signal.aborted) return;
    // A number alone is how often a job has failed by now.
    const what = problem?.replaceAll(/\d+/g, '');
    if (problem !== undefined && what !== shown) show(`/health: ${problem}`);
    if (problem === undefined && shown !== undefined) show('/health: well again');
    shown = what;
  });
}

const Problems = z.object({ problems: z.array(z.string()) });

function problemsIn(text: string): readonly string[] {
  try {
    return Problems.safeParse(JSON.parse(text)).data?.problems ?? [];
  } catch {
    return [];
  }
}

async function check(url: string, signal: AbortSignal): Promise<string | undefined> {
  try {
    const limit = AbortSignal.any([signal, AbortSignal.timeout(10_000)]);
    const response = await fetch(`${url}/health`, { signal: limit });
    const text = await response.text();
    if (response.ok) return undefined;
    return [`answered ${response.status}`, ...problemsIn(text)].join('; ');
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
