-- Makes the schema of one clan in an Oracle database (19c and later, Autonomous Database included), or completes
-- it. Generated from sql/migrations by "npm run generate-oracle-setup": edit those, not this. sql/README.md says how to run it.
--
--   sqlplus admin@database @setup_oracle_schema.sql NEWCLAN
--
-- It asks for the password of the clan's user, and changes nothing that is there already.
SET ECHO OFF
SET FEEDBACK OFF
SET VERIFY OFF
SET SERVEROUTPUT ON SIZE UNLIMITED
SET SQLBLANKLINES ON
SET DEFINE ON
WHENEVER SQLERROR EXIT FAILURE ROLLBACK
WHENEVER OSERROR EXIT FAILURE ROLLBACK

ACCEPT clan_password CHAR PROMPT 'Password of the user &1 (empty: it exists already): ' HIDE

DECLARE
  clan_user CONSTANT VARCHAR2(128) := UPPER('&1');
  clan_password CONSTANT VARCHAR2(128) := '&clan_password';
  space_name VARCHAR2(128);
  found NUMBER;

  PROCEDURE run_admin (statement_text IN VARCHAR2, done_text IN VARCHAR2) IS
  BEGIN
    EXECUTE IMMEDIATE statement_text;
    DBMS_OUTPUT.PUT_LINE(done_text);
  END;

  PROCEDURE give_privilege (privilege_name IN VARCHAR2) IS
  BEGIN
    SELECT COUNT(*) INTO found FROM dba_sys_privs
    WHERE grantee = clan_user AND privilege = privilege_name;
    IF found = 0 THEN
      run_admin('GRANT ' || privilege_name || ' TO "' || clan_user || '"', 'gave ' || clan_user || ' ' || privilege_name);
    END IF;
  END;
BEGIN
  IF NOT REGEXP_LIKE(clan_user, '^[A-Z][A-Z0-9_]{1,29}$') THEN
    RAISE_APPLICATION_ERROR(-20001, 'The name must have 2 to 30 of A-Z, 0-9 and _, and begin with a letter.');
  END IF;
  SELECT COUNT(*) INTO found FROM dba_users WHERE username = clan_user AND oracle_maintained = 'Y';
  IF found > 0 THEN
    RAISE_APPLICATION_ERROR(-20001, clan_user || ' is an account of Oracle''s own. Choose another name.');
  END IF;
  SELECT COUNT(*) INTO found FROM dba_profiles WHERE profile = 'CLAN_BOT';
  IF found = 0 THEN
    run_admin('CREATE PROFILE clan_bot LIMIT PASSWORD_LIFE_TIME UNLIMITED FAILED_LOGIN_ATTEMPTS UNLIMITED PASSWORD_ROLLOVER_TIME 1/24', 'made the profile CLAN_BOT');
  END IF;
  SELECT property_value INTO space_name FROM database_properties
  WHERE property_name = 'DEFAULT_PERMANENT_TABLESPACE';
  SELECT COUNT(*) INTO found FROM dba_users WHERE username = clan_user;
  IF found = 0 THEN
    IF clan_password IS NULL OR INSTR(clan_password, '"') > 0 THEN
      RAISE_APPLICATION_ERROR(-20001, 'A new user needs a password, without double quotes.');
    END IF;
    run_admin('CREATE USER "' || clan_user || '" IDENTIFIED BY "' || clan_password || '" PROFILE clan_bot', 'made the user ' || clan_user);
  END IF;
  SELECT COUNT(*) INTO found FROM dba_ts_quotas WHERE username = clan_user AND tablespace_name = space_name;
  IF found = 0 THEN
    run_admin('ALTER USER "' || clan_user || '" QUOTA 500M ON ' || space_name, 'gave ' || clan_user || ' 500 MB on ' || space_name);
  END IF;
  give_privilege('CREATE SESSION');
  give_privilege('CREATE TABLE');
END;
/

ALTER SESSION SET CURRENT_SCHEMA = &1;
ALTER SESSION SET NLS_LENGTH_SEMANTICS = CHAR;
SET DEFINE OFF

