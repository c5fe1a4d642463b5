-- One clan's schema. The same text runs on SQLite and on Oracle (sql/README.md says which SQL that leaves).
-- A unique key over two columns that may be null means different things on the two engines, so such keys are
-- one text column (open_key, once_key), null when they do not apply.
-- Times are Unix milliseconds. Ids are text: a Discord snowflake, or <snowflake>-n for the n-th row of a change.

CREATE TABLE ranks (
  rank_id VARCHAR2(32) NOT NULL,
  rank_order NUMBER(5) NOT NULL,
  rank_name VARCHAR2(100) NOT NULL CHECK (LENGTH(rank_name) <= 100),
  points_required NUMBER(10) NOT NULL CHECK (points_required >= 0),
  roblox_rank VARCHAR2(20) NOT NULL,
  admin_only NUMBER(1) NOT NULL CHECK (admin_only IN (0, 1)),
  category VARCHAR2(100) CHECK (LENGTH(category) <= 100),
  discord_role_id VARCHAR2(20),
  role_source VARCHAR2(10) CHECK (role_source IN ('file', 'command', 'found')),
  CONSTRAINT ranks_pk PRIMARY KEY (rank_id),
  CONSTRAINT ranks_order_uq UNIQUE (rank_order),
  CONSTRAINT ranks_name_uq UNIQUE (rank_name)
);

CREATE TABLE members (
  discord_id VARCHAR2(20) NOT NULL,
  roblox_user_id VARCHAR2(20),
  roblox_name VARCHAR2(64) CHECK (LENGTH(roblox_name) <= 64),
  roblox_name_key VARCHAR2(64) CHECK (LENGTH(roblox_name_key) <= 64),
  rank_id VARCHAR2(32) NOT NULL,
  points NUMBER(10) DEFAULT 0 NOT NULL CHECK (points >= 0),
  total_points NUMBER(10) DEFAULT 0 NOT NULL CHECK (total_points >= 0),
  roblox_role_ids VARCHAR2(1000) CHECK (LENGTH(roblox_role_ids) <= 1000),
  refused_change_id VARCHAR2(32),
  joined_at NUMBER(15) NOT NULL,
  linked_at NUMBER(15),
  synced_at NUMBER(15),
  CONSTRAINT members_pk PRIMARY KEY (discord_id),
  CONSTRAINT members_roblox_uq UNIQUE (roblox_user_id),
  CONSTRAINT members_rank_fk FOREIGN KEY (rank_id) REFERENCES ranks (rank_id)
);
CREATE INDEX members_place_ix ON members (total_points DESC, joined_at, discord_id);
CREATE INDEX members_name_ix ON members (roblox_name_key);
CREATE INDEX members_rank_ix ON members (rank_id);

CREATE TABLE roblox_links (
  roblox_user_id VARCHAR2(20) NOT NULL,
  discord_id VARCHAR2(20) NOT NULL,
  linked_at NUMBER(15) NOT NULL,
  CONSTRAINT roblox_links_pk PRIMARY KEY (roblox_user_id, discord_id)
);
CREATE INDEX roblox_links_discord_ix ON roblox_links (discord_id);

CREATE TABLE events (
  event_id VARCHAR2(32) NOT NULL,
  event_type VARCHAR2(100) NOT NULL CHECK (LENGTH(event_type) <= 100),
  host_id VARCHAR2(20),
  status VARCHAR2(10) NOT NULL CHECK (status IN ('pending', 'approved', 'declined')),
  starts_at NUMBER(15),
  ends_at NUMBER(15),
  starts_text VARCHAR2(200) CHECK (LENGTH(starts_text) <= 200),
  ends_text VARCHAR2(200) CHECK (LENGTH(ends_text) <= 200),
  proof_sha256 VARCHAR2(64) CHECK (LENGTH(proof_sha256) <= 64),
  proof_name VARCHAR2(200) CHECK (LENGTH(proof_name) <= 200),
  duplicate_of VARCHAR2(32),
  review_channel_id VARCHAR2(20),
  review_message_id VARCHAR2(20),
  review_attachment_id VARCHAR2(20),
  points NUMBER(5),
  note VARCHAR2(1000) CHECK (LENGTH(note) <= 1000),
  decided_by VARCHAR2(20),
  decided_at NUMBER(15),
  submitted_at NUMBER(15) NOT NULL,
  CONSTRAINT events_pk PRIMARY KEY (event_id)
);
CREATE INDEX events_status_ix ON events (status, submitted_at);
CREATE INDEX events_host_ix ON events (host_id, submitted_at);
CREATE INDEX events_proof_ix ON events (proof_sha256);

