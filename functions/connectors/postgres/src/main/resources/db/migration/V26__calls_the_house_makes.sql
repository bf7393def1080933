-- A telephone that the house makes ring. The row is there before anybody rings.
CREATE TABLE outgoing_calls (
  -- also of its row in calls
  id               uuid PRIMARY KEY,
  venue            text NOT NULL REFERENCES venues,
  -- what it is about: ordered once
  key              text NOT NULL,
  kind             text NOT NULL CHECK (kind IN ('news', 'call_back')),
  provider         text NOT NULL,
  house_address    text NOT NULL,
  to_address       text NOT NULL,
  purpose          text NOT NULL,
  language         text NOT NULL,
  leaves_message   boolean NOT NULL,
  conversation     uuid NOT NULL REFERENCES conversations,
  attempt          int NOT NULL,
  state            text NOT NULL CHECK (state IN ('waiting', 'ringing', 'answered', 'over')),
  -- person or machine; empty until somebody knows
  answered_by      text NOT NULL DEFAULT '',
  reason           text NOT NULL DEFAULT '',
  ordered_at       timestamptz NOT NULL,
  due_at           timestamptz NOT NULL,
  -- till when somebody is trying to make it ring
  held_until       timestamptz,
  -- when the provider was asked first; null where it certainly has nothing of it
  first_tried_at   timestamptz,
  tried            int NOT NULL DEFAULT 0,
  provider_call_id text NOT NULL DEFAULT '',
  control          text NOT NULL DEFAULT '',
  answered_at      timestamptz,
  ended_at         timestamptz,
  UNIQUE (venue, key)
);
SELECT keep_to_one_house('outgoing_calls');
CREATE INDEX outgoing_calls_waiting ON outgoing_calls (due_at) WHERE state = 'waiting';
CREATE INDEX outgoing_calls_by_day ON outgoing_calls (venue, ordered_at);
CREATE INDEX outgoing_calls_by_provider ON outgoing_calls (provider_call_id) WHERE provider_call_id <> '';

-- Who of the house was rung for a caller, one after the other.
CREATE TABLE call_transfers (
  call       uuid NOT NULL REFERENCES calls,
  -- 0 for the first
  position   int NOT NULL,
  venue      text NOT NULL REFERENCES venues,
  to_address text NOT NULL,
  state      text NOT NULL CHECK (state IN ('ringing', 'taken', 'not_taken')),
  -- the provider's word
  reason     text NOT NULL DEFAULT '',
  rung_at    timestamptz NOT NULL,
  ended_at   timestamptz,
  PRIMARY KEY (call, position)
);
SELECT keep_to_one_house('call_transfers');