DECLARE
  lease_count NUMBER;

  PROCEDURE make_table (statement_text IN VARCHAR2) IS
  BEGIN
    EXECUTE IMMEDIATE statement_text;
  EXCEPTION
    WHEN OTHERS THEN
      IF SQLCODE <> -955 THEN
        RAISE;
      END IF;
  END;

  FUNCTION now_ms RETURN NUMBER IS
  BEGIN
    RETURN ROUND((CAST(SYS_EXTRACT_UTC(SYSTIMESTAMP) AS DATE) - TO_DATE('1970-01-01', 'YYYY-MM-DD')) * 86400000);
  END;

  -- Runs a statement of a migration unless it has run, and records it as the bot's migrator does.
  PROCEDURE run_once (
    step_version IN NUMBER,
    step_number IN NUMBER,
    step_count IN NUMBER,
    step_name IN VARCHAR2,
    step_checksum IN VARCHAR2,
    statement_text IN VARCHAR2
  ) IS
    seen_state VARCHAR2(10);
    seen_checksum VARCHAR2(64);
  BEGIN
    BEGIN
      EXECUTE IMMEDIATE 'SELECT state, checksum FROM schema_migrations WHERE version = :v AND step = :s'
      INTO seen_state, seen_checksum USING step_version, step_number;
    EXCEPTION
      WHEN NO_DATA_FOUND THEN
        seen_state := 'none';
    END;
    IF seen_state = 'done' AND seen_checksum <> step_checksum THEN
      RAISE_APPLICATION_ERROR(-20002, 'Migration ' || step_version || ' was edited after it had run (statement ' || step_number || ' differs). Nothing more was changed.');
    END IF;
    IF seen_state = 'done' THEN
      RETURN;
    END IF;
    IF seen_state = 'none' THEN
      EXECUTE IMMEDIATE 'INSERT INTO schema_migrations (version, step, steps, migration_name, checksum, state, changed_at) VALUES (:v, :s, :n, :m, :c, ''begun'', :t)'
      USING step_version, step_number, step_count, step_name, step_checksum, now_ms;
      COMMIT;
    END IF;
    BEGIN
      EXECUTE IMMEDIATE statement_text;
    EXCEPTION
      WHEN OTHERS THEN
        -- An earlier run was interrupted right after this statement: what it makes is there.
        IF seen_state <> 'begun' OR seen_checksum <> step_checksum OR SQLCODE NOT IN (-955, -1408, -1430) THEN
          RAISE;
        END IF;
    END;
    EXECUTE IMMEDIATE 'UPDATE schema_migrations SET state = ''done'', changed_at = :t WHERE version = :v AND step = :s'
    USING now_ms, step_version, step_number;
    COMMIT;
    DBMS_OUTPUT.PUT_LINE('ran statement ' || step_number || ' of ' || step_count || ' of migration ' || step_version || ' (' || step_name || ')');
  END;
