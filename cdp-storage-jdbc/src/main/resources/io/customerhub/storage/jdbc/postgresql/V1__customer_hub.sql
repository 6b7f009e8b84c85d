-- Customer Hub, version 1. For PostgreSQL 13 or newer.
-- The tenant leads every key. Times are UTC, to the microsecond. Texts of type TEXT are JSON or free text.
-- Texts that are keys are compared byte by byte (COLLATE "C"), whatever the database's locale.
-- Every statement may be run again: what is there stays as it is.

-- What facts are born under. root: the canonical member of the profile it belongs to now.
CREATE TABLE IF NOT EXISTS cdp_member (
  tenant VARCHAR(64) COLLATE "C" NOT NULL,
  id UUID NOT NULL,
  record VARCHAR(256) COLLATE "C" NOT NULL,
  root UUID NOT NULL,
  version BIGINT NOT NULL,
  born_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  identifiers TEXT NOT NULL,
  fields TEXT NOT NULL,
  claims TEXT NOT NULL,
  events BIGINT NOT NULL,
  first_at TIMESTAMP(6) WITH TIME ZONE,
  last_at TIMESTAMP(6) WITH TIME ZONE,
  PRIMARY KEY (tenant, id),
  CONSTRAINT cdp_member_record UNIQUE (tenant, record)
);
CREATE INDEX IF NOT EXISTS cdp_member_root ON cdp_member (tenant, root, id);

-- Every identifier ever held: its key is what two transactions meet on that both saw no holder.
CREATE TABLE IF NOT EXISTS cdp_identifier (
  tenant VARCHAR(64) COLLATE "C" NOT NULL,
  namespace VARCHAR(32) COLLATE "C" NOT NULL,
  val VARCHAR(512) COLLATE "C" NOT NULL,
  PRIMARY KEY (tenant, namespace, val)
);

-- Who holds it.
CREATE TABLE IF NOT EXISTS cdp_holder (
  tenant VARCHAR(64) COLLATE "C" NOT NULL,
  namespace VARCHAR(32) COLLATE "C" NOT NULL,
  val VARCHAR(512) COLLATE "C" NOT NULL,
  member UUID NOT NULL,
  PRIMARY KEY (tenant, namespace, val, member)
);

-- Keys by which similar records find each other.
CREATE TABLE IF NOT EXISTS cdp_block (
  tenant VARCHAR(64) COLLATE "C" NOT NULL,
  block VARCHAR(128) COLLATE "C" NOT NULL,
  member UUID NOT NULL,
  PRIMARY KEY (tenant, block, member)
);

