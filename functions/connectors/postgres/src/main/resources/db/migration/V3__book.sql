-- Counted limits are rows, changed in the transaction that changes the book: guests who arrive in a quarter of an hour, high chairs in use.
CREATE TABLE house_counts (
  venue   text NOT NULL REFERENCES venues,
  what    text NOT NULL,
  quarter timestamptz NOT NULL,
  used    int NOT NULL CHECK (used >= 0),
  -- the limit when the count was last raised; null for none
  most    int,
  PRIMARY KEY (venue, what, quarter),
  CONSTRAINT within_the_limit CHECK (most IS NULL OR used <= most)
);

ALTER TABLE reservations
  ADD COLUMN guest_phone text NOT NULL DEFAULT '',
  -- when a hold or an unanswered question ends
  ADD COLUMN expires_at  timestamptz,
  ADD COLUMN zone        text NOT NULL DEFAULT '',
  ADD COLUMN high_chairs int NOT NULL DEFAULT 0 CHECK (high_chairs >= 0),
  ADD COLUMN pets        boolean NOT NULL DEFAULT false,
  ADD COLUMN wheelchair  boolean NOT NULL DEFAULT false,
  ADD COLUMN allergies   text NOT NULL DEFAULT '',
  ADD COLUMN occasion    text NOT NULL DEFAULT '',
  ADD COLUMN language    text NOT NULL DEFAULT '',
  -- whether the guest was told which table: then nobody moves it
  ADD COLUMN table_told  boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT known_status CHECK (status IN
    ('held', 'pending', 'confirmed', 'seated', 'finished', 'cancelled', 'no_show', 'expired')),
  ADD CONSTRAINT waits_for_an_answer CHECK ((expires_at IS NOT NULL) = (status IN ('held', 'pending')));

UPDATE reservations r SET guest_phone = g.phone FROM guests g WHERE g.id = r.guest;
CREATE INDEX reservations_by_phone ON reservations (venue, guest_phone);
CREATE INDEX reservations_by_conversation ON reservations (conversation) WHERE conversation IS NOT NULL;
CREATE INDEX reservations_waiting ON reservations (venue, expires_at) WHERE expires_at IS NOT NULL;

-- Every verb has a key; the key of the call that made a reservation is the key of its first move.
ALTER TABLE reservation_moves ADD COLUMN key text;
UPDATE reservation_moves m SET key = CASE
    WHEN m.number = (SELECT min(f.number) FROM reservation_moves f WHERE f.reservation = m.reservation)
    THEN r.made_by ELSE 'move:' || m.number END
  FROM reservations r WHERE r.id = m.reservation;
ALTER TABLE reservation_moves ALTER COLUMN key SET NOT NULL, ADD CONSTRAINT once_per_key UNIQUE (venue, key);
ALTER TABLE reservations DROP COLUMN made_by;

-- A table is kept by a reservation or, without one, out of use. Deferrable, so that parties can change places in one piece.
ALTER TABLE table_claims
  DROP CONSTRAINT one_party_per_table,
  ALTER COLUMN reservation DROP NOT NULL,
  ADD COLUMN block uuid,
  ADD COLUMN why text NOT NULL DEFAULT '',
  -- read by these: under row-level security no index serves what is asked of a range
  ADD COLUMN begins timestamptz GENERATED ALWAYS AS (lower(period)) STORED,
  ADD COLUMN ends   timestamptz GENERATED ALWAYS AS (upper(period)) STORED,
  ADD CONSTRAINT kept_or_blocked CHECK ((reservation IS NULL) <> (block IS NULL)),
  ADD CONSTRAINT one_party_per_table
    EXCLUDE USING gist (venue WITH =, table_name WITH =, period WITH &&) DEFERRABLE INITIALLY IMMEDIATE;
CREATE INDEX table_claims_by_time ON table_claims (venue, begins);
CREATE UNIQUE INDEX table_blocks ON table_claims (venue, block) WHERE block IS NOT NULL;

INSERT INTO house_counts (venue, what, quarter, used)
SELECT venue, 'covers', date_bin('15 minutes', starts_at, timestamptz '1970-01-01T00:00:00Z'), sum(party_size)
FROM reservations WHERE status IN ('held', 'pending', 'confirmed', 'seated') GROUP BY 1, 2, 3;
