import * as z from 'zod/mini';
import { type Queryable, sql } from '../../shared/database/database.ts';

const FIND_DUE = sql`
SELECT effect_id FROM outbox WHERE subject = :subject AND status = 'due' ORDER BY effect_id {rows}`;

/** Whether an effect of this subject is still to be performed. */
export async function hasDueEffect(q: Queryable, subject: string): Promise<boolean> {
  const binds = { subject, row_offset: 0, row_limit: 1 };
  return (await q.query(z.object({ effect_id: z.string() }), FIND_DUE, binds)).length > 0;
}
