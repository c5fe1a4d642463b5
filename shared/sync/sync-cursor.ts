import * as z from 'zod/mini';
import { SyncReport } from './sync-report.ts';

/**
 * How far a round through the linked members has come. First the group is listed, where that is cheaper, and whoever is on a
 * page is compared at once; then the members by id, those who were not on the list.
 */
export const SyncCursor = z.object({
  /** The token of the group's next page, '' for the first; null: the group is not listed, or not any more. */
  page: z._default(z.nullable(z.string()), null),
  /** The list came to its end: whoever was not on it is not in the group. */
  listed: z._default(z.boolean(), false),
  /** The member behind whom it goes on by id; null: not begun. */
  after: z.nullable(z.string()),
  /** Of all runs of this round so far. */
  report: SyncReport,
});
export type SyncCursor = z.infer<typeof SyncCursor>;
