package io.conserje.connectors.postgres;

import io.conserje.connectors.postgres.EverythingOfGuest.Bound;
import io.conserje.guest.GuestAnswer;
import io.conserje.guest.GuestAnswer.Reason;
import io.conserje.guest.Staff;
import io.conserje.venue.VenueId;
import io.micronaut.core.type.Argument;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** All that is stored about a guest, to give or to forget; part of the caller's transaction. */
final class GuestErasure {

  private final Sql sql;
  private final Json json;
  private final GuestRows rows;
  private final PostgresAuditLog audit;
  private final ForgottenAddresses forgotten;

  GuestErasure(
      Sql sql, Json json, GuestRows rows, PostgresAuditLog audit, ForgottenAddresses forgotten) {
    this.forgotten = forgotten;
    this.sql = sql;
    this.json = json;
    this.rows = rows;
    this.audit = audit;
  }

  Map<String, Object> export(VenueId venue, UUID guest, Staff staff) {
    EverythingOfGuest all = everything(venue, guest, "");
    Map<String, Object> stored = new LinkedHashMap<>();
    stored.put(
        "guests",
        json(
            """
            SELECT jsonb_agg(to_jsonb(g) - 'venue' ORDER BY g.merged_into NULLS FIRST, g.id) AS rows
            FROM guests g WHERE g.id = ANY(:guests)
            """,
            all));
    for (HeldOfGuests held : HeldOfGuests.all().reversed()) {
      stored.put(held.table(), json(held.export(), all));
    }
    audit.write(venue, staff, "guest_exported", guest, Map.of());
    return stored;
  }

  private Object json(String query, EverythingOfGuest all) {
    Bound bound = all.bind(query);
    return sql.one(
            bound.statement(),
            row -> json.read(row.text("rows"), Argument.listOf(Object.class)),
            bound.arguments())
        .orElseThrow();
  }

  private int update(String statement, EverythingOfGuest all) {
    Bound bound = all.bind(statement);
    return sql.update(bound.statement(), bound.arguments());
  }

  /**
   * A turn locks its conversation and then the books; so does this. Only then are rows emptied that
   * a booking, or what it makes the house write, refers to.
   */
  GuestAnswer erase(VenueId venue, UUID guest, Staff staff) {
    EverythingOfGuest all = everything(venue, guest, "FOR NO KEY UPDATE");
    return sql.alone(
        venue, "tables", () -> sql.alone(venue, "stays", () -> erase(venue, guest, staff, all)));
  }

  private GuestAnswer erase(VenueId venue, UUID guest, Staff staff, EverythingOfGuest all) {
    lock(venue, all);
    if (isErased(venue, guest)) {
      return new GuestAnswer.Erased();
    }
    List<String> ahead = rows.ahead(all.guests(), staff.at());
    if (!ahead.isEmpty()) {
      return new GuestAnswer.Refused(
          Reason.HAS_BOOKING,
          "A booking is still to come (%s). Cancel it or wait until it is over, then erase."
              .formatted(String.join(", ", ahead)));
    }
    forgotten.add(venue, addresses(all), staff.at());
    Map<String, Object> erased = new LinkedHashMap<>();
    for (HeldOfGuests held : HeldOfGuests.all()) {
      erased.put(held.table(), update(held.erasure(), all));
    }
    sql.update(
        """
        UPDATE guests SET name = '', also_known_as = '{}', language = '', tier = NULL,
          erased_at = ? WHERE id = ANY(?::uuid[])
        """,
        staff.at(),
        array(all.guests()));
    audit.write(venue, staff, "guest_erased", guest, Map.of("rows", erased));
    return new GuestAnswer.Erased();
  }

  /** After the conversations, addresses before guests: the order in which a booking takes them. */
  private void lock(VenueId venue, EverythingOfGuest all) {
    sql.list(
        """
        SELECT 1 FROM guest_addresses WHERE venue = ? AND guest = ANY(?::uuid[])
        ORDER BY kind, address FOR UPDATE
        """,
        _ -> true,
        venue.value(),
        array(all.guests()));
    sql.list(
        "SELECT 1 FROM guests WHERE id = ANY(?::uuid[]) ORDER BY id FOR NO KEY UPDATE",
        _ -> true,
        array(all.guests()));
  }

  /** All by which something of theirs may yet come in. */
  private Set<String> addresses(EverythingOfGuest all) {
    Bound bound =
        all.bind(
            "SELECT guest_address FROM conversations WHERE id = ANY(:conversations)"
                + " UNION SELECT address FROM guest_addresses WHERE guest = ANY(:guests)");
    Set<String> addresses = new HashSet<>(all.phones());
    addresses.addAll(
        sql.list(bound.statement(), row -> row.text("guest_address"), bound.arguments()));
    return addresses;
  }

  private boolean isErased(VenueId venue, UUID guest) {
    return sql.one(
            "SELECT 1 FROM guests WHERE venue = ? AND id = ? AND erased_at IS NOT NULL",
            _ -> true,
            venue.value(),
            guest)
        .isPresent();
  }

  /**
   * A conversation is the guest's if it was held at an address of theirs, or they booked in it, or
   * asked for a person or a place in line with a number of theirs.
   */
  private EverythingOfGuest everything(VenueId venue, UUID guest, String lock) {
    List<UUID> guests =
        sql.list(
            "SELECT id FROM guests WHERE venue = ? AND (id = ? OR merged_into = ?)",
            row -> row.id("id"),
            venue.value(),
            guest,
            guest);
    String ids = array(guests);
    String[] phones = phones(ids).toArray(String[]::new);
    List<UUID> conversations =
        sql.list(
            """
            SELECT c.id FROM conversations c WHERE c.venue = ? AND (
              EXISTS (SELECT FROM guest_addresses a WHERE a.venue = c.venue AND a.guest = ANY(?::uuid[])
                AND a.address IN (c.guest_address, lower(c.guest_address), '+' || c.guest_address))
              OR c.id IN (SELECT r.conversation FROM reservations r WHERE r.guest = ANY(?::uuid[])
                UNION SELECT s.conversation FROM stays s WHERE s.guest = ANY(?::uuid[])
                UNION SELECT p.conversation FROM person_requests p
                  WHERE p.venue = c.venue AND p.guest_phone = ANY(?::text[])
                UNION SELECT w.conversation FROM waitlist w
                  WHERE w.venue = c.venue AND w.guest_phone = ANY(?::text[])))
            ORDER BY c.id
            """
                + lock,
            row -> row.id("id"),
            venue.value(),
            ids,
            ids,
            ids,
            phones,
            phones);
    return new EverythingOfGuest(guests, conversations, List.of(phones));
  }

  /** As the address has them, as they were given with a booking, and as one would write them. */
  private List<String> phones(String guests) {
    return sql.list(
        """
        SELECT DISTINCT w.written FROM (
          SELECT address AS phone FROM guest_addresses WHERE guest = ANY(?::uuid[]) AND kind = 'phone'
          UNION SELECT guest_phone FROM reservations WHERE guest = ANY(?::uuid[])
          UNION SELECT guest_phone FROM stays WHERE guest = ANY(?::uuid[])) known
        CROSS JOIN LATERAL (VALUES (phone), (ltrim(phone, '+')), (regexp_replace(phone, '^\\+34', '')))
          AS w (written)
        WHERE w.written <> ''
        """,
        row -> row.text("written"),
        guests,
        guests,
        guests);
  }

  private static String array(List<UUID> ids) {
    return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
  }
}
