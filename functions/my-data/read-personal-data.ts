import * as z from 'zod/mini';
import { type Queryable, type Sql, sql } from '../../shared/database/database.ts';
import { unlessOlder } from '../../shared/database/older-schema.ts';

/** Rows of one kind beyond this are left out of an export. */
export const MAX_ROWS = 5000;

/** Columns as the schema names them; times are made readable. */
type PersonalRow = Readonly<Record<string, string | number | null>>;
export interface PersonalData {
  readonly sections: Readonly<Record<string, readonly PersonalRow[]>>;
  /** Sections of which there was more. */
  readonly truncated: readonly string[];
}

const MEMBER = sql`
SELECT m.discord_id, m.roblox_user_id, m.roblox_name, r.rank_name, m.points, m.total_points, m.roblox_role_ids,
  m.refused_change_id, m.joined_at, m.linked_at, m.synced_at
FROM members m JOIN ranks r ON r.rank_id = m.rank_id WHERE m.discord_id = :discord_id {rows}`;
const ACCOUNTS = sql`
SELECT roblox_user_id, linked_at FROM roblox_links WHERE discord_id = :discord_id ORDER BY linked_at DESC {rows}`;
const POINTS = sql`
SELECT entry_id, points_delta, lifetime_delta, kind, reason, event_id, reverses_entry_id, created_at
FROM point_entries WHERE member_id = :discord_id ORDER BY created_at DESC, entry_id DESC {rows}`;
const PERIODS = sql`
SELECT period_key, points FROM period_points WHERE discord_id = :discord_id ORDER BY period_key DESC {rows}`;
const RANK_CHANGES = sql`
SELECT c.change_id, o.rank_name AS old_rank, n.rank_name AS new_rank, c.cause, c.roblox_state, c.roblox_error,
  c.created_at
FROM rank_changes c LEFT JOIN ranks o ON o.rank_id = c.old_rank_id LEFT JOIN ranks n ON n.rank_id = c.new_rank_id
WHERE c.member_id = :discord_id ORDER BY c.created_at DESC, c.change_id DESC {rows}`;
const CARDS = sql`
SELECT c.card_id, r.rank_name, c.status, c.created_at, c.decided_at
FROM promotion_cards c LEFT JOIN ranks r ON r.rank_id = c.rank_id
WHERE c.member_id = :discord_id ORDER BY c.created_at DESC, c.card_id DESC {rows}`;
const SUBMITTED = sql`
SELECT event_id, event_type, status, starts_at, ends_at, starts_text, ends_text, proof_name, proof_sha256, points,
  note, submitted_at, decided_at
FROM events WHERE host_id = :discord_id ORDER BY submitted_at DESC, event_id DESC {rows}`;
const ATTENDED = sql`
SELECT p.event_id, e.event_type, e.status, p.roblox_name, p.entry_id, e.submitted_at
FROM event_participants p JOIN events e ON e.event_id = p.event_id
WHERE p.discord_id = :discord_id ORDER BY e.submitted_at DESC, p.event_id DESC {rows}`;
const BLACKLISTED = sql`
SELECT reason, expires_at, created_at FROM blacklist WHERE discord_id = :discord_id {rows}`;
const CODES = sql`
SELECT roblox_user_id, roblox_name, code, expires_at, used_at FROM link_challenges
WHERE discord_id = :discord_id ORDER BY expires_at DESC {rows}`;
const DRAFTS = sql`
SELECT draft_id, event_type, member_ids, typed_names, starts_text, ends_text, proof_name, proof_type, proof_bytes,
  proof_url, saved_at, expires_at
FROM drafts WHERE discord_id = :discord_id {rows}`;
const COOLDOWNS = sql`
SELECT cooldown_key, until_at FROM cooldowns WHERE discord_id = :discord_id ORDER BY cooldown_key {rows}`;
const POINTS_GIVEN = sql`
SELECT entry_id, points_delta, lifetime_delta, kind, reason, created_at FROM point_entries
WHERE actor_id = :discord_id ORDER BY created_at DESC, entry_id DESC {rows}`;
const EVENTS_DECIDED = sql`
SELECT event_id, event_type, status, points, note, decided_at FROM events
WHERE decided_by = :discord_id ORDER BY decided_at DESC NULLS LAST, event_id DESC {rows}`;
const RANKS_GIVEN = sql`
SELECT change_id, cause, created_at FROM rank_changes
WHERE actor_id = :discord_id ORDER BY created_at DESC, change_id DESC {rows}`;
const CARDS_DECIDED = sql`
SELECT card_id, status, decided_at FROM promotion_cards
WHERE decided_by = :discord_id ORDER BY decided_at DESC NULLS LAST, card_id DESC {rows}`;
const BLACKLISTINGS_MADE = sql`
SELECT created_at, expires_at FROM blacklist WHERE created_by = :discord_id ORDER BY created_at DESC {rows}`;
const SETTINGS_CHANGED = sql`
SELECT setting_key, changed_at FROM settings WHERE changed_by = :discord_id ORDER BY setting_key {rows}`;
const LEAVES = sql`
SELECT leave_id, status, first_day, last_day, reason, role_id, requested_at, decided_at, closed_at FROM leaves
WHERE discord_id = :discord_id ORDER BY starts_at DESC, leave_id DESC {rows}`;
const EXCUSES = sql`
SELECT week_key, reason, excused_at FROM quota_excuses WHERE discord_id = :discord_id ORDER BY week_key DESC {rows}`;
/** Of the Roblox accounts that they have or had. */
const JOIN_REQUESTS = sql`
SELECT roblox_user_id, roblox_name, decision, status, decided_at FROM join_decisions
WHERE roblox_user_id IN (SELECT roblox_user_id FROM roblox_links WHERE discord_id = :discord_id)
ORDER BY decided_at DESC, decision_id DESC {rows}`;
const GUARDS = sql`
SELECT guard_kind, used_by_minute, told_at, lifted_at, changed_at FROM hourly_guards
WHERE discord_id = :discord_id ORDER BY guard_kind {rows}`;
const REVERTED = sql`
SELECT revert_id, since_at, with_events, planned_at, applied_at FROM point_reverts
WHERE officer_id = :discord_id OR member_id = :discord_id ORDER BY planned_at DESC, revert_id DESC {rows}`;
const NICKNAMES = sql`
SELECT nickname, status, reason, changed_at FROM nicknames WHERE discord_id = :discord_id {rows}`;
const LEAVES_DECIDED = sql`
SELECT leave_id, status, decided_at FROM leaves
WHERE decided_by = :discord_id ORDER BY decided_at DESC NULLS LAST, leave_id DESC {rows}`;
const QUOTAS_SET = sql`
SELECT quota_id, amount, counts_what, set_at, removed_at FROM quotas
WHERE set_by = :discord_id OR removed_by = :discord_id ORDER BY set_at DESC, quota_id DESC {rows}`;
const EXCUSES_GIVEN = sql`
SELECT week_key, excused_at FROM quota_excuses
WHERE excused_by = :discord_id ORDER BY excused_at DESC, week_key DESC {rows}`;
const JOINS_DECIDED = sql`
SELECT decision_id, decision, status, decided_at FROM join_decisions
WHERE decided_by = :discord_id ORDER BY decided_at DESC, decision_id DESC {rows}`;
const GUARDS_LIFTED = sql`
SELECT guard_kind, lifted_at FROM hourly_guards
WHERE lifted_by = :discord_id ORDER BY lifted_at DESC NULLS LAST, guard_kind {rows}`;
const REVERTS_MADE = sql`
SELECT revert_id, since_at, with_events, planned_at, applied_at FROM point_reverts
WHERE planned_by = :discord_id ORDER BY planned_at DESC, revert_id DESC {rows}`;

