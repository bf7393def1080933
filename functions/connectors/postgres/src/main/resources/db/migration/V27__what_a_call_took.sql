-- How long the guest of a call waited for each answer, step by step; null for a step that was not reached.
CREATE TABLE call_answers (
  call            uuid NOT NULL REFERENCES calls,
  venue           text NOT NULL REFERENCES venues,
  number          int NOT NULL,
  said_at         timestamptz NOT NULL,
  -- otherwise the guest spoke on, or hung up
  heard           boolean NOT NULL,
  recogniser_ms   int,
  pause_ms        int,
  receptionist_ms int,
  cutting_ms      int,
  voice_ms        int,
  pacing_ms       int,
  carrier_ms      int,
  PRIMARY KEY (call, number)
);
SELECT keep_to_one_house('call_answers');

-- What is recorded of a call, from the moment its guest heard that it may be.
CREATE TABLE call_recordings (
  call         uuid PRIMARY KEY REFERENCES calls,
  venue        text NOT NULL REFERENCES venues,
  announced_at timestamptz NOT NULL,
  -- sound between these is not kept; without the second, whatever comes
  paused_at    timestamptz,
  resumed_at   timestamptz,
  -- the guest does not want it
  refused      boolean NOT NULL DEFAULT false,
  -- when sound was kept last; null: none yet
  kept_at      timestamptz,
  -- when its parts became one; null: not yet
  joined_at    timestamptz,
  keep_until   timestamptz NOT NULL,
  -- its guest was forgotten
  erased       boolean NOT NULL DEFAULT false
);
CREATE INDEX call_recordings_to_forget ON call_recordings (keep_until);
SELECT keep_to_one_house('call_recordings');

-- What providers bill of a call, in their units: how many.
CREATE TABLE call_usage (
  call   uuid NOT NULL REFERENCES calls,
  venue  text NOT NULL REFERENCES venues,
  -- for example elevenlabs_characters
  unit   text NOT NULL,
  amount bigint NOT NULL,
  PRIMARY KEY (call, unit)
);
SELECT keep_to_one_house('call_usage');

-- Calls that are over and not summed up.
CREATE INDEX calls_to_sum_up ON calls (ended_at) WHERE state = 'ended' AND summary = '' AND outcome IS NULL;
