-- What a clan is run with: leaves, quotas and their weekly reports, decisions on requests to join, hourly limits of
-- officers, plans to take points back, nicknames and what the last sync found.
-- A week is the key of period_points (w2026-11-16). Days are whole days of the clan's time zone.

-- From starts_at up to, not including, ends_at. Days are written as 2026-11-28. open_key is the member's id while the
-- leave is requested, approved or running: one at a time. role_id is the role that was given and is to be taken.
CREATE TABLE leaves (
  leave_id VARCHAR2(32) NOT NULL,
  discord_id VARCHAR2(20) NOT NULL,
  status VARCHAR2(12) NOT NULL
    CHECK (status IN ('requested', 'approved', 'running', 'ended', 'denied', 'withdrawn', 'lapsed')),
  open_key VARCHAR2(20),
  first_day VARCHAR2(10) NOT NULL,
  last_day VARCHAR2(10) NOT NULL,
  starts_at NUMBER(15) NOT NULL,
  ends_at NUMBER(15) NOT NULL,
  reason VARCHAR2(500) NOT NULL CHECK (LENGTH(reason) <= 500),
  role_id VARCHAR2(20),
  channel_id VARCHAR2(20),
  message_id VARCHAR2(20),
  requested_at NUMBER(15) NOT NULL,
  decided_by VARCHAR2(20),
  decided_at NUMBER(15),
  closed_at NUMBER(15),
  CONSTRAINT leaves_pk PRIMARY KEY (leave_id),
  CONSTRAINT leaves_open_uq UNIQUE (open_key)
);
CREATE INDEX leaves_member_ix ON leaves (discord_id, starts_at);
CREATE INDEX leaves_status_ix ON leaves (status, starts_at);
CREATE INDEX leaves_end_ix ON leaves (ends_at);

-- What members of a span of ranks do in a week. It counts from first_week to last_week (null: without end), both
-- included. open_key is the span while it has no end: one quota for a span.
CREATE TABLE quotas (
  quota_id VARCHAR2(32) NOT NULL,
  open_key VARCHAR2(200) CHECK (LENGTH(open_key) <= 200),
  amount NUMBER(10) NOT NULL CHECK (amount > 0),
  counts_what VARCHAR2(10) NOT NULL CHECK (counts_what IN ('points', 'events')),
  rank_from_id VARCHAR2(32),
  rank_to_id VARCHAR2(32),
  category VARCHAR2(100) CHECK (LENGTH(category) <= 100),
  first_week VARCHAR2(16) NOT NULL,
  last_week VARCHAR2(16),
  set_by VARCHAR2(20),
  set_at NUMBER(15) NOT NULL,
  removed_by VARCHAR2(20),
  removed_at NUMBER(15),
  CONSTRAINT quotas_pk PRIMARY KEY (quota_id),
  CONSTRAINT quotas_open_uq UNIQUE (open_key)
);

CREATE TABLE quota_excuses (
  week_key VARCHAR2(16) NOT NULL,
  discord_id VARCHAR2(20) NOT NULL,
  reason VARCHAR2(500) CHECK (LENGTH(reason) <= 500),
  excused_by VARCHAR2(20),
  excused_at NUMBER(15) NOT NULL,
  CONSTRAINT quota_excuses_pk PRIMARY KEY (week_key, discord_id)
);
CREATE INDEX quota_excuses_member_ix ON quota_excuses (discord_id);

-- One for each week: it is posted once. Without a message it was not posted yet; effect_id is its last try in the
-- outbox, told_at when the log channel was told that it cannot be posted.
CREATE TABLE quota_reports (
  week_key VARCHAR2(16) NOT NULL,
  effect_id VARCHAR2(32),
  channel_id VARCHAR2(20),
  message_id VARCHAR2(20),
  told_at NUMBER(15),
  created_at NUMBER(15) NOT NULL,
  CONSTRAINT quota_reports_pk PRIMARY KEY (week_key)
);

-- A decision is stored before Roblox is told. open_key is the Roblox user while it is waiting.
CREATE TABLE join_decisions (
  decision_id VARCHAR2(32) NOT NULL,
  open_key VARCHAR2(20),
  roblox_user_id VARCHAR2(20) NOT NULL,
  roblox_name VARCHAR2(64) CHECK (LENGTH(roblox_name) <= 64),
  decision VARCHAR2(10) NOT NULL CHECK (decision IN ('accept', 'decline')),
  status VARCHAR2(10) NOT NULL CHECK (status IN ('waiting', 'done', 'failed')),
  error_text VARCHAR2(500) CHECK (LENGTH(error_text) <= 500),
  decided_by VARCHAR2(20),
  decided_at NUMBER(15) NOT NULL,
  finished_at NUMBER(15),
  CONSTRAINT join_decisions_pk PRIMARY KEY (decision_id),
  CONSTRAINT join_decisions_open_uq UNIQUE (open_key)
);
CREATE INDEX join_decisions_user_ix ON join_decisions (roblox_user_id, decided_at DESC);

-- How much one person gave or changed within 60 minutes. used_by_minute is "minute:amount" parted by spaces, a minute
-- counted from the Unix epoch; row_version is compared and raised by each write. told_at: the admin channel was told,
-- once until the guard is lifted or the hour is over.
CREATE TABLE hourly_guards (
  discord_id VARCHAR2(20) NOT NULL,
  guard_kind VARCHAR2(10) NOT NULL CHECK (guard_kind IN ('points', 'ranks')),
  used_by_minute VARCHAR2(1000) CHECK (LENGTH(used_by_minute) <= 1000),
  row_version NUMBER(10) NOT NULL,
  told_at NUMBER(15),
  lifted_by VARCHAR2(20),
  lifted_at NUMBER(15),
  changed_at NUMBER(15) NOT NULL,
  CONSTRAINT hourly_guards_pk PRIMARY KEY (discord_id, guard_kind)
);

-- What /points revert showed and its button applies: entries of one officer from since_at to planned_at.
CREATE TABLE point_reverts (
  revert_id VARCHAR2(32) NOT NULL,
  officer_id VARCHAR2(20),
  member_id VARCHAR2(20),
  since_at NUMBER(15) NOT NULL,
  with_events NUMBER(1) NOT NULL CHECK (with_events IN (0, 1)),
  planned_by VARCHAR2(20),
  planned_at NUMBER(15) NOT NULL,
  applied_at NUMBER(15),
  CONSTRAINT point_reverts_pk PRIMARY KEY (revert_id)
);
CREATE INDEX point_reverts_planned_ix ON point_reverts (planned_at);

-- The name last set by the bot, or refused for good by Discord: neither is tried again until another name is due.
CREATE TABLE nicknames (
  discord_id VARCHAR2(20) NOT NULL,
  nickname VARCHAR2(100) NOT NULL CHECK (LENGTH(nickname) <= 100),
  status VARCHAR2(10) NOT NULL CHECK (status IN ('set', 'refused')),
  reason VARCHAR2(500) CHECK (LENGTH(reason) <= 500),
  changed_at NUMBER(15) NOT NULL,
  CONSTRAINT nicknames_pk PRIMARY KEY (discord_id)
);

-- Without a foreign key: the version before drops ranks and knows nothing of tags.
CREATE TABLE rank_tags (
  rank_id VARCHAR2(32) NOT NULL,
  tag VARCHAR2(32) NOT NULL,
  CONSTRAINT rank_tags_pk PRIMARY KEY (rank_id)
);

-- Which rank somebody had at the end of a week, and what a limit of an hour is about.
CREATE INDEX rank_changes_time_ix ON rank_changes (created_at);
