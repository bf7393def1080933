-- One record per guest and house, found by any of their addresses or by name.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS unaccent;

ALTER TABLE guests
  -- how guests were found before they had addresses; goes once every booking calls meet_guest
  ALTER COLUMN phone DROP NOT NULL,
  ADD COLUMN also_known_as text[] NOT NULL DEFAULT '{}',
  ADD COLUMN language      text NOT NULL DEFAULT '',
  -- what the staff says, over what the visits say
  ADD COLUMN tier          text CHECK (tier IN ('regular', 'frequent', 'vip', 'premium')),
  ADD COLUMN since         timestamptz,
  ADD COLUMN merged_into   uuid REFERENCES guests,
  ADD COLUMN erased_at     timestamptz;

CREATE TABLE guest_addresses (
  venue   text NOT NULL REFERENCES venues,
  kind    text NOT NULL CHECK (kind IN ('phone', 'whatsapp', 'email')),
  address text NOT NULL,
  guest   uuid NOT NULL REFERENCES guests,
  since   timestamptz,
  PRIMARY KEY (venue, kind, address)
);
CREATE INDEX guest_addresses_by_guest ON guest_addresses (guest);

-- Never changed, so that nothing said earlier is lost: the newest of a name counts, '' takes it back.
CREATE TABLE guest_preferences (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  venue  text NOT NULL REFERENCES venues,
  guest  uuid NOT NULL REFERENCES guests,
  name   text NOT NULL,
  value  text NOT NULL,
  who    text NOT NULL,
  at     timestamptz NOT NULL
);
CREATE INDEX guest_preferences_by_guest ON guest_preferences (guest, name, number);

CREATE TABLE guest_notes (
  number bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  venue  text NOT NULL REFERENCES venues,
  guest  uuid NOT NULL REFERENCES guests,
  note   text NOT NULL,
  who    text NOT NULL,
  at     timestamptz NOT NULL,
  key    text NOT NULL,
  UNIQUE (venue, key)
);
CREATE INDEX guest_notes_by_guest ON guest_notes (guest, number);

-- Who did what with whose data. It outlives the data, so it names nobody but by id.
CREATE TABLE audit_log (
  number  bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  venue   text NOT NULL REFERENCES venues,
  at      timestamptz NOT NULL,
  who     text NOT NULL,
  what    text NOT NULL,
  subject text NOT NULL,
  details jsonb NOT NULL DEFAULT '{}'
);
CREATE INDEX audit_log_newest ON audit_log (venue, number);
CREATE INDEX audit_log_by_subject ON audit_log (venue, subject, number);

CREATE INDEX guests_merged ON guests (merged_into) WHERE merged_into IS NOT NULL;
CREATE INDEX guests_by_venue ON guests (venue);

-- The guest with this address, made if there is none, in one statement and whoever else asks at the same moment. A new name
-- becomes the guest's name, the one before is kept. Without an address (null) it is a new guest each time.
CREATE FUNCTION meet_guest(house text, by_kind text, by_address text, called text, met_at timestamptz) RETURNS uuid
LANGUAGE sql AS $$
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
  RETURNING id
$$;

-- A number in international form; of nine digits at a Spanish house, a Spanish one. Who had the same number twice keeps it once.
CREATE FUNCTION address_of_phone() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  digits text := regexp_replace(NEW.phone, '[ ().-]', '', 'g');
BEGIN
  IF NEW.phone <> '' AND NEW.phone NOT LIKE 'none:%' THEN
    INSERT INTO guest_addresses (venue, kind, address, guest)
    SELECT NEW.venue, 'phone',
      CASE WHEN digits ~ '^[6-9][0-9]{8}$' AND v.house ->> 'phone' LIKE '+34%' THEN '+34' || digits
        WHEN digits ~ '^00[1-9]' THEN '+' || substr(digits, 3) ELSE digits END,
      NEW.id
    FROM venues v WHERE v.id = NEW.venue
    ON CONFLICT DO NOTHING;
  END IF;
  RETURN NULL;
END $$;
CREATE TRIGGER phone_is_an_address AFTER INSERT OR UPDATE ON guests
  FOR EACH ROW WHEN (NEW.phone IS NOT NULL) EXECUTE FUNCTION address_of_phone();
UPDATE guests SET phone = phone;
-- Goes together with the column.
DROP TRIGGER phone_is_an_address ON guests;
CREATE TRIGGER phone_is_an_address AFTER INSERT ON guests
  FOR EACH ROW WHEN (NEW.phone IS NOT NULL) EXECUTE FUNCTION address_of_phone();