CREATE TABLE event_participants (
  event_id VARCHAR2(32) NOT NULL,
  participant_key VARCHAR2(80) NOT NULL CHECK (LENGTH(participant_key) <= 80),
  list_position NUMBER(5) NOT NULL,
  discord_id VARCHAR2(20),
  roblox_name VARCHAR2(64) CHECK (LENGTH(roblox_name) <= 64),
  entry_id VARCHAR2(32),
  CONSTRAINT event_participants_pk PRIMARY KEY (event_id, participant_key),
  CONSTRAINT event_participants_event_fk FOREIGN KEY (event_id) REFERENCES events (event_id)
);
CREATE INDEX event_participants_discord_ix ON event_participants (discord_id);

CREATE TABLE point_entries (
  entry_id VARCHAR2(32) NOT NULL,
  member_id VARCHAR2(20),
  points_delta NUMBER(10) NOT NULL,
  lifetime_delta NUMBER(10) NOT NULL,
  kind VARCHAR2(20) NOT NULL
    CHECK (kind IN ('award', 'removal', 'event', 'undo', 'rank-reset', 'opening', 'erased')),
  reason VARCHAR2(500) CHECK (LENGTH(reason) <= 500),
  actor_id VARCHAR2(20),
  event_id VARCHAR2(32),
  reverses_entry_id VARCHAR2(32),
  once_key VARCHAR2(64) CHECK (LENGTH(once_key) <= 64),
  created_at NUMBER(15) NOT NULL,
  CONSTRAINT point_entries_pk PRIMARY KEY (entry_id),
  CONSTRAINT point_entries_reverses_uq UNIQUE (reverses_entry_id),
  CONSTRAINT point_entries_once_uq UNIQUE (once_key)
);
CREATE INDEX point_entries_member_ix ON point_entries (member_id, created_at DESC, entry_id DESC);
CREATE INDEX point_entries_time_ix ON point_entries (created_at DESC, entry_id DESC);

CREATE TABLE period_points (
  period_key VARCHAR2(16) NOT NULL,
  discord_id VARCHAR2(20) NOT NULL,
  points NUMBER(10) NOT NULL,
  joined_at NUMBER(15) NOT NULL,
  CONSTRAINT period_points_pk PRIMARY KEY (period_key, discord_id)
);
CREATE INDEX period_points_place_ix ON period_points (period_key, points DESC, joined_at, discord_id);

CREATE TABLE rank_changes (
  change_id VARCHAR2(32) NOT NULL,
  member_id VARCHAR2(20) NOT NULL,
  old_rank_id VARCHAR2(32),
  new_rank_id VARCHAR2(32) NOT NULL,
  cause VARCHAR2(20) NOT NULL
    CHECK (cause IN ('link', 'promote', 'demote', 'set-rank', 'card', 'sync', 'compensate', 'import')),
  actor_id VARCHAR2(20),
  reset_entry_id VARCHAR2(32),
  roblox_state VARCHAR2(12) NOT NULL
    CHECK (roblox_state IN ('none', 'waiting', 'done', 'refused', 'compensated')),
  roblox_error VARCHAR2(500) CHECK (LENGTH(roblox_error) <= 500),
  created_at NUMBER(15) NOT NULL,
  CONSTRAINT rank_changes_pk PRIMARY KEY (change_id)
);
CREATE INDEX rank_changes_member_ix ON rank_changes (member_id, created_at DESC);

CREATE TABLE promotion_cards (
  card_id VARCHAR2(32) NOT NULL,
  member_id VARCHAR2(20) NOT NULL,
  rank_id VARCHAR2(32) NOT NULL,
  status VARCHAR2(10) NOT NULL CHECK (status IN ('open', 'approved', 'denied', 'void')),
  open_key VARCHAR2(60) CHECK (LENGTH(open_key) <= 60),
  channel_id VARCHAR2(20),
  message_id VARCHAR2(20),
  decided_by VARCHAR2(20),
  decided_at NUMBER(15),
  created_at NUMBER(15) NOT NULL,
  CONSTRAINT promotion_cards_pk PRIMARY KEY (card_id),
  CONSTRAINT promotion_cards_open_uq UNIQUE (open_key)
);
CREATE INDEX promotion_cards_member_ix ON promotion_cards (member_id, created_at DESC);

