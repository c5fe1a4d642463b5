import * as z from 'zod/mini';
import { binds, type Queryable, sql } from '../../shared/database/database.ts';
import { listNames, valueLists } from '../../shared/database/value-lists.ts';
import type { JoinAnswer } from '../../shared/members/join-decision.ts';
import type { JoinRequest } from '../../shared/roblox/client.ts';

/** What the clan knows of a Roblox account that asks to join. */
export interface Standing {
  /** Who is linked to it. */
  readonly linkedTo: string | undefined;
  readonly isBlacklisted: boolean;
  /** Blacklisted people who hold or held it, the linked one left out. */
  readonly heldBy: readonly string[];
  /** A decision that Roblox has not taken yet. */
  readonly waiting: { readonly decision: JoinAnswer; readonly by: string | null } | undefined;
}

/** A request to join, with what Roblox and the clan know of who makes it. */
export interface ShownRequest {
  readonly request: JoinRequest;
  /** Undefined: the account is gone. Not escaped. */
  readonly name: string | undefined;
  /** Unix milliseconds; undefined: Roblox does not say. */
  readonly createdAt: number | undefined;
  readonly standing: Standing;
}

const IDS = binds(listNames(25));
const STANDINGS = sql`
SELECT m.roblox_user_id AS account_id, m.discord_id AS person_id,
  CASE WHEN b.discord_id IS NULL THEN 'linked' ELSE 'banned' END AS relation
FROM members m LEFT JOIN blacklist b
  ON b.discord_id = m.discord_id AND (b.expires_at IS NULL OR b.expires_at > :now_ms)
WHERE m.roblox_user_id IN (${IDS})
UNION ALL
SELECT l.roblox_user_id, l.discord_id, 'held'
FROM roblox_links l JOIN blacklist b
  ON b.discord_id = l.discord_id AND (b.expires_at IS NULL OR b.expires_at > :now_ms)
WHERE l.roblox_user_id IN (${IDS})
UNION ALL
SELECT d.open_key, d.decided_by, d.decision FROM join_decisions d WHERE d.open_key IN (${IDS})`;
export const BUILT_STATEMENTS = [STANDINGS];

const Row = z.object({
  account_id: z.string(),
  person_id: z.nullable(z.string()),
  relation: z.enum(['linked', 'banned', 'held', 'accept', 'decline']),
});

/** How these accounts stand, 25 at most, by Roblox id; in one query. */
export async function standingsOf(
  q: Queryable,
  robloxUserIds: readonly string[],
  now: number,
): Promise<ReadonlyMap<string, Standing>> {
  const [list] = valueLists(robloxUserIds);
  const rows = list === undefined ? [] : await q.query(Row, STANDINGS, { ...list.values, now_ms: now });
  return new Map(
    robloxUserIds.map((id) => [id, standing(rows.filter(({ account_id }) => account_id === id))]),
  );
}

function standing(rows: readonly z.infer<typeof Row>[]): Standing {
  const linked = rows.find(({ relation }) => relation === 'linked' || relation === 'banned');
  const linkedTo = linked?.person_id ?? undefined;
  const held = rows.flatMap(({ relation, person_id: id }) =>
    relation === 'held' && id !== null && id !== linkedTo ? [id] : [],
  );
  const open = rows.flatMap(({ relation, person_id: by }) =>
    relation === 'accept' || relation === 'decline' ? [{ decision: relation, by }] : [],
  )[0];
  return {
    linkedTo,
    isBlacklisted: linked?.relation === 'banned',
    heldBy: [...new Set(held)],
    waiting: open,
  };
}
