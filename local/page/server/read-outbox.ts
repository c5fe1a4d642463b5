import * as z from 'zod/mini';
import { type Database, sql } from '../../../shared/database/database.ts';
import type { OutboxRow } from '../protocol.ts';

const Row = z.object({
  effect_id: z.string(),
  kind: z.string(),
  status: z.string(),
  attempts: z.int(),
  result: z.nullable(z.string()),
});
const ROWS_OF_INTERACTION = sql`
SELECT effect_id, kind, status, attempts, result FROM outbox WHERE effect_id LIKE :pattern ORDER BY effect_id`;

/** The effects that an interaction called for. An effect's id begins with the interaction's. */
export async function readOutbox(db: Database, interactionId: string): Promise<OutboxRow[]> {
  const rows = await db.query(Row, ROWS_OF_INTERACTION, { pattern: `${interactionId}%` });
  return rows.map(({ effect_id: id, ...row }) => ({ id, ...row }));
}
