import type { SavedTable } from './saved-table.ts';
import { EVENT_TABLES } from './tables-of-events.ts';
import { MEMBER_TABLES } from './tables-of-members.ts';
import { OPERATION_TABLES } from './tables-of-operation.ts';

/** Every table of a clan's schema, what others refer to first. A test holds them against the migrations. */
export const SAVED_TABLES: readonly SavedTable[] = [...MEMBER_TABLES, ...EVENT_TABLES, ...OPERATION_TABLES];

/** Columns that an export leaves out, and why. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  'outbox.lease_owner': 'nobody who runs has taken the effect in the new place',
  'outbox.lease_until': 'the same',
  'outbox.result': 'of an effect that is still to be done it says only why it waits',
  'outbox.finished_at': 'finished effects are left out',
};
/** Tables that an export leaves out, and why. */
export const LEFT_OUT_TABLES: Readonly<Record<string, string>> = {
  schema_migrations: 'the migrator writes it; the version stands at the head of the export',
  schema_lease: 'the same',
};
