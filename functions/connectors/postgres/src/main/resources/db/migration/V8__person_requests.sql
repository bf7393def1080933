-- What waits for a person of the house, with everything the guest has said.
CREATE TABLE person_requests (
  id           uuid PRIMARY KEY,
  venue        text NOT NULL REFERENCES venues,
  reason       text NOT NULL CHECK (reason IN ('group', 'complaint', 'wish', 'other')),
  wished_date  date,
  wished_time  time,
  party_size   int NOT NULL DEFAULT 0,
  guest_name   text NOT NULL,
  guest_phone  text NOT NULL,
  notes        text NOT NULL,
  conversation uuid REFERENCES conversations,
  asked_at     timestamptz NOT NULL,
  done_at      timestamptz,
  done_by      text
);
CREATE UNIQUE INDEX one_open_request ON person_requests (venue, conversation, reason) WHERE done_at IS NULL;
CREATE INDEX person_requests_open ON person_requests (venue, asked_at) WHERE done_at IS NULL;
SELECT keep_to_one_house('person_requests');
