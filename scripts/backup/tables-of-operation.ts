import { sql } from '../../shared/database/database.ts';
import { type SavedTable, savedTable } from './saved-table.ts';

const SETTINGS = sql`setting_key, setting_source, setting_value, changed_by, changed_at`;
const SETTINGS_PAGE = sql`
SELECT ${SETTINGS} FROM settings
WHERE setting_key > :after_1 OR (setting_key = :after_1 AND setting_source > :after_2)
ORDER BY setting_key, setting_source {rows}`;
const ADD_SETTINGS = sql`
INSERT INTO settings (${SETTINGS})
VALUES (:setting_key, :setting_source, :setting_value, :changed_by, :changed_at)`;
const CLEAR_SETTINGS = sql`DELETE FROM settings`;

const COOLDOWNS = sql`discord_id, cooldown_key, until_at`;
const COOLDOWNS_PAGE = sql`
SELECT ${COOLDOWNS} FROM cooldowns
WHERE discord_id > :after_1 OR (discord_id = :after_1 AND cooldown_key > :after_2)
ORDER BY discord_id, cooldown_key {rows}`;
const ADD_COOLDOWNS = sql`
INSERT INTO cooldowns (${COOLDOWNS})
VALUES (:discord_id, :cooldown_key, :until_at)`;
const CLEAR_COOLDOWNS = sql`DELETE FROM cooldowns`;

const INTERACTIONS = sql`interaction_id, claimed_at`;
const INTERACTIONS_PAGE = sql`
SELECT ${INTERACTIONS} FROM interactions
WHERE interaction_id > :after_1 ORDER BY interaction_id {rows}`;
const ADD_INTERACTIONS = sql`
INSERT INTO interactions (${INTERACTIONS})
VALUES (:interaction_id, :claimed_at)`;
const CLEAR_INTERACTIONS = sql`DELETE FROM interactions`;

/**
 * Effects that are still to be done, as if nobody had taken them. Replies stay out: their tokens are secrets while they
 * live, and they live for 15 minutes. What is finished says nothing to another database.
 */
const OUTBOX = sql`effect_id, subject, kind, payload, status, due_at, attempts, created_at, ordinal`;
const OUTBOX_PAGE = sql`
SELECT ${OUTBOX} FROM outbox
WHERE status = 'due' AND kind <> 'reply' AND effect_id > :after_1 ORDER BY effect_id {rows}`;
const ADD_OUTBOX = sql`
INSERT INTO outbox (${OUTBOX})
VALUES (:effect_id, :subject, :kind, :payload, :status, :due_at, :attempts, :created_at, :ordinal)`;
const CLEAR_OUTBOX = sql`DELETE FROM outbox`;

const SERVICE_PAUSES = sql`service, denied_count, paused_until, reason, changed_at`;
const SERVICE_PAUSES_PAGE = sql`
SELECT ${SERVICE_PAUSES} FROM service_pauses
WHERE service > :after_1 ORDER BY service {rows}`;
const ADD_SERVICE_PAUSES = sql`
INSERT INTO service_pauses (${SERVICE_PAUSES})
VALUES (:service, :denied_count, :paused_until, :reason, :changed_at)`;
const CLEAR_SERVICE_PAUSES = sql`DELETE FROM service_pauses`;

const SYNC_STATE = sql`state_key, state_value, changed_at`;
const SYNC_STATE_PAGE = sql`
SELECT ${SYNC_STATE} FROM sync_state
WHERE state_key > :after_1 ORDER BY state_key {rows}`;
const ADD_SYNC_STATE = sql`
INSERT INTO sync_state (${SYNC_STATE})
VALUES (:state_key, :state_value, :changed_at)`;
const CLEAR_SYNC_STATE = sql`DELETE FROM sync_state`;

/** What the bot itself keeps: settings, cooldowns, and what it still has to do. */
export const OPERATION_TABLES: readonly SavedTable[] = [
  savedTable('settings', ['setting_key', 'setting_source'], SETTINGS, {
    page: SETTINGS_PAGE,
    add: ADD_SETTINGS,
    clear: CLEAR_SETTINGS,
  }),
  savedTable('cooldowns', ['discord_id', 'cooldown_key'], COOLDOWNS, {
    page: COOLDOWNS_PAGE,
    add: ADD_COOLDOWNS,
    clear: CLEAR_COOLDOWNS,
  }),
  savedTable('interactions', ['interaction_id'], INTERACTIONS, {
    page: INTERACTIONS_PAGE,
    add: ADD_INTERACTIONS,
    clear: CLEAR_INTERACTIONS,
  }),
  savedTable('outbox', ['effect_id'], OUTBOX, { page: OUTBOX_PAGE, add: ADD_OUTBOX, clear: CLEAR_OUTBOX }),
  savedTable('service_pauses', ['service'], SERVICE_PAUSES, {
    page: SERVICE_PAUSES_PAGE,
    add: ADD_SERVICE_PAUSES,
    clear: CLEAR_SERVICE_PAUSES,
  }),
  savedTable('sync_state', ['state_key'], SYNC_STATE, {
    page: SYNC_STATE_PAGE,
    add: ADD_SYNC_STATE,
    clear: CLEAR_SYNC_STATE,
  }),
];
