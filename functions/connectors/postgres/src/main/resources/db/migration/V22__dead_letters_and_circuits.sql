-- What nobody could deliver, the newest first.
CREATE INDEX outbox_dead ON outbox (changed_at) WHERE state IN ('failed', 'undelivered');

-- How each provider that carries our messages is doing, for all copies of the functions together.
CREATE TABLE provider_circuits (
  provider     text PRIMARY KEY,
  -- failures of theirs in a row
  failures     int NOT NULL,
  -- nothing is given to them before; null while all is well
  open_until   timestamptz,
  -- how long they are left alone after the next failed try
  pause_millis bigint NOT NULL,
  -- till when somebody tries whether they are back
  trying_until timestamptz,
  -- the code of the last failure, and since when it has been so
  error_code   text,
  since        timestamptz
);
REVOKE ALL ON provider_circuits FROM conserje_house;

-- Whom the house has forgotten of late, as digests: calls of theirs that are heard of later are only figures.
CREATE TABLE forgotten_addresses (
  venue  text NOT NULL REFERENCES venues,
  digest text NOT NULL,
  at     timestamptz NOT NULL,
  PRIMARY KEY (venue, digest)
);
SELECT keep_to_one_house('forgotten_addresses');
