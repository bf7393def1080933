ALTER TABLE messages
  -- what came of listening to a voice note; null: nobody has
  ADD COLUMN hearing text
    CHECK (hearing IN ('words', 'nothing', 'too_long', 'too_large', 'no_sound', 'not_now')),
  -- how often listening was begun
  ADD COLUMN listened smallint NOT NULL DEFAULT 0;

-- A reply that is also said aloud, after its text.
ALTER TABLE outbox DROP CONSTRAINT outbox_kind_check;
ALTER TABLE outbox
  ADD CONSTRAINT outbox_kind_check CHECK (kind IN ('reply', 'fallback', 'notice', 'person', 'spoken'));

-- What it sounds like, until whoever carries it has fetched it.
CREATE TABLE spoken_replies (
  outbox       uuid PRIMARY KEY REFERENCES outbox,
  venue        text NOT NULL REFERENCES venues,
  conversation uuid NOT NULL REFERENCES conversations,
  -- whoever has it may fetch the sound
  token        text NOT NULL UNIQUE,
  sound        bytea NOT NULL,
  until        timestamptz NOT NULL
);
CREATE INDEX spoken_replies_by_end ON spoken_replies (until);
SELECT keep_to_one_house('spoken_replies');
