-- A house is one document: what its file says, without its channel addresses, which are rows because guests are looked up by them.
ALTER TABLE venues ADD COLUMN house jsonb;
ALTER TABLE venues ADD COLUMN version bigint NOT NULL DEFAULT 1;

UPDATE venues v SET house = jsonb_strip_nulls(jsonb_build_object(
  'venue', v.id, 'name', v.name, 'kind', v.kind, 'time_zone', v.time_zone, 'language', v.language,
  'phone', v.phone, 'address', v.address,
  'hours', jsonb_build_object('services', COALESCE((
    SELECT jsonb_agg(jsonb_build_object(
      'service', s.name,
      'days', jsonb_build_array(
        (ARRAY['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'])[s.weekday]),
      'first', to_char(s.first_booking, 'HH24:MI'), 'last', to_char(s.last_booking, 'HH24:MI'))
      ORDER BY s.weekday, s.first_booking)
    FROM services s WHERE s.venue = v.id), '[]')),
  'zones', COALESCE((
    SELECT jsonb_agg(DISTINCT jsonb_build_object('name', t.zone)) FROM dining_tables t WHERE t.venue = v.id), '[]'),
  'tables', COALESCE((
    SELECT jsonb_agg(jsonb_build_object('name', t.name, 'zone', t.zone, 'seats', t.seats) ORDER BY t.name)
    FROM dining_tables t WHERE t.venue = v.id), '[]'),
  'rules', jsonb_build_object(
    'largest_party', v.largest_party, 'notice', v.notice_minutes || 'm', 'horizon', v.horizon_days || 'd',
    'stays', (
      SELECT jsonb_agg(jsonb_build_object('up_to', l.up_to, 'usual', l.minutes || 'm') ORDER BY l.up_to)
      FROM stay_lengths l WHERE l.venue = v.id))));

ALTER TABLE venues ALTER COLUMN house SET NOT NULL;
ALTER TABLE venues DROP COLUMN name, DROP COLUMN kind, DROP COLUMN time_zone, DROP COLUMN language, DROP COLUMN phone,
  DROP COLUMN address, DROP COLUMN largest_party, DROP COLUMN notice_minutes, DROP COLUMN horizon_days;
DROP TABLE services;
DROP TABLE stay_lengths;
-- What a table is like stands in the document; the row is what a booking can hold on to.
ALTER TABLE dining_tables DROP COLUMN zone, DROP COLUMN seats;
