INSERT INTO venues (id, name, kind, time_zone, language, phone, address, largest_party, notice_minutes, horizon_days)
VALUES
  ('restaurante', 'Restaurante La Plaza', 'restaurant', 'Europe/Madrid', 'es', '+34600000999', 'Plaza Mayor 1', 10, 30, 365),
  ('hotel', 'Hotel La Plaza', 'hotel', 'Europe/Madrid', 'es', '+34600000998', 'Plaza Mayor 2', 10, 30, 365);

INSERT INTO channel_addresses (channel, address, venue)
VALUES
  ('whatsapp', '+34600000900', 'restaurante'),
  ('whatsapp', '+34600000910', 'hotel');

-- Lunch from Tuesday to Sunday, dinner from Thursday to Saturday; 1 is Monday.
INSERT INTO services (venue, weekday, name, first_booking, last_booking)
SELECT 'restaurante', weekday, 'lunch', time '13:00', time '15:30' FROM generate_series(2, 7) AS weekday
UNION ALL
SELECT 'restaurante', weekday, 'dinner', time '20:00', time '23:00' FROM generate_series(4, 6) AS weekday;

INSERT INTO stay_lengths (venue, up_to, minutes)
VALUES
  ('restaurante', 2, 90),
  ('restaurante', 4, 105),
  ('restaurante', 6, 120),
  ('restaurante', 12, 120);

INSERT INTO dining_tables (venue, name, zone, seats)
VALUES
  ('restaurante', '1', 'inside', 2),
  ('restaurante', '2', 'inside', 2),
  ('restaurante', '3', 'inside', 2),
  ('restaurante', '4', 'inside', 2),
  ('restaurante', '5', 'inside', 4),
  ('restaurante', '6', 'inside', 4),
  ('restaurante', '7', 'inside', 4),
  ('restaurante', '8', 'inside', 4),
  ('restaurante', '9', 'inside', 4),
  ('restaurante', '10', 'inside', 6),
  ('restaurante', '11', 'inside', 6),
  ('restaurante', '12', 'inside', 8),
  ('restaurante', 'T1', 'terrace', 2),
  ('restaurante', 'T2', 'terrace', 2),
  ('restaurante', 'T3', 'terrace', 2),
  ('restaurante', 'T4', 'terrace', 4),
  ('restaurante', 'T5', 'terrace', 4),
  ('restaurante', 'T6', 'terrace', 4),
  ('restaurante', 'T7', 'terrace', 6),
  ('restaurante', 'T8', 'terrace', 8);
