-- The provider's id of the message of ours that a guest answered; null for none.
ALTER TABLE messages ADD COLUMN replies_to text;

-- Who does not want to be written to. What the guest said counts for every channel, what a provider says for its own.
CREATE TABLE opt_outs (
  venue   text NOT NULL REFERENCES venues,
  address text NOT NULL,
  said_by text NOT NULL CHECK (said_by IN ('guest', 'provider')),
  -- over which it was said
  channel text NOT NULL,
  since   timestamptz NOT NULL,
  PRIMARY KEY (venue, address, said_by, channel)
);
SELECT keep_to_one_house('opt_outs');

ALTER TABLE outbox
  -- the last word to somebody who wants none after it
  ADD COLUMN last_word boolean NOT NULL DEFAULT false,
  -- what a notice is about, for a template: its occasion, its language and its facts
  ADD COLUMN about jsonb,
  -- the same text over another channel, once
  ADD COLUMN instead_of uuid UNIQUE REFERENCES outbox;
