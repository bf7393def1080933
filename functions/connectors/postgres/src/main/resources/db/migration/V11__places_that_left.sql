-- A table that left is out of use from its last party on, so that whoever has read the house before finds it taken and not failing.
CREATE OR REPLACE FUNCTION refuse_a_table_that_left() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.block IS NULL
    AND EXISTS (SELECT FROM dining_tables WHERE venue = NEW.venue AND name = NEW.table_name AND gone) THEN
    RAISE foreign_key_violation USING MESSAGE = 'the table has left the house';
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION tables_have_left(house text, names text[]) RETURNS void LANGUAGE sql AS $$
  DELETE FROM table_claims WHERE venue = house AND table_name = ANY (names) AND block IS NOT NULL;
  INSERT INTO table_claims (venue, table_name, period, block, why)
  SELECT house, name, tstzrange(coalesce(
      (SELECT max(ends) FROM table_claims c WHERE c.venue = house AND c.table_name = name),
      timestamptz '1970-01-01T00:00:00Z'), timestamptz '9999-12-31T00:00:00Z'), gen_random_uuid(), 'has left the house'
  FROM unnest(names) AS name;
  UPDATE dining_tables SET gone = true WHERE venue = house AND name = ANY (names);
$$;

SELECT tables_have_left(venue, array_agg(name)) FROM dining_tables WHERE gone GROUP BY venue;

-- Rooms likewise.
CREATE TABLE rooms (
  venue text NOT NULL REFERENCES venues,
  name  text NOT NULL,
  gone  boolean NOT NULL DEFAULT false,
  PRIMARY KEY (venue, name)
);
SELECT keep_to_one_house('rooms');
CREATE INDEX rooms_that_left ON rooms (venue) WHERE gone;

INSERT INTO rooms (venue, name)
SELECT DISTINCT v.id, btrim(room)
FROM venues v, jsonb_array_elements(v.house -> 'hotel' -> 'types') AS type, jsonb_array_elements_text(type -> 'rooms') AS room;

INSERT INTO rooms (venue, name, gone) SELECT DISTINCT venue, room, true FROM room_claims ON CONFLICT DO NOTHING;

CREATE FUNCTION refuse_a_room_that_left() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM rooms WHERE venue = NEW.venue AND name = NEW.room AND gone) THEN
    RAISE foreign_key_violation USING MESSAGE = 'the room has left the house';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER room_in_the_house BEFORE INSERT OR UPDATE OF room ON room_claims
FOR EACH ROW EXECUTE FUNCTION refuse_a_room_that_left();
