-- Houses as their documents; a table is a row so that a booking can hold on to it.
INSERT INTO venues (id, house) VALUES
  ('restaurante', '{"venue": "restaurante", "name": "Casa Lola", "kind": "restaurant", "time_zone": "Europe/Madrid",
    "language": "es", "phone": "+34600000900", "address": "Calle Mayor 1, Madrid",
    "hours": {"services": [
      {"service": "dinner", "days": ["friday"], "first": "20:00", "last": "23:00"},
      {"service": "dinner", "days": ["saturday"], "first": "20:00", "last": "00:30"}]},
    "zones": [{"name": "salon"}],
    "tables": [{"name": "T1", "zone": "salon", "seats": 2}, {"name": "T2", "zone": "salon", "seats": 4}],
    "rules": {"largest_party": 8, "notice": "30m", "horizon": "60d",
      "stays": [{"up_to": 2, "usual": "90m"}, {"up_to": 8, "usual": "120m"}]}}'),
  ('hotel', '{"venue": "hotel", "name": "Hotel Mar", "kind": "hotel", "time_zone": "Atlantic/Canary",
    "language": "es", "phone": "+34600000910", "address": "Paseo 2, Arrecife",
    "zones": [{"name": "bar"}], "tables": [{"name": "H1", "zone": "bar", "seats": 4}],
    "rules": {"largest_party": 6, "notice": "0m", "horizon": "90d"}}');
INSERT INTO dining_tables VALUES ('restaurante', 'T1'), ('restaurante', 'T2'), ('hotel', 'H1');
INSERT INTO channel_addresses VALUES
  ('whatsapp', '+34600000900', 'restaurante'), ('whatsapp', '+34600000910', 'hotel');
INSERT INTO guests (id, venue, name) VALUES
  ('00000000-0000-0000-0000-000000000001', 'restaurante', 'Lucía'),
  ('00000000-0000-0000-0000-000000000002', 'hotel', 'Lucía');
INSERT INTO guest_addresses (venue, kind, address, guest) VALUES
  ('restaurante', 'phone', '+34600000101', '00000000-0000-0000-0000-000000000001'),
  ('hotel', 'phone', '+34600000101', '00000000-0000-0000-0000-000000000002');

INSERT INTO conversations (id, venue, channel, house_address, guest_address, guest_name, owner, language, started_at, last_at) VALUES
  ('00000000-0000-0000-0000-00000000c001', 'restaurante', 'whatsapp', '+34600000900', '+34600000101', 'Lucía', 'assistant', 'es', '2026-11-20T11:00:00Z', '2026-11-20T11:00:05.123456Z'),
  ('00000000-0000-0000-0000-00000000c002', 'restaurante', 'whatsapp', '+34600000900', '+34600000102', '', 'person', 'en', '2026-11-20T10:00:00Z', '2026-11-20T10:30:00Z'),
  ('00000000-0000-0000-0000-00000000c003', 'restaurante', 'whatsapp', '+34600000900', '+34600000103', 'Ana', 'assistant', 'es', '2026-11-20T10:00:00Z', '2026-11-20T10:30:00Z'),
  ('00000000-0000-0000-0000-00000000c004', 'hotel', 'whatsapp', '+34600000910', '+34600000101', 'Lucía', 'assistant', 'es', '2026-11-20T10:00:00Z', '2026-11-20T12:00:00Z');

-- Madrid is an hour ahead of UTC: the first begins on the 21st there, the last one on the 22nd.
INSERT INTO reservations (id, venue, reference, status, starts_at, ends_at, party_size, guest, guest_name, notes, channel,
  conversation, made_at, guest_phone) VALUES
  ('00000000-0000-0000-0000-00000000d001', 'restaurante', 'AA1111', 'confirmed', '2026-11-20T23:30:00Z', '2026-11-21T01:00:00Z', 2, '00000000-0000-0000-0000-000000000001', 'Lucía', 'sin gluten', 'whatsapp', '00000000-0000-0000-0000-00000000c001', '2026-11-20T11:00:03Z', '+34600000101'),
  ('00000000-0000-0000-0000-00000000d002', 'restaurante', 'BB2222', 'cancelled', '2026-11-21T20:00:00Z', '2026-11-21T22:00:00Z', 4, '00000000-0000-0000-0000-000000000001', 'Lucía', '', 'voice', NULL, '2026-11-20T11:00:03Z', '+34600000101'),
  ('00000000-0000-0000-0000-00000000d003', 'restaurante', 'CC3333', 'confirmed', '2026-11-21T23:00:00Z', '2026-11-22T01:00:00Z', 4, '00000000-0000-0000-0000-000000000001', 'Lucía', '', 'whatsapp', NULL, '2026-11-20T11:00:03Z', '+34600000101'),
  ('00000000-0000-0000-0000-00000000d004', 'hotel', 'DD4444', 'confirmed', '2026-11-21T20:00:00Z', '2026-11-21T22:00:00Z', 4, '00000000-0000-0000-0000-000000000002', 'Lucía', '', 'whatsapp', NULL, '2026-11-20T11:00:03Z', '+34600000101');
