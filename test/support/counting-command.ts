// For tests only: a command whose change shows when it is made twice.
import * as z from 'zod/mini';
import type { Handler } from '../../shared/commands/handler.ts';
import { type Queryable, sql } from '../../shared/database/database.ts';
import type { Route } from '../../shared/interactions/declaration.ts';
import { type EnvelopeTest, openEnvelopeTest, WOLF } from './envelope-test.ts';

// A change that shows when it is made twice.
const COUNT = sql`UPDATE sync_state SET state_value = state_value + 1 WHERE state_key = 'count'`;
const START = sql`INSERT INTO sync_state (state_key, state_value, changed_at) VALUES ('count', 0, 1)`;
const READ = sql`SELECT state_value AS n FROM sync_state WHERE state_key = 'count'`;

/** Counts, sends a direct message and says so. */
export const counting: Handler = async () => ({
  change: async (tx) => {
    await tx.execute(COUNT);
    const effectId = await tx.addEffect({ kind: 'dm', userId: WOLF, message: { content: 'Counted' } });
    return { message: { content: 'Done.' }, shows: [{ label: 'DM', effectId }] };
  },
});
export const REPLY = { content: 'Done.\n✅ DM: sent' };

/** A function that counts, at 0. */
export async function openCounting(route: Partial<Route> = {}) {
  const t = await openEnvelopeTest(counting, route);
  await t.db.execute(START);
  return t;
}
/** How often it has counted. */
export async function count(db: Queryable): Promise<number> {
  const [row] = await db.query(z.object({ n: z.coerce.number() }), READ);
  return row?.n ?? -1;
}
/** What the acknowledged reply was edited to, in order. */
export const replies = (t: EnvelopeTest) => t.discord.of('editOriginal').map(([message]) => message);
