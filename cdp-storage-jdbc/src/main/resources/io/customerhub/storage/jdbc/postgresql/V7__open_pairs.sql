-- Customer Hub, version 7: pairs to be looked at, the heaviest first. For PostgreSQL 13 or newer.
-- Every statement may be run again: what is there stays as it is.

-- The sum of the evidence's weights; 0 for edges that are older than this column.
ALTER TABLE cdp_link ADD COLUMN IF NOT EXISTS bits DOUBLE PRECISION DEFAULT 0 NOT NULL;
CREATE INDEX IF NOT EXISTS cdp_link_possible
  ON cdp_link (tenant, kind, active, bits DESC, id) WHERE kind = 'POSSIBLE' AND active;
