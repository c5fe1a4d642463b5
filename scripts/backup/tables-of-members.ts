import { sql } from '../../shared/database/database.ts';
import { type SavedTable, savedTable } from './saved-table.ts';

const RANKS = sql`
rank_id, rank_order, rank_name, points_required, roblox_rank, admin_only, category, discord_role_id,
role_source`;
const RANKS_PAGE = sql`
SELECT ${RANKS} FROM ranks
WHERE rank_id > :after_1 ORDER BY rank_id {rows}`;
const ADD_RANKS = sql`
INSERT INTO ranks (${RANKS})
VALUES (:rank_id, :rank_order, :rank_name, :points_required, :roblox_rank, :admin_only, :category,
  :discord_role_id, :role_source)`;
const CLEAR_RANKS = sql`DELETE FROM ranks`;

const MEMBERS = sql`
discord_id, roblox_user_id, roblox_name, roblox_name_key, rank_id, points, total_points, roblox_role_ids,
refused_change_id, joined_at, linked_at, synced_at`;
const MEMBERS_PAGE = sql`
SELECT ${MEMBERS} FROM members
WHERE discord_id > :after_1 ORDER BY discord_id {rows}`;
const ADD_MEMBERS = sql`
INSERT INTO members (${MEMBERS})
VALUES (:discord_id, :roblox_user_id, :roblox_name, :roblox_name_key, :rank_id, :points, :total_points,
  :roblox_role_ids, :refused_change_id, :joined_at, :linked_at, :synced_at)`;
const CLEAR_MEMBERS = sql`DELETE FROM members`;

const ROBLOX_LINKS = sql`roblox_user_id, discord_id, linked_at`;
const ROBLOX_LINKS_PAGE = sql`
SELECT ${ROBLOX_LINKS} FROM roblox_links
WHERE roblox_user_id > :after_1 OR (roblox_user_id = :after_1 AND discord_id > :after_2)
ORDER BY roblox_user_id, discord_id {rows}`;
const ADD_ROBLOX_LINKS = sql`
INSERT INTO roblox_links (${ROBLOX_LINKS})
VALUES (:roblox_user_id, :discord_id, :linked_at)`;
const CLEAR_ROBLOX_LINKS = sql`DELETE FROM roblox_links`;

const RANK_CHANGES = sql`
change_id, member_id, old_rank_id, new_rank_id, cause, actor_id, reset_entry_id, roblox_state,
roblox_error, created_at`;
const RANK_CHANGES_PAGE = sql`
SELECT ${RANK_CHANGES} FROM rank_changes
WHERE change_id > :after_1 ORDER BY change_id {rows}`;
const ADD_RANK_CHANGES = sql`
INSERT INTO rank_changes (${RANK_CHANGES})
VALUES (:change_id, :member_id, :old_rank_id, :new_rank_id, :cause, :actor_id, :reset_entry_id, :roblox_state,
  :roblox_error, :created_at)`;
const CLEAR_RANK_CHANGES = sql`DELETE FROM rank_changes`;

const PROMOTION_CARDS = sql`
card_id, member_id, rank_id, status, open_key, channel_id, message_id, decided_by, decided_at, created_at`;
const PROMOTION_CARDS_PAGE = sql`
SELECT ${PROMOTION_CARDS} FROM promotion_cards
WHERE card_id > :after_1 ORDER BY card_id {rows}`;
const ADD_PROMOTION_CARDS = sql`
INSERT INTO promotion_cards (${PROMOTION_CARDS})
VALUES (:card_id, :member_id, :rank_id, :status, :open_key, :channel_id, :message_id, :decided_by, :decided_at,
  :created_at)`;
const CLEAR_PROMOTION_CARDS = sql`DELETE FROM promotion_cards`;

const BLACKLIST = sql`discord_id, reason, expires_at, created_by, created_at`;
const BLACKLIST_PAGE = sql`
SELECT ${BLACKLIST} FROM blacklist
WHERE discord_id > :after_1 ORDER BY discord_id {rows}`;
const ADD_BLACKLIST = sql`
INSERT INTO blacklist (${BLACKLIST})
VALUES (:discord_id, :reason, :expires_at, :created_by, :created_at)`;
const CLEAR_BLACKLIST = sql`DELETE FROM blacklist`;

const LINK_CHALLENGES = sql`challenge_id, discord_id, roblox_user_id, roblox_name, code, expires_at, used_at`;
const LINK_CHALLENGES_PAGE = sql`
SELECT ${LINK_CHALLENGES} FROM link_challenges
WHERE challenge_id > :after_1 ORDER BY challenge_id {rows}`;
const ADD_LINK_CHALLENGES = sql`
INSERT INTO link_challenges (${LINK_CHALLENGES})
VALUES (:challenge_id, :discord_id, :roblox_user_id, :roblox_name, :code, :expires_at, :used_at)`;
const CLEAR_LINK_CHALLENGES = sql`DELETE FROM link_challenges`;

/** Who belongs to the clan, with which rank and account. */
export const MEMBER_TABLES: readonly SavedTable[] = [
  savedTable('ranks', ['rank_id'], RANKS, { page: RANKS_PAGE, add: ADD_RANKS, clear: CLEAR_RANKS }),
  savedTable('members', ['discord_id'], MEMBERS, {
    page: MEMBERS_PAGE,
    add: ADD_MEMBERS,
    clear: CLEAR_MEMBERS,
  }),
  savedTable('roblox_links', ['roblox_user_id', 'discord_id'], ROBLOX_LINKS, {
    page: ROBLOX_LINKS_PAGE,
    add: ADD_ROBLOX_LINKS,
    clear: CLEAR_ROBLOX_LINKS,
  }),
  savedTable('rank_changes', ['change_id'], RANK_CHANGES, {
    page: RANK_CHANGES_PAGE,
    add: ADD_RANK_CHANGES,
    clear: CLEAR_RANK_CHANGES,
  }),
  savedTable('promotion_cards', ['card_id'], PROMOTION_CARDS, {
    page: PROMOTION_CARDS_PAGE,
    add: ADD_PROMOTION_CARDS,
    clear: CLEAR_PROMOTION_CARDS,
  }),
  savedTable('blacklist', ['discord_id'], BLACKLIST, {
    page: BLACKLIST_PAGE,
    add: ADD_BLACKLIST,
    clear: CLEAR_BLACKLIST,
  }),
  savedTable('link_challenges', ['challenge_id'], LINK_CHALLENGES, {
    page: LINK_CHALLENGES_PAGE,
    add: ADD_LINK_CHALLENGES,
    clear: CLEAR_LINK_CHALLENGES,
  }),
];
