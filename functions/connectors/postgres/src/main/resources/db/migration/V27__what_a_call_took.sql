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
