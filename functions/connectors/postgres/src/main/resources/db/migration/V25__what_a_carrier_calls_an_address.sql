-- What the carrier itself calls the address, where that is another name (Meta's id of a number); learnt with the carrier.
ALTER TABLE channel_addresses ADD COLUMN carrier_address text;
