package io.conserje.connectors.postgres;

import io.conserje.connectors.postgres.HeldOfGuests.Found;
import io.conserje.guest.GuestAnswer;
import io.conserje.guest.GuestAnswer.Reason;
import io.conserje.guest.Staff;
import io.conserje.venue.VenueId;
import io.micronaut.core.type.Argument;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** All that is stored about a guest, to give or to forget; part of the caller's transaction. */
final class GuestErasure {

  private final Sql sql;
  private final Json json;
  private final GuestRows rows;
  private final PostgresAuditLog audit;

  GuestErasure(Sql sql, Json json, GuestRows rows, PostgresAuditLog audit) {
    this.sql = sql;
    this.json = json;
    this.rows = rows;
    this.audit = audit;
  }

  /**
   * @param guests the guest and those merged into it, as an array of the database
   */
  private record Everything(String guests, String conversations) {
    String of(Found found) {
      return found.isByGuest() ? guests : conversations;
    }
  }

  Map<String, Object> export(VenueId venue, UUID guest, Staff staff) {
    Everything all = everything(venue, guest, "");
    Map<String, Object> stored = new LinkedHashMap<>();
    stored.put(
        "guests",
        json(
            """
            SELECT jsonb_agg(to_jsonb(g) - 'venue' ORDER BY g.merged_into NULLS FIRST, g.id) AS rows
            FROM guests g WHERE g.id = ANY(?::uuid[])
            """,
            all.guests()));
    for (HeldOfGuests held : HeldOfGuests.all().reversed()) {
      stored.put(held.table(), json(held.export(), all.of(held.found())));
    }
    audit.write(venue, staff, "guest_exported", guest, Map.of());
    return stored;
  }

  private Object json(String query, String ids) {
    return sql.one(
            query, row -> json.read(row.text("rows"), Argument.listOf(Object.class)), ids)
        .orElseThrow();
  }

  GuestAnswer erase(VenueId venue, UUID guest, Staff staff) {
    Everything all = everything(venue, guest, "FOR NO KEY UPDATE");
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
    Map<String, Object> erased = new LinkedHashMap<>();
    for (HeldOfGuests held : HeldOfGuests.all()) {
      erased.put(held.table(), sql.update(held.erasure(), all.of(held.found())));
    }
    sql.update(
        """
        UPDATE guests SET name = '', also_known_as = '{}', phone = NULL, language = '', tier = NULL,
          erased_at = ? WHERE id = ANY(?::uuid[])
        """,
        staff.at(),
        all.guests());
    audit.write(venue, staff, "guest_erased", guest, Map.of("rows", erased));
    return new GuestAnswer.Erased();
  }

  /** After the conversations, addresses before guests: the order in which a booking takes them. */
  private void lock(VenueId venue, Everything all) {
    sql.list(
        """
        SELECT 1 FROM guest_addresses WHERE venue = ? AND guest = ANY(?::uuid[])
        ORDER BY kind, address FOR UPDATE
        """,
        _ -> true,
        venue.value(),
        all.guests());
    sql.list(
        "SELECT 1 FROM guests WHERE id = ANY(?::uuid[]) ORDER BY id FOR NO KEY UPDATE",
        _ -> true,
        all.guests());
  }

  private boolean isErased(VenueId venue, UUID guest) {
    return sql.one(
            "SELECT 1 FROM guests WHERE venue = ? AND id = ? AND erased_at IS NOT NULL",
            _ -> true,
            venue.value(),
            guest)
        .isPresent();
  }

  /** A conversation is the guest's if it was held at an address of theirs, or they booked in it. */
  private Everything everything(VenueId venue, UUID guest, String lock) {
    String guests =
        array(
            sql.list(
                "SELECT id FROM guests WHERE venue = ? AND (id = ? OR merged_into = ?)",
                row -> row.id("id"),
                venue.value(),
                guest,
                guest));
    List<UUID> conversations =
        sql.list(
            """
            SELECT c.id FROM conversations c WHERE c.venue = ? AND (
              EXISTS (SELECT FROM guest_addresses a WHERE a.venue = c.venue AND a.guest = ANY(?::uuid[])
                AND a.address IN (c.guest_address, lower(c.guest_address), '+' || c.guest_address))
              OR EXISTS (SELECT FROM reservations r WHERE r.venue = c.venue AND r.guest = ANY(?::uuid[])
                AND r.conversation = c.id)
              OR EXISTS (SELECT FROM stays s WHERE s.venue = c.venue AND s.guest = ANY(?::uuid[])
                AND s.conversation = c.id))
            ORDER BY c.id
            """
                + lock,
            row -> row.id("id"),
            venue.value(),
            guests,
            guests,
            guests);
    return new Everything(guests, array(conversations));
  }

  private static String array(List<UUID> ids) {
    return ids.stream().map(UUID::toString).collect(Collectors.joining(",", "{", "}"));
  }
}