BEGIN
  make_table(
'CREATE TABLE schema_lease (
  lease_key VARCHAR2(32) NOT NULL,
  lease_owner VARCHAR2(64) CHECK (LENGTH(lease_owner) <= 64),
  lease_until NUMBER(15) NOT NULL,
  CONSTRAINT schema_lease_pk PRIMARY KEY (lease_key)
)');
  make_table(
'CREATE TABLE schema_migrations (
  version NUMBER(10) NOT NULL,
  step NUMBER(5) NOT NULL,
  steps NUMBER(5) NOT NULL,
  migration_name VARCHAR2(100) NOT NULL CHECK (LENGTH(migration_name) <= 100),
  checksum VARCHAR2(64) NOT NULL CHECK (LENGTH(checksum) <= 64),
  state VARCHAR2(10) NOT NULL CHECK (state IN (''begun'', ''done'')),
  changed_at NUMBER(15) NOT NULL,
  CONSTRAINT schema_migrations_pk PRIMARY KEY (version, step)
)');
  EXECUTE IMMEDIATE 'SELECT COUNT(*) FROM schema_lease' INTO lease_count;
  IF lease_count = 0 THEN
    EXECUTE IMMEDIATE 'INSERT INTO schema_lease (lease_key, lease_until) VALUES (''migrations'', 0)';
    COMMIT;
  END IF;
  EXECUTE IMMEDIATE 'SELECT COUNT(*) FROM schema_lease WHERE lease_until > :t AND lease_until <= :l' INTO lease_count USING now_ms, now_ms + 185000;
  IF lease_count > 0 THEN
    RAISE_APPLICATION_ERROR(-20003, 'The bot is migrating this schema right now. Nothing was changed; run this again later.');
  END IF;
  run_once(1, 1, 35, 'clan', 'b9baa7a7ef952ae5b4801e7a56018ba00d73282e64c4b4e3a80a7ef0f36da4e7',
'CREATE TABLE ranks (
  rank_id VARCHAR2(32) NOT NULL,
  rank_order NUMBER(5) NOT NULL,
  rank_name VARCHAR2(100) NOT NULL CHECK (LENGTH(rank_name) <= 100),
  points_required NUMBER(10) NOT NULL CHECK (points_required >= 0),
  roblox_rank VARCHAR2(20) NOT NULL,
  admin_only NUMBER(1) NOT NULL CHECK (admin_only IN (0, 1)),
  category VARCHAR2(100) CHECK (LENGTH(category) <= 100),
  discord_role_id VARCHAR2(20),
  role_source VARCHAR2(10) CHECK (role_source IN (''file'', ''command'', ''found'')),
  CONSTRAINT ranks_pk PRIMARY KEY (rank_id),
  CONSTRAINT ranks_order_uq UNIQUE (rank_order),
  CONSTRAINT ranks_name_uq UNIQUE (rank_name)
)');
  run_once(1, 2, 35, 'clan', '3aef51cb99c80ebc084b6b8c6f51e4f39fa2ba24fb2b89d80c73094cd2a2383d',
'CREATE TABLE members (
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
)');
  run_once(1, 3, 35, 'clan', 'dd365bab088406aa0f086463415f0ee0a87372e8acc67611b33e8d12481ce5c9',
'CREATE INDEX members_place_ix ON members (total_points DESC, joined_at, discord_id)');
  run_once(1, 4, 35, 'clan', 'df0cbeaa08f26e0674a0ade61dbe1676ad5a16be88940eb854ef19dbc45043cb',
'CREATE INDEX members_name_ix ON members (roblox_name_key)');
  run_once(1, 5, 35, 'clan', '80b16590cea82e0cb8b0534d5997c1c1765df8ce3ef260b51cb2fd8fcfb0aec8',
'CREATE INDEX members_rank_ix ON members (rank_id)');
  run_once(1, 6, 35, 'clan', '97bd92ccea0cb2234b2274bb1abc0ad59d38bff0f36c9f8684a77847c40605c8',
'CREATE TABLE roblox_links (
  roblox_user_id VARCHAR2(20) NOT NULL,
  discord_id VARCHAR2(20) NOT NULL,
  linked_at NUMBER(15) NOT NULL,
  CONSTRAINT roblox_links_pk PRIMARY KEY (roblox_user_id, discord_id)
)');
  run_once(1, 7, 35, 'clan', '4df585c5d75eb1b3668d6aca73f0b1fa917087ae7807912f5661df59ea8ae90c',
'CREATE INDEX roblox_links_discord_ix ON roblox_links (discord_id)');
  run_once(1, 8, 35, 'clan', 'd116663e39a067100b12b0885af234857c2f489d30cfd23a9578a44a0f170e96',
'CREATE TABLE events (
  event_id VARCHAR2(32) NOT NULL,
  event_type VARCHAR2(100) NOT NULL CHECK (LENGTH(event_type) <= 100),
  host_id VARCHAR2(20),
  status VARCHAR2(10) NOT NULL CHECK (status IN (''pending'', ''approved'', ''declined'')),
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
)');
  run_once(1, 9, 35, 'clan', '030b73bafd4086746191f07f2a0f8c6dd653515c3e78dc214bc2f2b18d3896b4',
'CREATE INDEX events_status_ix ON events (status, submitted_at)');
  run_once(1, 10, 35, 'clan', '8ab0aafce7b9ff09954bfb3ce53f4e1324cf0522bef31207822b8ffac58e5bd9',
'CREATE INDEX events_host_ix ON events (host_id, submitted_at)');
  run_once(1, 11, 35, 'clan', '7a8c2650980a2748f9f4a6638899d9f38ec791eb5cf6c5d6746e49d47c199ea4',
'CREATE INDEX events_proof_ix ON events (proof_sha256)');
  run_once(1, 12, 35, 'clan', 'c76703ad725c3b6dd4eaf8d731fa5459db4a2d67689b49039deab76b43661214',
'CREATE TABLE event_participants (
  event_id VARCHAR2(32) NOT NULL,
  participant_key VARCHAR2(80) NOT NULL CHECK (LENGTH(participant_key) <= 80),
  list_position NUMBER(5) NOT NULL,
  discord_id VARCHAR2(20),
  roblox_name VARCHAR2(64) CHECK (LENGTH(roblox_name) <= 64),
  entry_id VARCHAR2(32),
  CONSTRAINT event_participants_pk PRIMARY KEY (event_id, participant_key),
  CONSTRAINT event_participants_event_fk FOREIGN KEY (event_id) REFERENCES events (event_id)
)');
  run_once(1, 13, 35, 'clan', 'a4ffeebf5aaf5f5d2181b5223468b1cf9c8439d1d64449a19c4ad3415e547902',
'CREATE INDEX event_participants_discord_ix ON event_participants (discord_id)');
  run_once(1, 14, 35, 'clan', 'b97d81eb61f60f261f71a62ded050c5299754f25e9a78b85d193374b777aae18',
'CREATE TABLE point_entries (
  entry_id VARCHAR2(32) NOT NULL,
  member_id VARCHAR2(20),
  points_delta NUMBER(10) NOT NULL,
  lifetime_delta NUMBER(10) NOT NULL,
  kind VARCHAR2(20) NOT NULL
    CHECK (kind IN (''award'', ''removal'', ''event'', ''undo'', ''rank-reset'', ''opening'', ''erased'')),
  reason VARCHAR2(500) CHECK (LENGTH(reason) <= 500),
  actor_id VARCHAR2(20),
  event_id VARCHAR2(32),
  reverses_entry_id VARCHAR2(32),
  once_key VARCHAR2(64) CHECK (LENGTH(once_key) <= 64),
  created_at NUMBER(15) NOT NULL,
  CONSTRAINT point_entries_pk PRIMARY KEY (entry_id),
  CONSTRAINT point_entries_reverses_uq UNIQUE (reverses_entry_id),
  CONSTRAINT point_entries_once_uq UNIQUE (once_key)
)');
  run_once(1, 15, 35, 'clan', '703a77b92150bd2ebe7e07bf9ec4722ae4a2ee9a8bb2cc364ff92a2705e7549c',
'CREATE INDEX point_entries_member_ix ON point_entries (member_id, created_at DESC, entry_id DESC)');
  run_once(1, 16, 35, 'clan', 'e49354d39a4f244b682282ccb18975ac37b782f5bd0f159ae00c8d3703a84a0f',
'CREATE INDEX point_entries_time_ix ON point_entries (created_at DESC, entry_id DESC)');
  run_once(1, 17, 35, 'clan', 'c67c853205e30753f6553e0cd196cc6d0cc7424d50764f70622201d0ba42043c',
'CREATE TABLE period_points (
  period_key VARCHAR2(16) NOT NULL,
  discord_id VARCHAR2(20) NOT NULL,
  points NUMBER(10) NOT NULL,
  joined_at NUMBER(15) NOT NULL,
  CONSTRAINT period_points_pk PRIMARY KEY (period_key, discord_id)
)');
  run_once(1, 18, 35, 'clan', '293ed93a1418d9f3ab546d55c26034768fe0eb4d83af6fd2ec2e08c3a2140306',
'CREATE INDEX period_points_place_ix ON period_points (period_key, points DESC, joined_at, discord_id)');
  run_once(1, 19, 35, 'clan', '0b8cc660d3792fb2e03294e100e6b9052d5222e313b31fde78e9641efd532f19',
'CREATE TABLE rank_changes (
  change_id VARCHAR2(32) NOT NULL,
  member_id VARCHAR2(20) NOT NULL,
  old_rank_id VARCHAR2(32),
  new_rank_id VARCHAR2(32) NOT NULL,
  cause VARCHAR2(20) NOT NULL
    CHECK (cause IN (''link'', ''promote'', ''demote'', ''set-rank'', ''card'', ''sync'', ''compensate'', ''import'')),
  actor_id VARCHAR2(20),
  reset_entry_id VARCHAR2(32),
  roblox_state VARCHAR2(12) NOT NULL
    CHECK (roblox_state IN (''none'', ''waiting'', ''done'', ''refused'', ''compensated'')),
  roblox_error VARCHAR2(500) CHECK (LENGTH(roblox_error) <= 500),
  created_at NUMBER(15) NOT NULL,
  CONSTRAINT rank_changes_pk PRIMARY KEY (change_id)
)');
  run_once(1, 20, 35, 'clan', '66b5f75dc0a1fdba9acf37e820bd01d7a8178b596e0e723ea8c7a787435050f7',
'CREATE INDEX rank_changes_member_ix ON rank_changes (member_id, created_at DESC)');
  run_once(1, 21, 35, 'clan', 'e9efa04e3e9bad86ef7c57ba7bf2d5e68f88435a557fc789845a974b5b664dd6',
'CREATE TABLE promotion_cards (
  card_id VARCHAR2(32) NOT NULL,
  member_id VARCHAR2(20) NOT NULL,
  rank_id VARCHAR2(32) NOT NULL,
  status VARCHAR2(10) NOT NULL CHECK (status IN (''open'', ''approved'', ''denied'', ''void'')),
  open_key VARCHAR2(60) CHECK (LENGTH(open_key) <= 60),
  channel_id VARCHAR2(20),
  message_id VARCHAR2(20),
  decided_by VARCHAR2(20),
  decided_at NUMBER(15),
  created_at NUMBER(15) NOT NULL,
  CONSTRAINT promotion_cards_pk PRIMARY KEY (card_id),
  CONSTRAINT promotion_cards_open_uq UNIQUE (open_key)
)');
  run_once(1, 22, 35, 'clan', 'ba721202165f8f9990700f28a0384b28a85fe4dce9de3319d1eff00e92ea1de7',
'CREATE INDEX promotion_cards_member_ix ON promotion_cards (member_id, created_at DESC)');
  run_once(1, 23, 35, 'clan', '4c72cc16c9c7599700d7124ac15fd78d593c224ec80210ddbfa90282070caa0d',
'CREATE TABLE settings (
  setting_key VARCHAR2(64) NOT NULL CHECK (LENGTH(setting_key) <= 64),
  setting_source VARCHAR2(10) NOT NULL CHECK (setting_source IN (''file'', ''command'')),
  setting_value CLOB NOT NULL,
  changed_by VARCHAR2(20),
  changed_at NUMBER(15) NOT NULL,
  CONSTRAINT settings_pk PRIMARY KEY (setting_key, setting_source)
)');
  run_once(1, 24, 35, 'clan', 'cd08892fe8bb537b2843da1b9fb7924031bacd07d68d5cc84a352f324489c9fe',
'CREATE TABLE blacklist (
  discord_id VARCHAR2(20) NOT NULL,
  reason VARCHAR2(500) CHECK (LENGTH(reason) <= 500),
  expires_at NUMBER(15),
  created_by VARCHAR2(20),
  created_at NUMBER(15) NOT NULL,
  CONSTRAINT blacklist_pk PRIMARY KEY (discord_id)
)');
  run_once(1, 25, 35, 'clan', '9db6fe332f1a5f7ba952953b5fefdfc71672c6bd12bec89467323f6afe18a11a',
'CREATE TABLE link_challenges (
  challenge_id VARCHAR2(32) NOT NULL,
  discord_id VARCHAR2(20) NOT NULL,
  roblox_user_id VARCHAR2(20) NOT NULL,
  roblox_name VARCHAR2(64) NOT NULL CHECK (LENGTH(roblox_name) <= 64),
  code VARCHAR2(64) NOT NULL CHECK (LENGTH(code) <= 64),
  expires_at NUMBER(15) NOT NULL,
  used_at NUMBER(15),
  CONSTRAINT link_challenges_pk PRIMARY KEY (challenge_id)
)');
  run_once(1, 26, 35, 'clan', '7bcab657d92aeeb67b462d86b5c8b7e07c90ecb91e5e04639d85842297c8f2e5',
'CREATE INDEX link_challenges_discord_ix ON link_challenges (discord_id)');
  run_once(1, 27, 35, 'clan', 'c5bc90ac08c8c040b635864456e9bb30dd86a8dcd221504a1e12a3e88b4b023e',
'CREATE TABLE cooldowns (
  discord_id VARCHAR2(20) NOT NULL,
  cooldown_key VARCHAR2(64) NOT NULL CHECK (LENGTH(cooldown_key) <= 64),
  until_at NUMBER(15) NOT NULL,
  CONSTRAINT cooldowns_pk PRIMARY KEY (discord_id, cooldown_key)
)');
  run_once(1, 28, 35, 'clan', 'ebb353b1d0a6fdc050805de556659344a72496f4e27bc8045030d3b5db05a33b',
'CREATE INDEX cooldowns_until_ix ON cooldowns (until_at)');
  run_once(1, 29, 35, 'clan', '670144237106a661c4b6395e45aff276d021b4ffa51a38aa87b5e18bf6570663',
'CREATE TABLE interactions (
  interaction_id VARCHAR2(32) NOT NULL,
  claimed_at NUMBER(15) NOT NULL,
  CONSTRAINT interactions_pk PRIMARY KEY (interaction_id)
)');
  run_once(1, 30, 35, 'clan', '64b49256773af62f55269ab86446e52f6e0fa00cb66f2a1d3a847c49a5cb6ec8',
'CREATE INDEX interactions_claimed_ix ON interactions (claimed_at)');
  run_once(1, 31, 35, 'clan', '20a255d7a10878f8cbfb373333a60d227a9b72a9ed691d9cbe520d4f54a5dce8',
'CREATE TABLE outbox (
  effect_id VARCHAR2(32) NOT NULL,
  subject VARCHAR2(64) NOT NULL CHECK (LENGTH(subject) <= 64),
  kind VARCHAR2(20) NOT NULL,
  payload CLOB NOT NULL,
  status VARCHAR2(10) NOT NULL CHECK (status IN (''due'', ''done'', ''failed'')),
  due_at NUMBER(15) NOT NULL,
  lease_owner VARCHAR2(64) CHECK (LENGTH(lease_owner) <= 64),
  lease_until NUMBER(15) DEFAULT 0 NOT NULL,
  attempts NUMBER(5) DEFAULT 0 NOT NULL,
  result VARCHAR2(500) CHECK (LENGTH(result) <= 500),
  created_at NUMBER(15) NOT NULL,
  ordinal NUMBER(10) NOT NULL,
  finished_at NUMBER(15),
  CONSTRAINT outbox_pk PRIMARY KEY (effect_id)
)');
  run_once(1, 32, 35, 'clan', 'd360812a16389d220e149cf1050f81f3ef98be97bce57f5b9e64693946c7510c',
'CREATE INDEX outbox_due_ix ON outbox (status, due_at)');
  run_once(1, 33, 35, 'clan', '21e569a3a3a256765e7ba8c4671545c44dfd013276946bb0a0d0873b89603d6d',
'CREATE INDEX outbox_subject_ix ON outbox (subject, status, created_at, ordinal)');
  run_once(1, 34, 35, 'clan', '3cfccc28bef9c97203d6d6755af2ea06d1bc2fe285dccbcd85bd08f4f55deb54',
'CREATE TABLE service_pauses (
  service VARCHAR2(20) NOT NULL CHECK (service IN (''discord'', ''roblox'')),
  denied_count NUMBER(5) NOT NULL,
  paused_until NUMBER(15) DEFAULT 0 NOT NULL,
  reason VARCHAR2(500) CHECK (LENGTH(reason) <= 500),
  changed_at NUMBER(15) NOT NULL,
  CONSTRAINT service_pauses_pk PRIMARY KEY (service)
)');
  run_once(1, 35, 35, 'clan', '7cfd1ece9a5ecbd9d0a75341beae05798bd0653a063a187859d124c6ddd6397a',
'CREATE TABLE sync_state (
  state_key VARCHAR2(64) NOT NULL CHECK (LENGTH(state_key) <= 64),
  state_value CLOB NOT NULL,
  changed_at NUMBER(15) NOT NULL,
  CONSTRAINT sync_state_pk PRIMARY KEY (state_key)
)');
  run_once(2, 1, 2, 'drafts', '759cefb73c786f152a3e555d9a18bec96702610227efb1dc3e70d5773cff099c',
'CREATE TABLE drafts (
  discord_id VARCHAR2(20) NOT NULL,
  draft_id VARCHAR2(32) NOT NULL,
  event_type VARCHAR2(100) NOT NULL CHECK (LENGTH(event_type) <= 100),
  member_ids VARCHAR2(1000) CHECK (LENGTH(member_ids) <= 1000),
  typed_names CLOB,
  starts_text VARCHAR2(200) CHECK (LENGTH(starts_text) <= 200),
  ends_text VARCHAR2(200) CHECK (LENGTH(ends_text) <= 200),
  proof_url VARCHAR2(1000) CHECK (LENGTH(proof_url) <= 1000),
  proof_name VARCHAR2(300) CHECK (LENGTH(proof_name) <= 300),
  proof_type VARCHAR2(100) CHECK (LENGTH(proof_type) <= 100),
  proof_bytes NUMBER(10),
  cooldown_until NUMBER(15),
  blocked_until NUMBER(15),
  saved_at NUMBER(15) NOT NULL,
  expires_at NUMBER(15) NOT NULL,
  CONSTRAINT drafts_pk PRIMARY KEY (discord_id)
)');
  run_once(2, 2, 2, 'drafts', '25846d6eecd6a6f373d62bd9fb935a21cc04cd181d2ac1fb5c48489962dea312',
'CREATE INDEX drafts_expires_ix ON drafts (expires_at)');
  run_once(3, 1, 16, 'clan_life', '6a9a693443e29b9b37047c582f7597a3a3d93499c96397e21a88b66672530eac',
'CREATE TABLE leaves (
  leave_id VARCHAR2(32) NOT NULL,
  discord_id VARCHAR2(20) NOT NULL,
  status VARCHAR2(12) NOT NULL
    CHECK (status IN (''requested'', ''approved'', ''running'', ''ended'', ''denied'', ''withdrawn'', ''lapsed'')),
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
)');
  run_once(3, 2, 16, 'clan_life', '8ed8073d5f71b018e37713e1699040cb042a1925cddaf923badad62401478e4f',
'CREATE INDEX leaves_member_ix ON leaves (discord_id, starts_at)');
  run_once(3, 3, 16, 'clan_life', '071c7f64183e3a54a3fd0106dd7438ccccdc8f43371ef5ed4309b1d0b5dbb662',
'CREATE INDEX leaves_status_ix ON leaves (status, starts_at)');
  run_once(3, 4, 16, 'clan_life', '6887e333837b95d1cb4dd65ab9acbe54f63bc665886f819ea3c45e5dd5ccc7d4',
'CREATE INDEX leaves_end_ix ON leaves (ends_at)');
  run_once(3, 5, 16, 'clan_life', '6dc11ee30f96112256452b208726f5226aa5f80d704a0c135a2d4c88a58b7d4f',
'CREATE TABLE quotas (
  quota_id VARCHAR2(32) NOT NULL,
  open_key VARCHAR2(200) CHECK (LENGTH(open_key) <= 200),
  amount NUMBER(10) NOT NULL CHECK (amount > 0),
  counts_what VARCHAR2(10) NOT NULL CHECK (counts_what IN (''points'', ''events'')),
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
)');
  run_once(3, 6, 16, 'clan_life', 'cc23217e5ecfeeb4dfc96b2076cb5cef06062c0e56d73fd1a3a523a09017e779',
'CREATE TABLE quota_excuses (
  week_key VARCHAR2(16) NOT NULL,
  discord_id VARCHAR2(20) NOT NULL,
  reason VARCHAR2(500) CHECK (LENGTH(reason) <= 500),
  excused_by VARCHAR2(20),
  excused_at NUMBER(15) NOT NULL,
  CONSTRAINT quota_excuses_pk PRIMARY KEY (week_key, discord_id)
)');
  run_once(3, 7, 16, 'clan_life', '3d667460a493f7212cc173387d5e5d7867f126f3b3812c74cfcd8eb97826a831',
'CREATE INDEX quota_excuses_member_ix ON quota_excuses (discord_id)');
  run_once(3, 8, 16, 'clan_life', 'c68920a0a46412c6d8a8b78823049ea3154a8c8c836b42d050c6297379f6ac11',
'CREATE TABLE quota_reports (
  week_key VARCHAR2(16) NOT NULL,
  effect_id VARCHAR2(32),
  channel_id VARCHAR2(20),
  message_id VARCHAR2(20),
  told_at NUMBER(15),
  created_at NUMBER(15) NOT NULL,
  CONSTRAINT quota_reports_pk PRIMARY KEY (week_key)
)');
  run_once(3, 9, 16, 'clan_life', '2a9fa761194ec8f1345d8bd31295f53cfd003a023f51582c108c4a2e8e647581',
'CREATE TABLE join_decisions (
  decision_id VARCHAR2(32) NOT NULL,
  open_key VARCHAR2(20),
  roblox_user_id VARCHAR2(20) NOT NULL,
  roblox_name VARCHAR2(64) CHECK (LENGTH(roblox_name) <= 64),
  decision VARCHAR2(10) NOT NULL CHECK (decision IN (''accept'', ''decline'')),
  status VARCHAR2(10) NOT NULL CHECK (status IN (''waiting'', ''done'', ''failed'')),
  error_text VARCHAR2(500) CHECK (LENGTH(error_text) <= 500),
  decided_by VARCHAR2(20),
  decided_at NUMBER(15) NOT NULL,
  finished_at NUMBER(15),
  CONSTRAINT join_decisions_pk PRIMARY KEY (decision_id),
  CONSTRAINT join_decisions_open_uq UNIQUE (open_key)
)');
  run_once(3, 10, 16, 'clan_life', 'd90aaa4b3c91c4a0b172f4a0e40d47f081efefce13ddd449963b84d854050b6c',
'CREATE INDEX join_decisions_user_ix ON join_decisions (roblox_user_id, decided_at DESC)');
  run_once(3, 11, 16, 'clan_life', '2f2b5df3d140428e7085ae6afda2974a61da84155ec1dfeb0e38d9a78a810d2c',
'CREATE TABLE hourly_guards (
  discord_id VARCHAR2(20) NOT NULL,
  guard_kind VARCHAR2(10) NOT NULL CHECK (guard_kind IN (''points'', ''ranks'')),
  used_by_minute VARCHAR2(1000) CHECK (LENGTH(used_by_minute) <= 1000),
  row_version NUMBER(10) NOT NULL,
  told_at NUMBER(15),
  lifted_by VARCHAR2(20),
  lifted_at NUMBER(15),
  changed_at NUMBER(15) NOT NULL,
  CONSTRAINT hourly_guards_pk PRIMARY KEY (discord_id, guard_kind)
)');
  run_once(3, 12, 16, 'clan_life', '96ad169d6a4506fd49b0bb84dcf22fe42a21c77a0f3900c097ce63d31fa27b32',
'CREATE TABLE point_reverts (
  revert_id VARCHAR2(32) NOT NULL,
  officer_id VARCHAR2(20),
  member_id VARCHAR2(20),
  since_at NUMBER(15) NOT NULL,
  with_events NUMBER(1) NOT NULL CHECK (with_events IN (0, 1)),
  planned_by VARCHAR2(20),
  planned_at NUMBER(15) NOT NULL,
  applied_at NUMBER(15),
  CONSTRAINT point_reverts_pk PRIMARY KEY (revert_id)
)');
  run_once(3, 13, 16, 'clan_life', 'c201e45d9f29bf549655f3e09c56422419e2127709899268e913c14358ab5288',
'CREATE INDEX point_reverts_planned_ix ON point_reverts (planned_at)');
  run_once(3, 14, 16, 'clan_life', 'e9ed25e93268fc2cb755377c5ec40363421d9052afe2e70ee4f9551d86bed373',
'CREATE TABLE nicknames (
  discord_id VARCHAR2(20) NOT NULL,
  nickname VARCHAR2(100) NOT NULL CHECK (LENGTH(nickname) <= 100),
  status VARCHAR2(10) NOT NULL CHECK (status IN (''set'', ''refused'')),
  reason VARCHAR2(500) CHECK (LENGTH(reason) <= 500),
  changed_at NUMBER(15) NOT NULL,
  CONSTRAINT nicknames_pk PRIMARY KEY (discord_id)
)');
  run_once(3, 15, 16, 'clan_life', 'eed37b80c9ca377038bbc4f0a74e41eaa5d5018596d250448c7a7775ffc59fbc',
'CREATE TABLE rank_tags (
  rank_id VARCHAR2(32) NOT NULL,
  tag VARCHAR2(32) NOT NULL,
  CONSTRAINT rank_tags_pk PRIMARY KEY (rank_id)
)');
  run_once(3, 16, 16, 'clan_life', '6ddb9edc392b9694c7d41323b47acd148a115470c2a69e314066b0831ced317a',
'CREATE INDEX rank_changes_time_ix ON rank_changes (created_at)');
END;
/

PROMPT The schema is complete.
