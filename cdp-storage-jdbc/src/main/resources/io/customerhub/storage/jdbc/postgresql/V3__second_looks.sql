-- Customer Hub, version 3: records are compared once more where a concurrent transaction may have
-- been missed, and keys that too many hold are narrowed. For PostgreSQL 13 or newer.
-- Every statement may be run again: what is there stays as it is, and is at most compared again.

-- Members to compare once more. Rows are worked off in the order of their ids.
CREATE TABLE IF NOT EXISTS cdp_redo (
  tenant VARCHAR(64) COLLATE "C" NOT NULL,
  id UUID NOT NULL,
  member UUID NOT NULL,
  reason VARCHAR(16) COLLATE "C" NOT NULL,
  asked_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  PRIMARY KEY (tenant, id)
);

-- Keys of cdp_block that too many members hold, or held once.
CREATE TABLE IF NOT EXISTS cdp_generic_block (
  tenant VARCHAR(64) COLLATE "C" NOT NULL,
  block VARCHAR(128) COLLATE "C" NOT NULL,
  PRIMARY KEY (tenant, block)
);

-- Everybody who is there already, once: what was missed before is found too, a few with each tick.
INSERT INTO cdp_redo (tenant, id, member, reason, asked_at)
  SELECT m.tenant, m.id, m.id, 'BORN', m.born_at FROM cdp_member m
  WHERE NOT EXISTS (SELECT 1 FROM cdp_redo r WHERE r.tenant = m.tenant AND r.id = m.id);