CREATE TABLE settings (
  setting_key VARCHAR2(64) NOT NULL CHECK (LENGTH(setting_key) <= 64),
  setting_source VARCHAR2(10) NOT NULL CHECK (setting_source IN ('file', 'command')),
  setting_value CLOB NOT NULL,
  changed_by VARCHAR2(20),
  changed_at NUMBER(15) NOT NULL,
  CONSTRAINT settings_pk PRIMARY KEY (setting_key, setting_source)
);

CREATE TABLE blacklist (
  discord_id VARCHAR2(20) NOT NULL,
  reason VARCHAR2(500) CHECK (LENGTH(reason) <= 500),
  expires_at NUMBER(15),
  created_by VARCHAR2(20),
  created_at NUMBER(15) NOT NULL,
  CONSTRAINT blacklist_pk PRIMARY KEY (discord_id)
);

CREATE TABLE link_challenges (
  challenge_id VARCHAR2(32) NOT NULL,
  discord_id VARCHAR2(20) NOT NULL,
  roblox_user_id VARCHAR2(20) NOT NULL,
  roblox_name VARCHAR2(64) NOT NULL CHECK (LENGTH(roblox_name) <= 64),
  code VARCHAR2(64) NOT NULL CHECK (LENGTH(code) <= 64),
  expires_at NUMBER(15) NOT NULL,
  used_at NUMBER(15),
  CONSTRAINT link_challenges_pk PRIMARY KEY (challenge_id)
);
CREATE INDEX link_challenges_discord_ix ON link_challenges (discord_id);

CREATE TABLE cooldowns (
  discord_id VARCHAR2(20) NOT NULL,
  cooldown_key VARCHAR2(64) NOT NULL CHECK (LENGTH(cooldown_key) <= 64),
  until_at NUMBER(15) NOT NULL,
  CONSTRAINT cooldowns_pk PRIMARY KEY (discord_id, cooldown_key)
);
CREATE INDEX cooldowns_until_ix ON cooldowns (until_at);

CREATE TABLE interactions (
  interaction_id VARCHAR2(32) NOT NULL,
  claimed_at NUMBER(15) NOT NULL,
  CONSTRAINT interactions_pk PRIMARY KEY (interaction_id)
);
CREATE INDEX interactions_claimed_ix ON interactions (claimed_at);

CREATE TABLE outbox (
  effect_id VARCHAR2(32) NOT NULL,
  subject VARCHAR2(64) NOT NULL CHECK (LENGTH(subject) <= 64),
  kind VARCHAR2(20) NOT NULL,
  payload CLOB NOT NULL,
  status VARCHAR2(10) NOT NULL CHECK (status IN ('due', 'done', 'failed')),
  due_at NUMBER(15) NOT NULL,
  lease_owner VARCHAR2(64) CHECK (LENGTH(lease_owner) <= 64),
  lease_until NUMBER(15) DEFAULT 0 NOT NULL,
  attempts NUMBER(5) DEFAULT 0 NOT NULL,
  result VARCHAR2(500) CHECK (LENGTH(result) <= 500),
  created_at NUMBER(15) NOT NULL,
  ordinal NUMBER(10) NOT NULL,
  finished_at NUMBER(15),
  CONSTRAINT outbox_pk PRIMARY KEY (effect_id)
);
CREATE INDEX outbox_due_ix ON outbox (status, due_at);
CREATE INDEX outbox_subject_ix ON outbox (subject, status, created_at, ordinal);

CREATE TABLE service_pauses (
  service VARCHAR2(20) NOT NULL CHECK (service IN ('discord', 'roblox')),
  denied_count NUMBER(5) NOT NULL,
  paused_until NUMBER(15) DEFAULT 0 NOT NULL,
  reason VARCHAR2(500) CHECK (LENGTH(reason) <= 500),
  changed_at NUMBER(15) NOT NULL,
  CONSTRAINT service_pauses_pk PRIMARY KEY (service)
);

CREATE TABLE sync_state (
  state_key VARCHAR2(64) NOT NULL CHECK (LENGTH(state_key) <= 64),
  state_value CLOB NOT NULL,
  changed_at NUMBER(15) NOT NULL,
  CONSTRAINT sync_state_pk PRIMARY KEY (state_key)
);
