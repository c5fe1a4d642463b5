import { stillRuns } from '../clock/still-runs.ts';
import type { Database } from '../database/database.ts';
import type { Logger } from '../log/logger.ts';
import type { RobloxClient } from '../roblox/client.ts';
import { RobloxError } from '../roblox/errors.ts';
import { storedResults } from './result-texts.ts';
import { findPause, noteFailure, noteSuccess, pauseLeftMs, type ServicePause } from './service-pause.ts';

/** What is known of the pause is taken from memory for so long; other invocations may change it. */
const KEPT_MS = 15_000;

/**
 * A clan's Roblox whose reads with the clan's key stop while calls to Roblox are paused, and count towards a pause,
 * as the effects of the outbox do. Asking about the key itself is let through: when Roblox then says that the key
 * works, the pause ends. Writes are the outbox's own, which knows a refusal of a rank from one of the key; the calls
 * that carry no key go through as well.
 */
export function pausingRoblox(
  roblox: RobloxClient,
  { db, now, log }: { readonly db: Database; readonly now: () => number; readonly log: Logger },
): RobloxClient {
  let known: { readonly pause: Promise<ServicePause | undefined>; readonly until: number } | undefined;

  function current(): Promise<ServicePause | undefined> {
    if (known === undefined || !stillRuns(known.until, now(), KEPT_MS)) {
      known = { pause: findPause(db, 'roblox'), until: now() + KEPT_MS };
    }
    return known.pause;
  }

  async function counting<T>(read: () => Promise<T>, isGood: (answer: T) => boolean): Promise<T> {
    try {
      const answer = await read();
      // Single denials before a pause are the outbox's to forget; a success after one shows that it is over.
      if (isGood(answer) && ((await current())?.pausedUntil ?? 0) > 0) {
        await noteSuccess(db, 'roblox', now());
        known = undefined;
      }
      return answer;
    } catch (error) {
      await noteFailure(db, error, { now: now(), log });
      known = undefined;
      throw error;
    }
  }

  async function unlessPaused<T>(route: string, read: () => Promise<T>): Promise<T> {
    const pause = await current();
    const left = pauseLeftMs(pause, now());
    if (pause !== undefined && left > 0) throw pausedError(route, pause, left);
    return counting(read, () => true);
  }

  return {
    ...roblox,
    user: (id) => unlessPaused('GET user', () => roblox.user(id)),
    membership: (id) => unlessPaused('GET membership', () => roblox.membership(id)),
    memberships: (ids) => unlessPaused('GET memberships', () => roblox.memberships(ids)),
    groupMemberships: (token) => unlessPaused('GET memberships', () => roblox.groupMemberships(token)),
    groupRoles: () => unlessPaused('GET roles', () => roblox.groupRoles()),
    groupRolesNow: () => unlessPaused('GET roles', () => roblox.groupRolesNow()),
    group: () => unlessPaused('GET group', () => roblox.group()),
    introspectKey: () =>
      counting(
        () => roblox.introspectKey(),
        ({ enabled, expired }) => enabled && !expired,
      ),
  };
}

function pausedError(route: string, { pausedUntil, reason }: ServicePause, leftMs: number): RobloxError {
  return new RobloxError(storedResults.callsPaused, {
    status: 0,
    code: 'paused',
    route,
    retryable: true,
    retryAfterMs: leftMs,
    pause: { until: pausedUntil, reason: reason ?? '' },
  });
}
