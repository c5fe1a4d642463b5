import { sql } from '../../shared/database/database.ts';
import { type SavedTable, savedTable } from './saved-table.ts';

const EVENTS = sql`
event_id, event_type, host_id, status, starts_at, ends_at, starts_text, ends_text, proof_sha256,
proof_name, duplicate_of, review_channel_id, review_message_id, review_attachment_id, points, note,
decided_by, decided_at, submitted_at`;
const EVENTS_PAGE = sql`
SELECT ${EVENTS} FROM events
WHERE event_id > :after_1 ORDER BY event_id {rows}`;
const ADD_EVENTS = sql`
INSERT INTO events (${EVENTS})
VALUES (:event_id, :event_type, :host_id, :status, :starts_at, :ends_at, :starts_text, :ends_text, :proof_sha256,
  :proof_name, :duplicate_of, :review_channel_id, :review_message_id, :review_attachment_id, :points,
  :note, :decided_by, :decided_at, :submitted_at)`;
const CLEAR_EVENTS = sql`DELETE FROM events`;

const EVENT_PARTICIPANTS = sql`event_id, participant_key, list_position, discord_id, roblox_name, entry_id`;
const EVENT_PARTICIPANTS_PAGE = sql`
SELECT ${EVENT_PARTICIPANTS} FROM event_participants
WHERE event_id > :after_1 OR (event_id = :after_1 AND participant_key > :after_2)
ORDER BY event_id, participant_key {rows}`;
const ADD_EVENT_PARTICIPANTS = sql`
INSERT INTO event_participants (${EVENT_PARTICIPANTS})
VALUES (:event_id, :participant_key, :list_position, :discord_id, :roblox_name, :entry_id)`;
const CLEAR_EVENT_PARTICIPANTS = sql`DELETE FROM event_participants`;

const POINT_ENTRIES = sql`
entry_id, member_id, points_delta, lifetime_delta, kind, reason, actor_id, event_id, reverses_entry_id,
once_key, created_at`;
const POINT_ENTRIES_PAGE = sql`
SELECT ${POINT_ENTRIES} FROM point_entries
WHERE entry_id > :after_1 ORDER BY entry_id {rows}`;
const ADD_POINT_ENTRIES = sql`
INSERT INTO point_entries (${POINT_ENTRIES})
VALUES (:entry_id, :member_id, :points_delta, :lifetime_delta, :kind, :reason, :actor_id, :event_id,
  :reverses_entry_id, :once_key, :created_at)`;
const CLEAR_POINT_ENTRIES = sql`DELETE FROM point_entries`;

const PERIOD_POINTS = sql`period_key, discord_id, points, joined_at`;
const PERIOD_POINTS_PAGE = sql`
SELECT ${PERIOD_POINTS} FROM period_points
WHERE period_key > :after_1 OR (period_key = :after_1 AND discord_id > :after_2)
ORDER BY period_key, discord_id {rows}`;
const ADD_PERIOD_POINTS = sql`
INSERT INTO period_points (${PERIOD_POINTS})
VALUES (:period_key, :discord_id, :points, :joined_at)`;
const CLEAR_PERIOD_POINTS = sql`DELETE FROM period_points`;

/** What members did and what they got for it. */
export const EVENT_TABLES: readonly SavedTable[] = [
  savedTable('events', ['event_id'], EVENTS, { page: EVENTS_PAGE, add: ADD_EVENTS, clear: CLEAR_EVENTS }),
  savedTable('event_participants', ['event_id', 'participant_key'], EVENT_PARTICIPANTS, {
    page: EVENT_PARTICIPANTS_PAGE,
    add: ADD_EVENT_PARTICIPANTS,
    clear: CLEAR_EVENT_PARTICIPANTS,
  }),
  savedTable('point_entries', ['entry_id'], POINT_ENTRIES, {
    page: POINT_ENTRIES_PAGE,
    add: ADD_POINT_ENTRIES,
    clear: CLEAR_POINT_ENTRIES,
  }),
  savedTable('period_points', ['period_key', 'discord_id'], PERIOD_POINTS, {
    page: PERIOD_POINTS_PAGE,
    add: ADD_PERIOD_POINTS,
    clear: CLEAR_PERIOD_POINTS,
  }),
];
