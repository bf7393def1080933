-- What the guest may answer this with by one touch, best first.
ALTER TABLE outbox ADD COLUMN choices text[] NOT NULL DEFAULT '{}';
