-- References of bookings made elsewhere that guests told, and whether what they said of whose it is was right:
-- what passed may be spoken of in that conversation.
CREATE TABLE reference_checks (
  number       bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  venue        text NOT NULL REFERENCES venues,
  conversation uuid NOT NULL REFERENCES conversations,
  reference    text NOT NULL,
  passed       boolean NOT NULL,
  at           timestamptz NOT NULL
);
CREATE INDEX reference_checks_of_conversation ON reference_checks (conversation);
CREATE INDEX reference_checks_of_reference ON reference_checks (venue, reference);
SELECT keep_to_one_house('reference_checks');
