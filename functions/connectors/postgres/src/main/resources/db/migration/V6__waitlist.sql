-- Who waits for a table. Changed only under the lock of the house's book.
CREATE TABLE waitlist (
  id            uuid PRIMARY KEY,
  -- the order of the line
  number        bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  venue         text NOT NULL REFERENCES venues,
  status        text NOT NULL CHECK (status IN ('waiting', 'offered', 'booked', 'declined', 'expired', 'left', 'passed')),
  -- day and window are the venue's own time; the instant is the end of the window, after which nobody waits any more
  day           date NOT NULL,
  earliest      timestamp NOT NULL,
  latest        timestamp NOT NULL,
  ends_at       timestamptz NOT NULL,
  party_size    int NOT NULL CHECK (party_size > 0),
  high_chairs   int NOT NULL CHECK (high_chairs >= 0),
  pets          boolean NOT NULL,
  wheelchair    boolean NOT NULL,
  zone          text NOT NULL,
  guest_name    text NOT NULL,
  guest_phone   text NOT NULL,
  notes         text NOT NULL,
  allergies     text NOT NULL,
  occasion      text NOT NULL,
  language      text NOT NULL,
  channel       text NOT NULL,
  conversation  uuid REFERENCES conversations,
  -- one offer, and so one booking, per entry
  reservation   uuid UNIQUE REFERENCES reservations,
  offered_until timestamptz,
  joined_at     timestamptz NOT NULL,
  CHECK (earliest <= latest),
  CONSTRAINT offered_a_table CHECK ((reservation IS NOT NULL) = (status IN ('offered', 'booked', 'declined', 'expired'))),
  CONSTRAINT offered_until_when CHECK ((offered_until IS NOT NULL) = (status = 'offered'))
);
CREATE INDEX waitlist_by_day ON waitlist (venue, day, number);
CREATE INDEX waitlist_in_line ON waitlist (venue, day, number) WHERE status = 'waiting';
CREATE INDEX waitlist_by_phone ON waitlist (venue, guest_phone) WHERE status IN ('waiting', 'offered');

-- Every move, with who and why; the key of the call that joined is the key of the first.
CREATE TABLE waitlist_moves (
  entry  uuid NOT NULL REFERENCES waitlist,
  venue  text NOT NULL,
  number bigint GENERATED ALWAYS AS IDENTITY,
  status text NOT NULL,
  key    text NOT NULL,
  who    text NOT NULL,
  why    text NOT NULL,
  at     timestamptz NOT NULL,
  PRIMARY KEY (entry, number),
  UNIQUE (venue, key)
);