INSERT INTO table_claims VALUES
  ('restaurante', 'T2', '[2026-11-20T23:30:00Z,2026-11-21T01:00:00Z)', '00000000-0000-0000-0000-00000000d001'),
  ('restaurante', 'T1', '[2026-11-20T23:30:00Z,2026-11-21T01:00:00Z)', '00000000-0000-0000-0000-00000000d001');

INSERT INTO turns VALUES ('00000000-0000-0000-0000-00000000e001', '00000000-0000-0000-0000-00000000c001', 'restaurante', '2026-11-20T11:00:01Z', '2026-11-20T11:00:04Z');
INSERT INTO outbox (id, venue, conversation, turn, kind, channel, house_address, guest_address, body, state, due_at, attempts, provider, provider_message_id, error_code, error, written_at, changed_at) VALUES
  ('00000000-0000-0000-0000-00000000f001', 'restaurante', '00000000-0000-0000-0000-00000000c001', '00000000-0000-0000-0000-00000000e001', 'fallback', 'whatsapp', '+34600000900', '+34600000101', 'Mesa reservada.', 'withdrawn', '2026-11-20T11:00:33Z', 0, NULL, NULL, NULL, NULL, '2026-11-20T11:00:03Z', '2026-11-20T11:00:04Z'),
  ('00000000-0000-0000-0000-00000000f002', 'restaurante', '00000000-0000-0000-0000-00000000c001', '00000000-0000-0000-0000-00000000e001', 'reply', 'whatsapp', '+34600000900', '+34600000101', 'Hecho, Lucía.', 'delivered', '2026-11-20T11:00:04Z', 2, 'twilio', 'SM301', NULL, NULL, '2026-11-20T11:00:04Z', '2026-11-20T11:00:06Z'),
  ('00000000-0000-0000-0000-00000000f003', 'restaurante', '00000000-0000-0000-0000-00000000c001', NULL, 'notice', 'whatsapp', '+34600000900', '+34600000101', 'Un momento, por favor.', 'failed', '2026-11-20T11:00:05Z', 1, NULL, NULL, '21610', 'Twilio answered 400: stopped.', '2026-11-20T11:00:05Z', '2026-11-20T11:00:05Z');
INSERT INTO messages (conversation, venue, sender, kind, body, media, at, state, turn, outbox) VALUES
  ('00000000-0000-0000-0000-00000000c001', 'restaurante', 'guest', 'image', 'mesa para dos', '["https://media.example/1"]', '2026-11-20T11:00:00Z', 'done', '00000000-0000-0000-0000-00000000e001', NULL),
  ('00000000-0000-0000-0000-00000000c001', 'restaurante', 'assistant', 'text', 'Hecho, Lucía.', '[]', '2026-11-20T11:00:04Z', 'done', '00000000-0000-0000-0000-00000000e001', '00000000-0000-0000-0000-00000000f002'),
  ('00000000-0000-0000-0000-00000000c001', 'restaurante', 'guest', 'text', 'hola hola', '[]', '2026-11-20T11:00:05Z', 'silenced', NULL, NULL),
  ('00000000-0000-0000-0000-00000000c002', 'restaurante', 'guest', 'text', 'other', '[]', '2026-11-20T10:00:00Z', 'waiting', NULL, NULL);
INSERT INTO turn_steps VALUES
  ('00000000-0000-0000-0000-00000000e001', 'restaurante', 1, 1, 'built-in', '{"calls": [{"id": "1", "name": "check_availability", "arguments": {"party_size": 2}}, {"id": "2", "name": "create_reservation", "arguments": {"party_size": 2, "name": "Lucía"}}], "memory": {}, "language": "es"}', '2026-11-20T11:00:02Z'),
  ('00000000-0000-0000-0000-00000000e001', 'restaurante', 2, 1, 'built-in', '{"text": "Hecho, Lucía.", "calls": [], "memory": {}, "language": "es"}', '2026-11-20T11:00:03Z');
INSERT INTO tool_results VALUES
  ('00000000-0000-0000-0000-00000000e001', 'restaurante', 1, 0, 'check_availability', '{"callId": "1", "name": "check_availability", "content": {"status": "free"}}', '2026-11-20T11:00:02Z');

INSERT INTO inbound_ledger VALUES
  ('twilio', 'SM101', 'message', 'restaurante', '00000000-0000-0000-0000-00000000c001', 1, 'recorded', 'corr-1', '2026-11-20T11:00:00Z', '2026-11-20T11:00:01Z'),
  ('twilio', 'SM301', 'sent', 'restaurante', '00000000-0000-0000-0000-00000000c001', NULL, 'recorded', 'corr-2', '2026-11-20T11:00:05Z', '2026-11-20T11:00:05Z'),
  ('twilio', 'SM301', 'delivered', 'restaurante', '00000000-0000-0000-0000-00000000c001', NULL, 'recorded', 'corr-3', '2026-11-20T11:00:06Z', '2026-11-20T11:00:06Z'),
  ('twilio', 'SM102', 'message', NULL, NULL, NULL, 'no_venue', 'corr-4', '2026-11-20T11:00:00Z', '2026-11-20T11:00:01Z');
