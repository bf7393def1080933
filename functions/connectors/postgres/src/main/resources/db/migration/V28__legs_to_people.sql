-- Under what the provider takes commands for the telephone of whoever was rung; empty for none.
ALTER TABLE call_transfers ADD COLUMN control text NOT NULL DEFAULT '';
