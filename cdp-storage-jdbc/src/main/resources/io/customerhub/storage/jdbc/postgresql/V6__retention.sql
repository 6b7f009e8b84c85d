-- Customer Hub, version 6: events that are not kept one by one any more. For PostgreSQL 13 or newer.
-- Every statement may be run again: what is there stays as it is.

-- How many of a record's events were removed from the log.
ALTER TABLE cdp_member ADD COLUMN IF NOT EXISTS removed BIGINT DEFAULT 0 NOT NULL;

-- Events that were removed from the log. hash: tells a repeated delivery from a reused message_id.
CREATE TABLE IF NOT EXISTS cdp_removed_event (
  tenant VARCHAR(64) COLLATE "C" NOT NULL,
  source VARCHAR(64) COLLATE "C" NOT NULL,
  message_id VARCHAR(128) COLLATE "C" NOT NULL,
  member UUID,
  hash VARCHAR(64) COLLATE "C" NOT NULL,
  PRIMARY KEY (tenant, source, message_id)
);
CREATE INDEX IF NOT EXISTS cdp_removed_event_member ON cdp_removed_event (tenant, member);

-- What they said, by record and event name.
CREATE TABLE IF NOT EXISTS cdp_event_summary (
  tenant VARCHAR(64) COLLATE "C" NOT NULL,
  member UUID NOT NULL,
  name VARCHAR(256) COLLATE "C" NOT NULL,
  events BIGINT NOT NULL,
  first_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  last_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  claims TEXT NOT NULL,
  properties TEXT NOT NULL,
  PRIMARY KEY (tenant, member, name)
);
