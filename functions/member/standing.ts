import * as z from 'zod/mini';
import { type Blacklisting, findBlacklisting } from '../../shared/blacklist/blacklist.ts';
import { type Queryable, sql } from '../../shared/database/database.ts';
import { unlessOlder } from '../../shared/database/older-schema.ts';
import type { OpenLeave } from '../../shared/leave/leave.ts';

/** Whether somebody is blacklisted, and their leave that is requested, approved or running. */
export interface Standing {
  readonly blacklisting: Blacklisting | undefined;
  readonly leave: OpenLeave | undefined;
}

const STANDING = sql`
SELECT b.discord_id AS blacklisted_id, b.reason, b.expires_at, b.created_by, b.created_at, l.status, l.first_day,
  l.last_day
FROM dual LEFT JOIN leaves l ON l.open_key = :discord_id
LEFT JOIN blacklist b
  ON b.discord_id = :discord_id AND (b.expires_at IS NULL OR b.expires_at > :now_ms)`;

const StandingRow = z.object({
  blacklisted_id: z.nullable(z.string()),
  reason: z.nullable(z.string()),
  expires_at: z.nullable(z.int()),
  created_by: z.nullable(z.string()),
  created_at: z.nullable(z.int()),
  status: z.nullable(z.enum(['requested', 'approved', 'running'])),
  first_day: z.nullable(z.string()),
  last_day: z.nullable(z.string()),
});

/** Both in one look; a schema without leaves has none. */
export async function standingOf(q: Queryable, discordId: string, now: number): Promise<Standing> {
  const binds = { discord_id: discordId, now_ms: now };
  const rows = await unlessOlder(() => q.query(StandingRow, STANDING, binds), undefined);
  const [row] = rows ?? [];
  if (row === undefined) {
    return { blacklisting: await findBlacklisting(q, discordId, now), leave: undefined };
  }
  const { status, first_day: firstDay, last_day: lastDay, created_at: createdAt } = row;
  return {
    leave:
      status === null || firstDay === null || lastDay === null ? undefined : { status, firstDay, lastDay },
    blacklisting:
      row.blacklisted_id === null || createdAt === null
        ? undefined
        : {
            discordId,
            reason: row.reason,
            expiresAt: row.expires_at,
            createdBy: row.created_by,
            createdAt,
          },
  };
}
