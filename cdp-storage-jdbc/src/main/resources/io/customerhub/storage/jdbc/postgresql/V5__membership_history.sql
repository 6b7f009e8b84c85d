-- Customer Hub, version 5: when profiles entered and left segments. For PostgreSQL 13 or newer.
-- Every statement may be run again: what is there stays as it is.

-- profile: the canonical id of that time. inside: whether it entered.
CREATE TABLE IF NOT EXISTS cdp_membership_change (
  tenant VARCHAR(64) COLLATE "C" NOT NULL,
  segment VARCHAR(256) COLLATE "C" NOT NULL,
  changed_at TIMESTAMP(6) WITH TIME ZONE NOT NULL,
  profile UUID NOT NULL,
  inside BOOLEAN NOT NULL,
  PRIMARY KEY (tenant, segment, changed_at, profile)
);
CREATE INDEX IF NOT EXISTS cdp_membership_change_profile
  ON cdp_membership_change (tenant, profile, segment, changed_at);

-- Of before, only the last change is known; in the year 1 or earlier there was none.
INSERT INTO cdp_membership_change (tenant, segment, changed_at, profile, inside)
  SELECT m.tenant, m.segment, m.since, m.profile, m.inside FROM cdp_membership m
  WHERE m.since > TIMESTAMP WITH TIME ZONE '0002-01-01 00:00:00+00:00'
  AND NOT EXISTS (SELECT 1 FROM cdp_membership_change c WHERE c.tenant = m.tenant
    AND c.segment = m.segment AND c.changed_at = m.since AND c.profile = m.profile);
