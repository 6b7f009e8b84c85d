-- Customer Hub, version 2: what stays of erased people, and what people did. For PostgreSQL 13 or newer.
-- Every statement may be run again: what is there stays as it is.

-- Ids that were given out and are erased. profile: the canonical id at that time.
CREATE TABLE IF NOT EXISTS cdp_tombstone (
  tenant VARCHAR(64) COLLATE "C" NOT NULL,
  member UUID NOT NULL,
  profile UUID NOT NULL,
  erased_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  actor VARCHAR(1024) NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (tenant, member)
);

-- Keyed hashes of what erased people were known by. until_at: events before it are refused; null: all.
CREATE TABLE IF NOT EXISTS cdp_suppression (
  tenant VARCHAR(64) COLLATE "C" NOT NULL,
  fingerprint VARCHAR(64) COLLATE "C" NOT NULL,
  until_at TIMESTAMP(6) WITH TIME ZONE,
  PRIMARY KEY (tenant, fingerprint)
);

-- The key of those hashes, unless the host has one of its own, which is safer.
CREATE TABLE IF NOT EXISTS cdp_secret (
  tenant VARCHAR(64) COLLATE "C" NOT NULL,
  name VARCHAR(32) COLLATE "C" NOT NULL,
  val VARCHAR(128) COLLATE "C" NOT NULL,
  PRIMARY KEY (tenant, name)
);

-- What people did to what is known of people. profiles: ids, separated by commas.
CREATE TABLE IF NOT EXISTS cdp_audit (
  tenant VARCHAR(64) COLLATE "C" NOT NULL,
  id UUID NOT NULL,
  action VARCHAR(32) COLLATE "C" NOT NULL,
  profiles TEXT NOT NULL,
  actor VARCHAR(1024) NOT NULL,
  reason TEXT NOT NULL,
  made_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (tenant, id)
);

-- Whom an entry names.
CREATE TABLE IF NOT EXISTS cdp_audit_profile (
  tenant VARCHAR(64) COLLATE "C" NOT NULL,
  profile UUID NOT NULL,
  id UUID NOT NULL,
  PRIMARY KEY (tenant, profile, id)
);