-- Edges of the identity graph; a_member is the smaller id.
CREATE TABLE IF NOT EXISTS cdp_link (
  tenant VARCHAR(64) COLLATE "C" NOT NULL,
  id UUID NOT NULL,
  a_member UUID NOT NULL,
  b_member UUID NOT NULL,
  kind VARCHAR(16) COLLATE "C" NOT NULL,
  evidence TEXT NOT NULL,
  actor VARCHAR(1024) NOT NULL,
  reason TEXT NOT NULL,
  made_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  active BOOLEAN NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS cdp_link_a ON cdp_link (tenant, a_member);
CREATE INDEX IF NOT EXISTS cdp_link_b ON cdp_link (tenant, b_member);
CREATE INDEX IF NOT EXISTS cdp_link_active ON cdp_link (tenant, kind, active, id);

-- Merges and splits.
CREATE TABLE IF NOT EXISTS cdp_journal (
  tenant VARCHAR(64) COLLATE "C" NOT NULL,
  id UUID NOT NULL,
  kind VARCHAR(16) COLLATE "C" NOT NULL,
  winner UUID NOT NULL,
  loser UUID NOT NULL,
  cause UUID NOT NULL,
  evidence TEXT NOT NULL,
  actor VARCHAR(1024) NOT NULL,
  reason TEXT NOT NULL,
  made_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS cdp_journal_winner ON cdp_journal (tenant, winner);
CREATE INDEX IF NOT EXISTS cdp_journal_loser ON cdp_journal (tenant, loser);

-- The log of events; content is the whole event. member: whom it was born under, null if nobody.
CREATE TABLE IF NOT EXISTS cdp_event (
  tenant VARCHAR(64) COLLATE "C" NOT NULL,
  source VARCHAR(64) COLLATE "C" NOT NULL,
  message_id VARCHAR(128) COLLATE "C" NOT NULL,
  member UUID,
  name VARCHAR(256) COLLATE "C" NOT NULL,
  happened_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  received_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  hash VARCHAR(64) NOT NULL,
  content TEXT NOT NULL,
  set_aside TEXT,
  PRIMARY KEY (tenant, source, message_id)
);
CREATE INDEX IF NOT EXISTS cdp_event_member
  ON cdp_event (tenant, member, happened_at, source, message_id);
CREATE INDEX IF NOT EXISTS cdp_event_name
  ON cdp_event (tenant, member, name, happened_at, source, message_id);

CREATE TABLE IF NOT EXISTS cdp_segment (
  tenant VARCHAR(64) COLLATE "C" NOT NULL,
  name VARCHAR(256) COLLATE "C" NOT NULL,
  definition TEXT NOT NULL,
  defined_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (tenant, name)
);

-- Who is in which segment. next_change: when time alone may change that.
CREATE TABLE IF NOT EXISTS cdp_membership (
  tenant VARCHAR(64) COLLATE "C" NOT NULL,
  segment VARCHAR(256) COLLATE "C" NOT NULL,
  profile UUID NOT NULL,
  inside BOOLEAN NOT NULL,
  since TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  next_change TIMESTAMP(6) WITH TIME ZONE,
  PRIMARY KEY (tenant, segment, profile)
);
CREATE INDEX IF NOT EXISTS cdp_membership_profile ON cdp_membership (tenant, profile, segment);
CREATE INDEX IF NOT EXISTS cdp_membership_inside
  ON cdp_membership (tenant, segment, inside, profile);
CREATE INDEX IF NOT EXISTS cdp_membership_due
  ON cdp_membership (tenant, next_change, segment, profile);

-- Records of the CRM and of hosts: which version is the current one.
CREATE TABLE IF NOT EXISTS cdp_record (
  tenant VARCHAR(64) COLLATE "C" NOT NULL,
  kind VARCHAR(32) COLLATE "C" NOT NULL,
  id UUID NOT NULL,
  version BIGINT NOT NULL,
  PRIMARY KEY (tenant, kind, id)
);

-- Every version of a record. subjects: profile ids, separated by commas.
CREATE TABLE IF NOT EXISTS cdp_record_version (
  tenant VARCHAR(64) COLLATE "C" NOT NULL,
  kind VARCHAR(32) COLLATE "C" NOT NULL,
  id UUID NOT NULL,
  version BIGINT NOT NULL,
  subjects TEXT NOT NULL,
  shown_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  actor VARCHAR(1024) NOT NULL,
  change_text TEXT NOT NULL,
  changed_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  lookup_keys TEXT NOT NULL,
  body TEXT NOT NULL,
  PRIMARY KEY (tenant, kind, id, version)
);

-- Whom a record is about. Rows are added, never changed.
CREATE TABLE IF NOT EXISTS cdp_record_subject (
  tenant VARCHAR(64) COLLATE "C" NOT NULL,
  subject UUID NOT NULL,
  kind VARCHAR(32) COLLATE "C" NOT NULL,
  id UUID NOT NULL,
  PRIMARY KEY (tenant, subject, kind, id)
);

-- By which values the current version of a record is found.
CREATE TABLE IF NOT EXISTS cdp_record_key (
  tenant VARCHAR(64) COLLATE "C" NOT NULL,
  kind VARCHAR(32) COLLATE "C" NOT NULL,
  name VARCHAR(32) COLLATE "C" NOT NULL,
  val VARCHAR(256) COLLATE "C" NOT NULL,
  id UUID NOT NULL,
  PRIMARY KEY (tenant, kind, name, val, id)
);

-- Input that was not taken.
CREATE TABLE IF NOT EXISTS cdp_set_aside (
  tenant VARCHAR(64) COLLATE "C" NOT NULL,
  entry VARCHAR(256) COLLATE "C" NOT NULL,
  made_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  source TEXT NOT NULL,
  location TEXT NOT NULL,
  code VARCHAR(32) COLLATE "C" NOT NULL,
  field TEXT NOT NULL,
  message TEXT NOT NULL,
  raw TEXT NOT NULL,
  PRIMARY KEY (tenant, entry)
);
CREATE INDEX IF NOT EXISTS cdp_set_aside_code ON cdp_set_aside (tenant, code);
