-- Instants are UTC and always given by the application's clock; nothing here asks the server for the time.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE venues (
  id              text PRIMARY KEY,
  name            text NOT NULL,
  kind            text NOT NULL CHECK (kind IN ('restaurant', 'hotel')),
  time_zone       text NOT NULL,
  language        text NOT NULL,
  phone           text NOT NULL,
  address         text NOT NULL,
  largest_party   int  NOT NULL CHECK (largest_party > 0),
  notice_minutes  int  NOT NULL CHECK (notice_minutes >= 0),
  horizon_days    int  NOT NULL CHECK (horizon_days > 0)
);

-- Which house a guest has reached.
CREATE TABLE channel_addresses (
  channel text NOT NULL,
  address text NOT NULL,
  venue   text NOT NULL REFERENCES venues,
  PRIMARY KEY (channel, address)
);

CREATE TABLE services (
  venue         text NOT NULL REFERENCES venues,
  weekday       int  NOT NULL CHECK (weekday BETWEEN 1 AND 7),
  name          text NOT NULL,
  first_booking time NOT NULL,
  last_booking  time NOT NULL,
  PRIMARY KEY (venue, weekday, name)
);

CREATE TABLE stay_lengths (
  venue    text NOT NULL REFERENCES venues,
  up_to    int  NOT NULL CHECK (up_to > 0),
  minutes  int  NOT NULL CHECK (minutes > 0),
  PRIMARY KEY (venue, up_to)
);

CREATE TABLE dining_tables (
  venue text NOT NULL REFERENCES venues,
  name  text NOT NULL,
  zone  text NOT NULL,
  seats int  NOT NULL CHECK (seats > 0),
  PRIMARY KEY (venue, name)
);

CREATE TABLE guests (
  id    uuid PRIMARY KEY,
  venue text NOT NULL REFERENCES venues,
  phone text NOT NULL,
  name  text NOT NULL,
  UNIQUE (venue, phone)
);

CREATE TABLE conversations (
  id            uuid PRIMARY KEY,
  venue         text NOT NULL REFERENCES venues,
  channel       text NOT NULL,
  house_address text NOT NULL,
  guest_address text NOT NULL,
  guest_name    text NOT NULL DEFAULT '',
  owner         text NOT NULL DEFAULT 'assistant' CHECK (owner IN ('assistant', 'person')),
  language      text NOT NULL,
  memory        jsonb NOT NULL DEFAULT '{}',
  lease         bigint NOT NULL DEFAULT 0,
  lease_until   timestamptz,
  started_at    timestamptz NOT NULL,
  last_at       timestamptz NOT NULL,
  UNIQUE (venue, channel, house_address, guest_address)
);
CREATE INDEX conversations_newest ON conversations (venue, last_at DESC, id DESC);
CREATE INDEX conversations_by_guest ON conversations (venue, guest_address);

CREATE TABLE reservations (
  id           uuid PRIMARY KEY,
  venue        text NOT NULL REFERENCES venues,
  reference    text NOT NULL,
  status       text NOT NULL,
  starts_at    timestamptz NOT NULL,
  ends_at      timestamptz NOT NULL,
  party_size   int NOT NULL CHECK (party_size > 0),
  guest        uuid NOT NULL REFERENCES guests,
  guest_name   text NOT NULL,
  notes        text NOT NULL DEFAULT '',
  channel      text NOT NULL,
  conversation uuid REFERENCES conversations,
  made_at      timestamptz NOT NULL,
  -- the call that made it: the same call again finds it
  made_by      text NOT NULL,
  CHECK (starts_at < ends_at),
  UNIQUE (venue, reference),
  UNIQUE (venue, made_by)
);
CREATE INDEX reservations_by_day ON reservations (venue, starts_at);
CREATE INDEX reservations_by_guest ON reservations (guest);

-- A table kept for a while. Two that overlap cannot both be written: a double booking is impossible by constraint.
CREATE TABLE table_claims (
  venue       text NOT NULL,
  table_name  text NOT NULL,
  period      tstzrange NOT NULL,
  reservation uuid NOT NULL REFERENCES reservations,
  FOREIGN KEY (venue, table_name) REFERENCES dining_tables,
  CONSTRAINT one_party_per_table EXCLUDE USING gist (venue WITH =, table_name WITH =, period WITH &&)
);
CREATE INDEX table_claims_by_reservation ON table_claims (reservation);

