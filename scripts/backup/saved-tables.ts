import { BLACKLIST_COLUMNS } from '../../shared/blacklist/blacklist.ts';
import { binds, names, type Sql, sql } from '../../shared/database/database.ts';
import { PAUSE_COLUMNS } from '../../shared/effects/service-pause.ts';
import { DRAFT_COLUMNS } from '../../shared/events/draft.ts';
import { EVENT_COLUMNS, PARTICIPANT_COLUMNS } from '../../shared/events/event.ts';
import { LEAVE_COLUMNS } from '../../shared/leave/leave.ts';
import { CHALLENGE_COLUMNS } from '../../shared/members/link-challenge.ts';
import { MEMBER_COLUMNS } from '../../shared/members/member-row.ts';
import { QUOTA_COLUMNS } from '../../shared/quota/quota.ts';
import { REPORT_COLUMNS } from '../../shared/quota/weekly-report.ts';
import { CARD_COLUMNS } from '../../shared/ranks/promotion-cards.ts';
import { RANK_COLUMNS } from '../../shared/ranks/rank.ts';
import { RANK_CHANGE_COLUMNS } from '../../shared/ranks/rank-change.ts';
import { SETTING_COLUMNS } from '../../shared/settings/settings-store.ts';

/** How one table is written to an export and read from it. */
export interface SavedTable {
  readonly name: string;
  /** The version of the schema that made it. A migration adds tables; what a table holds stays as it is. */
  readonly since: number;
  /** The columns that an export holds, in the order in which its checksum takes them. */
  readonly columns: readonly string[];
  /** One or two columns of text by which the rows are sorted; together they are unique. */
  readonly key: readonly string[];
  /** A page of rows after `:after_1` (and `:after_2`). */
  readonly page: Sql;
  readonly add: Sql;
  readonly clear: Sql;
}

const OUTBOX_COLUMNS = sql`effect_id, subject, kind, payload, status, due_at, attempts, created_at, ordinal`;
/**
 * Effects that are still to be done, as if nobody had taken them. Replies stay out: their tokens are secrets while they
 * live, and they live for 15 minutes. What is finished says nothing to another database.
 */
const OUTBOX_PAGE = sql`
SELECT ${OUTBOX_COLUMNS} FROM outbox
WHERE status = 'due' AND kind <> 'reply' AND effect_id > :after_1 ORDER BY effect_id {rows}`;

/** Every table of a clan's schema, what others refer to first. A test holds them against the migrations. */
export const SAVED_TABLES: readonly SavedTable[] = [
  savedTable('ranks', ['rank_id'], RANK_COLUMNS),
  savedTable('members', ['discord_id'], MEMBER_COLUMNS),
  savedTable('roblox_links', ['roblox_user_id', 'discord_id'], 'roblox_user_id, discord_id, linked_at'),
  savedTable('rank_changes', ['change_id'], RANK_CHANGE_COLUMNS),
  savedTable('promotion_cards', ['card_id'], CARD_COLUMNS),
  savedTable('blacklist', ['discord_id'], BLACKLIST_COLUMNS),
  savedTable('link_challenges', ['challenge_id'], CHALLENGE_COLUMNS),
  savedTable('events', ['event_id'], EVENT_COLUMNS),
  savedTable('event_participants', ['event_id', 'participant_key'], PARTICIPANT_COLUMNS),
  savedTable('drafts', ['discord_id'], `discord_id, ${DRAFT_COLUMNS.trim()}`, { since: 2 }),
  savedTable(
    'point_entries',
    ['entry_id'],
    'entry_id, member_id, points_delta, lifetime_delta, kind, reason, actor_id, event_id, reverses_entry_id, once_key, created_at',
  ),
  savedTable('period_points', ['period_key', 'discord_id'], 'period_key, discord_id, points, joined_at'),
  savedTable('settings', ['setting_key', 'setting_source'], SETTING_COLUMNS),
  savedTable('cooldowns', ['discord_id', 'cooldown_key'], 'discord_id, cooldown_key, until_at'),
  savedTable('interactions', ['interaction_id'], 'interaction_id, claimed_at'),
  savedTable('outbox', ['effect_id'], OUTBOX_COLUMNS, { page: OUTBOX_PAGE }),
  savedTable('service_pauses', ['service'], PAUSE_COLUMNS),
  savedTable('sync_state', ['state_key'], 'state_key, state_value, changed_at'),
  savedTable('leaves', ['leave_id'], LEAVE_COLUMNS.trim(), { since: 3 }),
  savedTable('quotas', ['quota_id'], QUOTA_COLUMNS.trim(), { since: 3 }),
  savedTable(
    'quota_excuses',
    ['week_key', 'discord_id'],
    'week_key, discord_id, reason, excused_by, excused_at',
    { since: 3 },
  ),
  savedTable('quota_reports', ['week_key'], REPORT_COLUMNS.trim(), { since: 3 }),
  savedTable(
    'join_decisions',
    ['decision_id'],
    'decision_id, open_key, roblox_user_id, roblox_name, decision, status, error_text, decided_by, decided_at, finished_at',
    { since: 3 },
  ),
  savedTable(
    'hourly_guards',
    ['discord_id', 'guard_kind'],
    'discord_id, guard_kind, used_by_minute, row_version, told_at, lifted_by, lifted_at, changed_at',
    { since: 3 },
  ),
  savedTable(
    'point_reverts',
    ['revert_id'],
    'revert_id, officer_id, member_id, since_at, with_events, planned_by, planned_at, applied_at',
    { since: 3 },
  ),
  savedTable('nicknames', ['discord_id'], 'discord_id, nickname, status, reason, changed_at', { since: 3 }),
  savedTable('rank_tags', ['rank_id'], 'rank_id, tag', { since: 3 }),
];

/** The tables of a schema of this version. */
export function savedTablesOf(schema: number): readonly SavedTable[] {
  return SAVED_TABLES.filter((table) => table.since <= schema);
}

/** Every statement that is built here, for the tests of statements. */
export const BUILT_STATEMENTS: readonly Sql[] = SAVED_TABLES.flatMap(({ page, add, clear }) => [
  page,
  add,
  clear,
]);

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

/** `list`: the columns, parted by commas. `page`: for a table of which not every row is saved. */
function savedTable(
  name: string,
  key: readonly [string, string?],
  list: string,
  { since = 1, page }: { readonly since?: number; readonly page?: Sql } = {},
): SavedTable {
  const columns = list.split(/[\s,]+/);
  return {
    name,
    since,
    key: key.flatMap((column) => column ?? []),
    columns,
    page: page ?? pageOf(name, key, columns),
    add: sql`INSERT INTO ${names(name)} (${names(...columns)}) VALUES (${binds(columns)})`,
    clear: sql`DELETE FROM ${names(name)}`,
  };
}

function pageOf(table: string, [first, second]: readonly [string, string?], columns: readonly string[]): Sql {
  const from = sql`SELECT ${names(...columns)} FROM ${names(table)}`;
  const a = names(first);
  if (second === undefined) return sql`${from} WHERE ${a} > :after_1 ORDER BY ${a} {rows}`;
  const b = names(second);
  return sql`${from} WHERE ${a} > :after_1 OR (${a} = :after_1 AND ${b} > :after_2) ORDER BY ${a}, ${b} {rows}`;
}
