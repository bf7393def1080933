-- What a turn said, and what it answers, is asked for several times a turn: found at once however much a house has said in its years.
CREATE INDEX outbox_by_turn ON outbox (turn) WHERE turn IS NOT NULL;
CREATE INDEX messages_by_turn ON messages (turn) WHERE turn IS NOT NULL;
-- How much of what was said in a call was heard is written where it was said.
CREATE INDEX messages_by_outbox ON messages (outbox) WHERE outbox IS NOT NULL;
