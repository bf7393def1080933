-- Telephone calls, whoever carries them. What is known of one grows; its state only goes forward.
CREATE TABLE calls (
  id               uuid PRIMARY KEY,
  venue            text NOT NULL REFERENCES venues,
  provider         text NOT NULL,
  provider_call_id text NOT NULL,
  -- the telephone company's behind the provider
  carrier_call_id  text NOT NULL DEFAULT '',
  direction        text NOT NULL CHECK (direction IN ('inbound', 'outbound', 'web')),
  conversation     uuid NOT NULL REFERENCES conversations,
  house_address    text NOT NULL,
  guest_address    text NOT NULL,
  state            text NOT NULL
    CHECK (state IN ('scheduled', 'queued', 'ringing', 'in_progress', 'forwarding', 'ended')),
  began_at         timestamptz NOT NULL,
  -- when anything was heard of it last
  heard_at         timestamptz NOT NULL,
  answered_at      timestamptz,
  ended_at         timestamptz,
  -- the provider's word
  ended_reason     text NOT NULL DEFAULT '',
  forwarded_to     text NOT NULL DEFAULT '',
  interruptions    int NOT NULL DEFAULT 0,
  hangs            int NOT NULL DEFAULT 0,
  -- when the provider told how it went; null until then
  reported_at      timestamptz,
  -- the words of the conversation are the report's, because none came while they were said
  words_reported   boolean NOT NULL DEFAULT false,
  transcript       text NOT NULL DEFAULT '',
  summary          text NOT NULL DEFAULT '',
  recording        text NOT NULL DEFAULT '',
  -- millionths of the currency: minutes cost fractions of a cent
  cost_micros      bigint,
  currency         text,
  outcome          jsonb,
  success          text NOT NULL DEFAULT '',
  -- how often, and when last, the provider was asked what became of it
  asked            int NOT NULL DEFAULT 0,
  asked_at         timestamptz,
  UNIQUE (provider, provider_call_id)
);
CREATE INDEX calls_by_day ON calls (venue, began_at DESC, id DESC);
CREATE INDEX calls_by_conversation ON calls (conversation);
CREATE INDEX calls_not_reported ON calls (provider, heard_at) WHERE reported_at IS NULL;
SELECT keep_to_one_house('calls');

-- In which call it was said; null for what was written.
ALTER TABLE messages ADD COLUMN call uuid REFERENCES calls;
CREATE INDEX messages_by_call ON messages (call) WHERE call IS NOT NULL;

-- The call whose speaker wished it; null for the house's own turns, which alone leave something to remember.
ALTER TABLE turns ADD COLUMN call uuid REFERENCES calls;
