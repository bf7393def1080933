ALTER TABLE channel_addresses
  -- the provider that last brought a message to this address, and so carries what is said from it; null before the first
  ADD COLUMN carrier text,
  -- as in the house file: the house begins with the first of a channel
  ADD COLUMN place int NOT NULL DEFAULT 1000;

-- Which event of a provider a message came by.
CREATE INDEX inbound_ledger_by_message ON inbound_ledger (message) WHERE message IS NOT NULL;
