import type { FnAgent } from './fn-agent.ts';

const HOUR_MS = 3_600_000;

export interface ScheduleOptions {
  readonly clans: readonly string[];
  /** A clan whose set-up turned out to be wrong after the start is left out. */
  readonly isServed: (clan: string) => boolean;
  readonly now: () => number;
  readonly agent: Pick<FnAgent, 'callDetached'>;
  readonly show: (line: string) => void;
}

/**
 * Runs `sync-ranks` of each clan once an hour, spread over the hour so that clans do not meet. A clan's minute
 * follows from its name. Returns a function that stops it.
 */
export function startSchedule({ clans, isServed, now, agent, show }: ScheduleOptions): () => void {
  const timers = new Map<string, NodeJS.Timeout>();
  function plan(clan: string): void {
    const wait = untilNext(clan, now());
    timers.set(
      clan,
      setTimeout(() => {
        if (isServed(clan)) run(clan);
        plan(clan);
      }, wait),
    );
  }
  function run(clan: string): void {
    const body = Buffer.from(JSON.stringify({ job: 'sync-ranks', clan }));
    agent.callDetached('sync-ranks', body).catch((error: unknown) => {
      show(`${clan}: sync-ranks did not run: ${error instanceof Error ? error.message : error}`);
    });
  }
  for (const clan of clans) plan(clan);
  return () => {
    for (const timer of timers.values()) clearTimeout(timer);
  };
}

/** Milliseconds until the clan's minute of the hour comes next. */
export function untilNext(clan: string, now: number): number {
  const minute = [...clan].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 60, 0);
  const sinceThen = (now - minute * 60_000) % HOUR_MS;
  return HOUR_MS - sinceThen;
}
