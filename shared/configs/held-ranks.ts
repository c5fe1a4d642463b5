import * as z from 'zod/mini';
import { type Queryable, sql } from '../database/database.ts';
import type { Rank } from '../ranks/rank.ts';

const HolderRow = z.object({ discord_id: z.string(), roblox_name: z.nullable(z.string()) });
const HOLDERS = sql`
SELECT discord_id, roblox_name FROM members WHERE rank_id = :rank_id ORDER BY joined_at, discord_id {rows}`;
const SHOWN = 5;

/** Says of ranks that cannot be dropped who holds them, a line each. */
export async function heldRanks(
  q: Queryable,
  held: readonly { readonly rank: Rank; readonly members: number }[],
): Promise<string[]> {
  const lines: string[] = [];
  for (const { rank, members } of held) {
    const binds = { rank_id: rank.id, row_offset: 0, row_limit: SHOWN };
    const holders = await q.query(HolderRow, HOLDERS, binds);
    const names = holders.map((holder) => holder.roblox_name ?? holder.discord_id);
    const rest = members > names.length ? ` and ${members - names.length} more` : '';
    lines.push(
      `ranks.json: the rank ${JSON.stringify(rank.name)} is gone from the file, but ${members} ` +
        `${members === 1 ? 'member holds' : 'members hold'} it (${names.join(', ')}${rest}). Nothing was changed. ` +
        'Put it back, or give them another rank with /set-rank first.',
    );
  }
  return lines;
}
