import * as z from 'zod/mini';
import { stillRuns } from '../../shared/clock/still-runs.ts';
import { type Queryable, sql } from '../../shared/database/database.ts';
import { DRAFT_COLUMNS, type Draft, DraftFields, draftOf } from '../../shared/events/draft.ts';
import { COOLDOWN_SECONDS } from './limits.ts';

/** The route whose cooldown counts. */
export const COOLDOWN_KEY = 'submit-event';

/** What decides on whether a form may be handed in now. */
export interface Standing {
  readonly isLinked: boolean;
  /** When the last cooldown ends or ended, in Unix milliseconds. */
  readonly cooldownUntil: number | undefined;
  /** The member's draft as it is stored, its day over or not. */
  readonly draft: Draft | undefined;
}

const READ_STANDING = sql`
SELECT m.roblox_user_id, c.until_at, ${DRAFT_COLUMNS}
FROM dual
LEFT JOIN members m ON m.discord_id = :discord_id
LEFT JOIN cooldowns c ON c.discord_id = :discord_id AND c.cooldown_key = :cooldown_key
LEFT JOIN drafts d ON d.discord_id = :discord_id`;

const StandingRow = z.object({
  roblox_user_id: z.nullable(z.string()),
  until_at: z.nullable(z.int()),
  ...DraftFields,
});

/** Link, cooldown and draft of a member, in one look-up. */
export async function standingOf(q: Queryable, discordId: string): Promise<Standing> {
  const binds = { discord_id: discordId, cooldown_key: COOLDOWN_KEY };
  const [row] = await q.query(StandingRow, READ_STANDING, binds);
  return {
    isLinked: row !== undefined && row.roblox_user_id !== null,
    cooldownUntil: row?.until_at ?? undefined,
    draft: row === undefined ? undefined : draftOf(row, discordId),
  };
}

/**
 * Until when a cooldown holds this form up; undefined: none does. One that keeping this very draft started does not,
 * an earlier one still does. None is longer than its own length, whatever became of the clock.
 */
export function heldUntil(
  { cooldownUntil }: Standing,
  draft: Draft | undefined,
  now: number,
): number | undefined {
  const isOwn = draft !== undefined && cooldownUntil === draft.cooldownUntil;
  const ends = [isOwn ? undefined : cooldownUntil, draft?.blockedUntil ?? undefined];
  const running = ends.filter(
    (until) => until !== undefined && stillRuns(until, now, COOLDOWN_SECONDS * 1000),
  );
  return running.length === 0 ? undefined : Math.max(...running.map((until) => until ?? 0));
}