-- Every move of a reservation, with who and why.
CREATE TABLE reservation_moves (
  reservation uuid NOT NULL REFERENCES reservations,
  venue       text NOT NULL,
  number      bigint GENERATED ALWAYS AS IDENTITY,
  status      text NOT NULL,
  who         text NOT NULL,
  why         text NOT NULL,
  at          timestamptz NOT NULL,
  PRIMARY KEY (reservation, number)
);

CREATE TABLE turns (
  id           uuid PRIMARY KEY,
  conversation uuid NOT NULL REFERENCES conversations,
  venue        text NOT NULL,
  opened_at    timestamptz NOT NULL,
  closed_at    timestamptz
);
CREATE INDEX turns_by_conversation ON turns (conversation);
CREATE UNIQUE INDEX one_open_turn ON turns (conversation) WHERE closed_at IS NULL;

CREATE TABLE messages (
  position     bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  conversation uuid NOT NULL REFERENCES conversations,
  venue        text NOT NULL,
  sender       text NOT NULL CHECK (sender IN ('guest', 'assistant', 'person')),
  kind         text NOT NULL DEFAULT 'text',
  body         text NOT NULL,
  media        jsonb NOT NULL DEFAULT '[]',
  at           timestamptz NOT NULL,
  -- waiting: to be answered; in_turn: claimed by an open turn; done: answered, or said by us; silenced: over the limit
  state        text NOT NULL CHECK (state IN ('waiting', 'in_turn', 'done', 'silenced')),
  turn         uuid REFERENCES turns,
  outbox       uuid
);
CREATE INDEX messages_by_conversation ON messages (conversation, position);
CREATE INDEX messages_open ON messages (conversation, position) WHERE state IN ('waiting', 'in_turn');

CREATE TABLE turn_steps (
  turn       uuid NOT NULL REFERENCES turns,
  venue      text NOT NULL,
  number     int NOT NULL,
  seen_up_to bigint NOT NULL,
  model      text NOT NULL,
  answer     jsonb NOT NULL,
  saved_at   timestamptz NOT NULL,
  PRIMARY KEY (turn, number)
);

CREATE TABLE tool_results (
  turn     uuid NOT NULL,
  venue    text NOT NULL,
  step     int NOT NULL,
  position int NOT NULL,
  name     text NOT NULL,
  result   jsonb NOT NULL,
  at       timestamptz NOT NULL,
  PRIMARY KEY (turn, step, position),
  FOREIGN KEY (turn, step) REFERENCES turn_steps
);

CREATE TABLE inbound_ledger (
  provider     text NOT NULL,
  event_id     text NOT NULL,
  -- 'message', or the status that a status callback reported
  event        text NOT NULL,
  venue        text,
  conversation uuid,
  message      bigint,
  outcome      text NOT NULL,
  correlation  text NOT NULL,
  received_at  timestamptz NOT NULL,
  recorded_at  timestamptz NOT NULL,
  PRIMARY KEY (provider, event_id, event)
);

CREATE TABLE outbox (
  id                  uuid PRIMARY KEY,
  position            bigint GENERATED ALWAYS AS IDENTITY UNIQUE,
  venue               text NOT NULL,
  conversation        uuid NOT NULL REFERENCES conversations,
  turn                uuid REFERENCES turns,
  -- reply: what a turn says; fallback: what the guest must hear if the turn never gets to say it; notice: the house's own line
  kind                text NOT NULL CHECK (kind IN ('reply', 'fallback', 'notice')),
  channel             text NOT NULL,
  house_address       text NOT NULL,
  guest_address       text NOT NULL,
  body                text NOT NULL,
  state               text NOT NULL,
  due_at              timestamptz NOT NULL,
  attempts            int NOT NULL DEFAULT 0,
  first_tried_at      timestamptz,
  sending_until       timestamptz,
  provider            text,
  provider_message_id text,
  error_code          text,
  error               text,
  written_at          timestamptz NOT NULL,
  changed_at          timestamptz NOT NULL
);
CREATE INDEX outbox_by_conversation ON outbox (conversation);
CREATE INDEX outbox_open ON outbox (conversation, position) WHERE state IN ('waiting', 'sending');
CREATE INDEX outbox_due ON outbox (due_at) WHERE state IN ('waiting', 'sending');
CREATE UNIQUE INDEX outbox_by_provider ON outbox (provider, provider_message_id) WHERE provider_message_id IS NOT NULL;

-- One runner per job, whatever the number of function instances.
CREATE TABLE job_leases (
  job         text PRIMARY KEY,
  lease       bigint NOT NULL DEFAULT 0,
  lease_until timestamptz,
  last_run_at timestamptz,
  last_result text
);