/** What a person did to others is there as what they did, without whom it concerned. */
const SECTIONS: Readonly<Record<string, Sql>> = {
  member: MEMBER,
  roblox_accounts: ACCOUNTS,
  points: POINTS,
  points_by_week_and_month: PERIODS,
  rank_changes: RANK_CHANGES,
  promotion_cards: CARDS,
  events_submitted: SUBMITTED,
  events_attended: ATTENDED,
  blacklist: BLACKLISTED,
  link_codes: CODES,
  event_draft: DRAFTS,
  cooldowns: COOLDOWNS,
  points_given_to_others: POINTS_GIVEN,
  events_decided: EVENTS_DECIDED,
  ranks_given_to_others: RANKS_GIVEN,
  promotion_cards_decided: CARDS_DECIDED,
  blacklist_entries_made: BLACKLISTINGS_MADE,
  settings_changed: SETTINGS_CHANGED,
  leaves: LEAVES,
  quota_excuses: EXCUSES,
  requests_to_join: JOIN_REQUESTS,
  hourly_limits: GUARDS,
  points_taken_back: REVERTED,
  nickname: NICKNAMES,
  leaves_decided: LEAVES_DECIDED,
  quotas_set: QUOTAS_SET,
  quota_excuses_given: EXCUSES_GIVEN,
  requests_to_join_decided: JOINS_DECIDED,
  hourly_limits_lifted: GUARDS_LIFTED,
  points_taken_back_from_others: REVERTS_MADE,
};

const Row = z.record(z.string(), z.union([z.string(), z.number(), z.null()]));

/** Everything stored about one person, newest first, at most 5,000 rows of a kind. */
export async function readPersonalData(q: Queryable, discordId: string): Promise<PersonalData> {
  const sections: Record<string, readonly PersonalRow[]> = {};
  const truncated: string[] = [];
  for (const [name, statement] of Object.entries(SECTIONS)) {
    const binds = { discord_id: discordId, row_offset: 0, row_limit: MAX_ROWS + 1 };
    const rows = await unlessOlder(() => q.query(Row, statement, binds), []);
    if (rows.length > MAX_ROWS) truncated.push(name);
    sections[name] = rows.slice(0, MAX_ROWS).map(readable);
  }
  return { sections, truncated };
}

/** Times are Unix milliseconds in columns that end in `_at`. */
function readable(row: PersonalRow): PersonalRow {
  return Object.fromEntries(
    Object.entries(row).map(([column, value]) => [
      column,
      column.endsWith('_at') && typeof value === 'number' ? new Date(value).toISOString() : value,
    ]),
  );
}
