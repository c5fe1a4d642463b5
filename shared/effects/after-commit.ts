import * as z from 'zod/mini';
import { type Queryable, sql } from '../database/database.ts';
import { rowsOf } from '../outbox/effect.ts';
import { NOT_FIRST_OF_SUBJECT } from '../outbox/outbox-store.ts';
import type { ServicePause } from './pause.ts';
import { PauseRow } from './service-pause.ts';

// One look for both. A service that was never denied, or not since its last success, has nothing to say.
const AFTER_COMMIT = sql`
SELECT outbox.effect_id AS blocked_id, '-' AS service, 0 AS denied_count, 0 AS paused_until, '-' AS reason
FROM outbox WHERE ${NOT_FIRST_OF_SUBJECT}
UNION ALL
SELECT '-', service, denied_count, paused_until, reason FROM service_pauses WHERE denied_count > 0`;

const Row = z.looseObject({ blocked_id: z.string(), service: z.string() });

export interface AfterCommit {
  /** Rows that must not be performed yet: their subject has a row of another change that is not done. */
  readonly blocked: ReadonlySet<string>;
  readonly pauses: readonly ServicePause[];
}

/**
 * What the delivery that committed a change has to know before it performs its effects. It is asked after the commit: of
 * two changes at the same moment at least one then sees the other, and neither performs a subject beside the other.
 */
export async function lookAfterCommit(
  q: Queryable,
  change: { readonly base: string; readonly owner: string },
): Promise<AfterCommit> {
  const { firstId, endId } = rowsOf(change.base);
  const rows = await q.query(Row, AFTER_COMMIT, {
    first_id: firstId,
    end_id: endId,
    lease_owner: change.owner,
  });
  return {
    blocked: new Set(rows.flatMap(({ blocked_id, service }) => (service === '-' ? [blocked_id] : []))),
    pauses: rows.flatMap((row) => (row.service === '-' ? [] : [PauseRow.parse(row)])),
  };
}
