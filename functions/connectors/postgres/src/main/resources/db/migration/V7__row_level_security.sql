-- Work of one house runs as this role and sees the rows of the house it has named, whatever a query forgets to ask.
-- The login owns the tables and sees all: for what is looked up before its house is known.
DO $$
BEGIN
  -- Roles belong to the whole server: another database of it may be making the same one at this moment.
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'conserje_house') THEN
    CREATE ROLE conserje_house NOLOGIN;
  END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN
  NULL;
END $$;

DO $$
BEGIN
  IF NOT pg_has_role(current_user, 'conserje_house', 'SET') THEN
    GRANT conserje_house TO CURRENT_USER WITH INHERIT FALSE, SET TRUE;
  END IF;
EXCEPTION WHEN unique_violation THEN
  NULL;
END $$;

GRANT USAGE ON SCHEMA public TO conserje_house;
GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO conserje_house;
GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO conserje_house;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO conserje_house;
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO conserje_house;
-- These belong to no house.
REVOKE ALL ON job_leases FROM conserje_house;
DO $$
BEGIN
  IF to_regclass('flyway_schema_history') IS NOT NULL THEN
    REVOKE ALL ON flyway_schema_history FROM conserje_house;
  END IF;
END $$;

-- To be called for every table made later that has a venue; a test names the one that was forgotten.
CREATE FUNCTION keep_to_one_house(house_rows regclass, venue_column text DEFAULT 'venue') RETURNS void
LANGUAGE plpgsql AS $$
BEGIN
  EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', house_rows);
  EXECUTE format(
    'CREATE POLICY one_house ON %s TO conserje_house USING (%I = current_setting(''conserje.venue'', true))',
    house_rows, venue_column);
END $$;

SELECT keep_to_one_house('venues', 'id');
SELECT keep_to_one_house(c.oid)
FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'venue' AND NOT a.attisdropped
WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') ORDER BY c.relname;

-- An event of no house becomes one of a house when it comes again after the address was added.
CREATE POLICY or_none ON inbound_ledger TO conserje_house USING (venue IS NULL)
  WITH CHECK (venue = current_setting('conserje.venue', true));
