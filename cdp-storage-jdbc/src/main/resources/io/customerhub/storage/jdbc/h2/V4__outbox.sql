-- Customer Hub, version 4: news for destinations outside. For H2 2.2 or newer.
-- Every statement may be run again: what is there stays as it is, and is at most looked at again.

-- What waits for a destination. seq: the order; numbers become visible out of order, so rows are
-- consumed by deleting them. due_at: when the next attempt may be made, or when the lease ends.
CREATE TABLE IF NOT EXISTS cdp_outbox (
  tenant VARCHAR(64) NOT NULL,
  id UUID NOT NULL,
  seq BIGINT GENERATED ALWAYS AS IDENTITY,
  destination VARCHAR(64) NOT NULL,
  kind VARCHAR(32) NOT NULL,
  about UUID NOT NULL,
  details CLOB NOT NULL,
  happened_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  attempts INTEGER NOT NULL,
  due_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  failure VARCHAR(256) NOT NULL,
  lease UUID,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS cdp_outbox_due ON cdp_outbox (tenant, destination, due_at, seq);
CREATE INDEX IF NOT EXISTS cdp_outbox_about ON cdp_outbox (tenant, about, destination, seq);

-- What was not delivered, and why.
CREATE TABLE IF NOT EXISTS cdp_dead_letter (
  tenant VARCHAR(64) NOT NULL,
  id UUID NOT NULL,
  destination VARCHAR(64) NOT NULL,
  kind VARCHAR(32) NOT NULL,
  about UUID NOT NULL,
  details CLOB NOT NULL,
  happened_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  attempts INTEGER NOT NULL,
  due_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  failure VARCHAR(256) NOT NULL,
  cause VARCHAR(32) NOT NULL,
  reason VARCHAR(256) NOT NULL,
  dead_since TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (tenant, id)
);
CREATE INDEX IF NOT EXISTS cdp_dead_letter_destination ON cdp_dead_letter (tenant, destination, id);
CREATE INDEX IF NOT EXISTS cdp_dead_letter_about ON cdp_dead_letter (tenant, about);
CREATE INDEX IF NOT EXISTS cdp_dead_letter_cause ON cdp_dead_letter (tenant, cause, dead_since);

-- Destinations that are paused.
CREATE TABLE IF NOT EXISTS cdp_pause (
  tenant VARCHAR(64) NOT NULL,
  destination VARCHAR(64) NOT NULL,
  reason VARCHAR(256) NOT NULL,
  paused_since TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (tenant, destination)
);

-- When a destination was told something about whom; only where a frequency cap asks for it.
CREATE TABLE IF NOT EXISTS cdp_told (
  tenant VARCHAR(64) NOT NULL,
  about UUID NOT NULL,
  destination VARCHAR(64) NOT NULL,
  told_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  seq BIGINT GENERATED ALWAYS AS IDENTITY,
  PRIMARY KEY (tenant, about, destination, told_at, seq)
);
CREATE INDEX IF NOT EXISTS cdp_told_at ON cdp_told (tenant, destination, told_at);

-- Records are looked up by other keys than before. Everybody who is there already is asked to be
-- looked at once more, a few with each tick; what the old keys say does no harm.
INSERT INTO cdp_redo (tenant, id, member, reason, asked_at)
  SELECT m.tenant, m.id, m.id, 'BORN', m.born_at FROM cdp_member m
  WHERE NOT EXISTS (SELECT 1 FROM cdp_redo r WHERE r.tenant = m.tenant AND r.id = m.id);
