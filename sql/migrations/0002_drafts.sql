-- What a member typed into the form of /submit-event and could not be taken as it was: one draft each, for a day.
-- cooldown_until is the end of the cooldown that keeping it started, blocked_until that of an earlier one.

CREATE TABLE drafts (
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
);
CREATE INDEX drafts_expires_ix ON drafts (expires_at);
