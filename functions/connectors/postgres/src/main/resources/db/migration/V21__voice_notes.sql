ALTER TABLE messages
  -- what came of listening to a voice note; null: nobody has
  ADD COLUMN hearing text
    CHECK (hearing IN ('words', 'nothing', 'too_long', 'too_large', 'no_sound', 'not_now')),
  -- how often listening was begun
  ADD COLUMN listened smallint NOT NULL DEFAULT 0;
