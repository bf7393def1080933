package io.conserje.followups;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.names.Queue;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is held or waited for only until its time. */
class TimeRunsOutTest extends FollowedUpHouse {

  @Test
  void aRoomThatNobodyConfirmedInTimeGoesBack() throws Exception {
    execute(
        """
        INSERT INTO guests (id, venue, name) VALUES ('00000000-0000-0000-0000-00000000a001', 'casa', 'Ana');
        INSERT INTO stays (id, venue, reference, status, waits_until, arrival, departure, room_type, adults,
          children, cots, total, currency, quote, guest, guest_name, guest_phone, notes, channel, made_at)
        VALUES ('00000000-0000-0000-0000-00000000b001', 'casa', 'KMT472', 'held', '%s', '2026-12-01',
          '2026-12-02', 'doble', 2, 0, 0, 10000, 'EUR', '{"currency": "EUR", "nights": [{"night": "2026-12-01",
          "season": "baja", "amount": 10000}], "total": 10000, "freeUntil": "2026-11-30T14:00:00Z"}',
          '00000000-0000-0000-0000-00000000a001', 'Ana', '+34600000101', '', 'whatsapp', '%s');
        INSERT INTO type_nights VALUES ('casa', 'doble', '2026-12-01', 1, 2);
        INSERT INTO room_claims VALUES ('00000000-0000-0000-0000-00000000b001', 'casa', '101',
          '[2026-12-01T14:00:00Z, 2026-12-02T14:00:00Z)', DEFAULT, DEFAULT, 'doble', '2026-12-01', '2026-12-02', true);
        """
            .formatted(NOW.plusSeconds(1200), NOW));

    assertEquals("0 expired", run("stay-holds"));
    now = NOW.plusSeconds(1200);
    assertEquals("1 expired", run("stay-holds"));
    assertEquals("0 expired", run("stay-holds"));
  }

  @Test
  void whoDidNotSayYesInTimeIsToldAtOnceAndTheTableGoesToWhoWaits() throws Exception {
    aTableThatIsAskedAbout();
    aGuestWhoWaitsForIt();
    assertEquals("0 expired", run("holds"));

    now = NOW.plusSeconds(7200);
    Map<String, String> did = runAll();

    assertEquals("1 expired", did.get("holds"));
    assertEquals("0 offered, 0 ended", did.get("waitlist-offers"));
    assertEquals("0 unanswered, 0 unsent", did.get("outbox-sweep"));
    assertEquals(
        List.of("+34600000101 no nos ha llegado su sí", "+34600000102 se ha liberado una mesa"),
        select(
            """
            SELECT guest_address || ' ' || substring(body FROM 'no nos ha llegado su sí|se ha liberado una mesa')
            FROM outbox ORDER BY guest_address
            """));
    assertTrue(received(Queue.OUTBOX_DUE).contains("conversation"));

    now = now.plusSeconds(15 * 60);
    assertEquals("1 expired", run("holds"));
    assertEquals("0 expired", run("holds"));
    assertEquals(List.of("expired"), select("SELECT status FROM waitlist"));
  }

  @Test
  void aWaitEndsWithItsTime() throws Exception {
    aTableThatIsAskedAbout();
    aGuestWhoWaitsForIt();
    execute("UPDATE reservations SET status = 'confirmed', expires_at = NULL");

    now = Instant.parse("2026-11-21T20:00:00Z");

    assertEquals("0 offered, 1 ended", run("waitlist-offers"));
    assertEquals("0 offered, 0 ended", run("waitlist-offers"));
    assertEquals(List.of("passed"), select("SELECT status FROM waitlist"));
  }

  @Test
  void aHouseThatFailsDoesNotKeepTheOthersFromTheirTurn() throws Exception {
    aTableThatIsAskedAbout();
    aHouseBeforeItThatFails();
    execute(
        "INSERT INTO venues (id, house) VALUES ('bodega', '{\"venue\": \"bodega\", \"kind\": \"cellar\"}')");

    now = NOW.plusSeconds(7200);

    assertEquals("1 expired, failed for 1 house", run("holds"));
    assertEquals(
        List.of("albergue pending", "casa expired"),
        select("SELECT venue || ' ' || status FROM reservations ORDER BY venue"));
    assertEquals("0 expired", run("stay-holds"));
  }

  /** It has counted fewer guests than are to be given back. */
  private void aHouseBeforeItThatFails() throws Exception {
    execute(
        """
        INSERT INTO venues (id, house)
        SELECT 'albergue', house || '{"venue": "albergue"}' FROM venues WHERE id = 'casa';
        INSERT INTO reservations (id, venue, reference, status, expires_at, starts_at, ends_at, party_size, guest,
          guest_name, guest_phone, channel, made_at)
        SELECT '00000000-0000-0000-0000-000000000009', 'albergue', reference, status, expires_at, starts_at, ends_at,
          party_size, guest, guest_name, guest_phone, channel, made_at FROM reservations;
        INSERT INTO house_counts VALUES ('albergue', 'covers', '2026-11-21T20:00Z', 1);
        """);
  }

  /** Saturday at nine, the only table, to be confirmed until one in the afternoon UTC. */
  private void aTableThatIsAskedAbout() throws Exception {
    execute(
        """
        UPDATE venues SET house = house || '{"zones": [{"name": "inside"}],
          "tables": [{"name": "T1", "zone": "inside", "seats": 4}], "rules": {"stays": [{"up_to": 10, "usual": "2h"}]},
          "hours": {"services": [{"service": "dinner", "first": "20:00", "last": "23:00"}]}}';
        INSERT INTO dining_tables VALUES ('casa', 'T1');
        INSERT INTO channel_addresses VALUES ('whatsapp', '+34600000900', 'casa');
        INSERT INTO guests (id, venue, name) VALUES ('00000000-0000-0000-0000-000000000001', 'casa', 'Luis');
        INSERT INTO reservations (id, venue, reference, status, expires_at, starts_at, ends_at, party_size, guest,
          guest_name, guest_phone, channel, made_at)
        VALUES ('00000000-0000-0000-0000-000000000002', 'casa', 'KM4729', 'pending', '2026-11-20T13:00Z',
          '2026-11-21T20:00Z', '2026-11-21T22:00Z', 4, '00000000-0000-0000-0000-000000000001', 'Luis',
          '+34600000101', 'voice', '2026-11-20T11:00Z');
        INSERT INTO table_claims (venue, table_name, period, reservation)
        VALUES ('casa', 'T1', '[2026-11-21T20:00Z, 2026-11-21T22:00Z)', '00000000-0000-0000-0000-000000000002');
        INSERT INTO house_counts VALUES ('casa', 'covers', '2026-11-21T20:00Z', 4);
        """);
  }

  private void aGuestWhoWaitsForIt() throws Exception {
    execute(
        """
        INSERT INTO waitlist (id, venue, status, day, earliest, latest, ends_at, party_size, high_chairs, pets,
          wheelchair, zone, guest_name, guest_phone, notes, allergies, occasion, language, channel, joined_at)
        VALUES ('00000000-0000-0000-0000-000000000003', 'casa', 'waiting', '2026-11-21', '2026-11-21T21:00',
          '2026-11-21T21:00', '2026-11-21T20:00Z', 4, 0, false, false, '', 'Ana', '+34600000102', '', '', '', 'es',
          'whatsapp', '2026-11-20T11:00Z')
        """);
  }
}
