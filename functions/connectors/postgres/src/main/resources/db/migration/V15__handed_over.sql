-- Conversations that a person of the house answers.
ALTER TABLE conversations
  -- who of the staff took it over; null while the assistant answers, and while it waits for somebody to take it
  ADD COLUMN taken_by   text,
  -- since when a person answers it
  ADD COLUMN taken_at   timestamptz,
  -- that person's last word; null before the first
  ADD COLUMN person_at  timestamptz,
  -- it goes to a person as soon as the turn that says so is closed
  ADD COLUMN hands_over boolean NOT NULL DEFAULT false;
CREATE INDEX conversations_with_a_person ON conversations (venue, id) WHERE owner = 'person';

-- person: what somebody of the house wrote themselves
ALTER TABLE outbox DROP CONSTRAINT outbox_kind_check;
ALTER TABLE outbox ADD CONSTRAINT outbox_kind_check CHECK (kind IN ('reply', 'fallback', 'notice', 'person'));

-- withdrawn: written by the assistant and never sent, because a person took over
ALTER TABLE messages DROP CONSTRAINT messages_state_check;
ALTER TABLE messages ADD CONSTRAINT messages_state_check
  CHECK (state IN ('waiting', 'in_turn', 'done', 'silenced', 'withdrawn'));

-- Each time a conversation changed hands or a person wrote in it. The same key with the same verb takes effect once.
CREATE TABLE handover_moves (
  number       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  conversation uuid NOT NULL REFERENCES conversations,
  venue        text NOT NULL REFERENCES venues,
  verb         text NOT NULL CHECK (verb IN ('take-over', 'hand-back', 'message')),
  who          text NOT NULL,
  key          text NOT NULL,
  at           timestamptz NOT NULL,
  UNIQUE (venue, verb, key)
);
CREATE INDEX handover_moves_by_conversation ON handover_moves (conversation);
SELECT keep_to_one_house('handover_moves');

-- What staff are told of a request, how far the telling has come, and who took it.
ALTER TABLE person_requests DROP CONSTRAINT person_requests_reason_check;
ALTER TABLE person_requests ADD CONSTRAINT person_requests_reason_check
  CHECK (reason IN ('group', 'complaint', 'emergency', 'wish', 'other', 'message'));
ALTER TABLE person_requests
  ADD COLUMN summary   text NOT NULL DEFAULT '',
  -- how many messages staff have been sent about it, and when the last
  ADD COLUMN told      int NOT NULL DEFAULT 0,
  ADD COLUMN told_at   timestamptz,
  -- everybody has been told and nobody took it
  ADD COLUMN given_up  boolean NOT NULL DEFAULT false;
