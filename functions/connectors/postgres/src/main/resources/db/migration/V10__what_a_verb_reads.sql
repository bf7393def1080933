-- What a verb of the book reads and writes is found by when it is: a house has counts for years.
ALTER TABLE house_counts DROP CONSTRAINT house_counts_pkey, ADD PRIMARY KEY (venue, quarter, what);

-- The same as before, in a language whose plans are kept: the other one plans the function anew at each booking.
CREATE OR REPLACE FUNCTION meet_guest(house text, by_kind text, by_address text, called text, met_at timestamptz) RETURNS uuid
LANGUAGE plpgsql AS $$
DECLARE
  met uuid;
BEGIN
  WITH known AS (
    INSERT INTO guest_addresses (venue, kind, address, guest, since)
    SELECT house, by_kind, by_address, gen_random_uuid(), met_at WHERE by_address IS NOT NULL
    ON CONFLICT (venue, kind, address) DO UPDATE SET since = guest_addresses.since
    RETURNING guest)
  INSERT INTO guests (id, venue, name, since)
  SELECT coalesce((SELECT guest FROM known), gen_random_uuid()), house, called, met_at
  ON CONFLICT (id) DO UPDATE SET
    name = CASE WHEN EXCLUDED.name = '' THEN guests.name ELSE EXCLUDED.name END,
    also_known_as = CASE WHEN EXCLUDED.name IN ('', guests.name) OR guests.name = '' THEN guests.also_known_as
      ELSE array_append(array_remove(array_remove(guests.also_known_as, EXCLUDED.name), guests.name), guests.name) END
  RETURNING id INTO met;
  RETURN met;
END $$;
