-- Nights in rooms. What rooms there are and what they cost stands in the house's document.
CREATE TABLE stays (
  id           uuid PRIMARY KEY,
  venue        text NOT NULL REFERENCES venues,
  -- three letters and three digits: never the shape of a reservation's
  reference    text NOT NULL,
  status       text NOT NULL CHECK (status IN
                 ('held', 'pending', 'confirmed', 'in_house', 'finished', 'cancelled', 'no_show', 'expired')),
  arrival      date NOT NULL,
  departure    date NOT NULL,
  room_type    text NOT NULL,
  adults       int NOT NULL CHECK (adults > 0),
  children     int NOT NULL CHECK (children >= 0),
  cots         int NOT NULL CHECK (cots >= 0),
  -- the venue's own time, where it is not the house's
  early_from   time,
  late_until   time,
  -- minor units; the whole breakdown is in quote
  total        bigint NOT NULL,
  currency     text NOT NULL,
  quote        jsonb NOT NULL,
  guest        uuid NOT NULL REFERENCES guests,
  guest_name   text NOT NULL,
  guest_phone  text NOT NULL,
  notes        text NOT NULL,
  channel      text NOT NULL,
  conversation uuid REFERENCES conversations,
  -- of held and pending: until when the room waits
  waits_until  timestamptz,
  extended     int NOT NULL DEFAULT 0,
  -- since when its guest is in the house, or when they left
  since        timestamptz,
  -- of cancelled and no_show: minor units
  owed         bigint NOT NULL DEFAULT 0,
  made_at      timestamptz NOT NULL,
  CHECK (arrival < departure),
  CHECK ((status IN ('held', 'pending')) = (waits_until IS NOT NULL)),
  UNIQUE (venue, reference)
);
CREATE INDEX stays_by_day ON stays (venue, departure, arrival);
CREATE INDEX stays_by_guest ON stays (guest);
CREATE INDEX stays_by_phone ON stays (venue, guest_phone);
CREATE INDEX stays_by_conversation ON stays (conversation) WHERE conversation IS NOT NULL;
CREATE INDEX stays_waiting ON stays (venue, waits_until) WHERE waits_until IS NOT NULL;

-- A room kept for a stay until it is cleaned. Two that overlap cannot both be committed: overbooking is impossible by constraint.
-- It is deferrable so that stays can swap rooms within a transaction.
CREATE TABLE room_claims (
  stay       uuid PRIMARY KEY REFERENCES stays,
  venue      text NOT NULL,
  room       text NOT NULL,
  period     tstzrange NOT NULL CHECK (NOT isempty(period)),
  -- plain columns, since under row-level security no index is used for && (decision 26)
  begins     timestamptz NOT NULL GENERATED ALWAYS AS (lower(period)) STORED,
  ends       timestamptz NOT NULL GENERATED ALWAYS AS (upper(period)) STORED,
  -- under which type and for which nights it counts against the allotment
  room_type  text NOT NULL,
  from_night date NOT NULL,
  to_night   date NOT NULL CHECK (from_night < to_night),
  -- whether another room of the type would do
  movable    boolean NOT NULL,
  CONSTRAINT one_stay_per_room EXCLUDE USING gist (venue WITH =, room WITH =, period WITH &&)
    DEFERRABLE INITIALLY IMMEDIATE
);
CREATE INDEX room_claims_by_time ON room_claims (venue, ends, begins);

-- How many rooms of a type are sold for a night, and how many may be.
CREATE TABLE type_nights (
  venue     text NOT NULL REFERENCES venues,
  room_type text NOT NULL,
  night     date NOT NULL,
  used      int  NOT NULL CHECK (used >= 0),
  most      int  NOT NULL,
  PRIMARY KEY (venue, room_type, night),
  CONSTRAINT within_allotment CHECK (used <= most)
);

-- Every move of a stay: what was done, by whom and why, and where the stay stood then. The same key with the same verb takes effect once.
CREATE TABLE stay_moves (
  stay   uuid NOT NULL REFERENCES stays,
  venue  text NOT NULL,
  number bigint GENERATED ALWAYS AS IDENTITY,
  verb   text NOT NULL,
  status text NOT NULL,
  key    text NOT NULL,
  who    text NOT NULL,
  why    text NOT NULL,
  at     timestamptz NOT NULL,
  PRIMARY KEY (stay, number),
  UNIQUE (venue, verb, key)
);
