-- A table that left the house stays as a row, for its past; who had read the house before can keep it for nobody any more.
ALTER TABLE dining_tables ADD COLUMN gone boolean NOT NULL DEFAULT false;

UPDATE dining_tables d SET gone = true FROM venues v
WHERE v.id = d.venue AND NOT EXISTS (
  SELECT FROM jsonb_array_elements(v.house -> 'tables') AS t WHERE btrim(t ->> 'name') = d.name);

CREATE FUNCTION refuse_a_table_that_left() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM dining_tables WHERE venue = NEW.venue AND name = NEW.table_name AND gone) THEN
    RAISE foreign_key_violation USING MESSAGE = 'the table has left the house';
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER table_in_the_house BEFORE INSERT OR UPDATE OF table_name ON table_claims
FOR EACH ROW EXECUTE FUNCTION refuse_a_table_that_left();
