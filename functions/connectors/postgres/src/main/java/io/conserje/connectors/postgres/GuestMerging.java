package io.conserje.connectors.postgres;

import io.conserje.connectors.postgres.HeldOfGuests.Found;
import io.conserje.guest.GuestAnswer;
import io.conserje.guest.GuestAnswer.Reason;
import io.conserje.guest.Staff;
import io.conserje.venue.VenueId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Makes two guests one; every method is part of the caller's transaction. */
final class GuestMerging {

  private final Sql sql;
  private final PostgresAuditLog audit;

  GuestMerging(Sql sql, PostgresAuditLog audit) {
    this.sql = sql;
    this.audit = audit;
  }

  private record Head(UUID id, UUID mergedInto) {
    UUID self() {
      return mergedInto == null ? id : mergedInto;
    }
  }

  /** Empty when it is done; a refusal otherwise. */
  Optional<GuestAnswer> merge(VenueId venue, UUID from, UUID into, Staff staff) {
    Map<UUID, Head> heads = lock(venue, from, into);
    Head source = heads.get(from);
    Head target = heads.get(into);
    if (source == null || target == null) {
      return Optional.of(GuestAnswer.unknown());
    }
    if (source.self().equals(target.self())) {
      return Optional.empty();
    }
    if (source.mergedInto() != null || target.mergedInto() != null) {
      return Optional.of(
          new GuestAnswer.Refused(
              Reason.ALREADY_MERGED,
              "One of them was merged into another guest before; merge %s into %s."
                  .formatted(source.self(), target.self())));
    }
    move(venue, from, into, staff);
    return Optional.empty();
  }

  /**
   * Addresses first, as a booking takes them: it finds its guest by one and only then touches the
   * guest's row.
   */
  private Map<UUID, Head> lock(VenueId venue, UUID from, UUID into) {
    sql.list(
        """
        SELECT 1 FROM guest_addresses WHERE venue = ? AND guest IN (?, ?)
        ORDER BY kind, address FOR UPDATE
        """,
        _ -> true,
        venue.value(),
        from,
        into);
    Map<UUID, Head> heads = new HashMap<>();
    sql.list(
            """
            SELECT id, merged_into FROM guests WHERE venue = ? AND id IN (?, ?) AND erased_at IS NULL
            ORDER BY id FOR NO KEY UPDATE
            """,
            row -> new Head(row.id("id"), row.id("merged_into")),
            venue.value(),
            from,
            into)
        .forEach(head -> heads.put(head.id(), head));
    return heads;
  }

  private void move(VenueId venue, UUID from, UUID into, Staff staff) {
    Map<String, Object> moved = new HashMap<>();
    for (HeldOfGuests held : HeldOfGuests.all()) {
      if (held.found() == Found.GUEST) {
        moved.put(held.table(), sql.update(held.handOver(), into, from));
      }
    }
    sql.update(
        """
        UPDATE guests t SET
          also_known_as = array(SELECT DISTINCT n FROM unnest(
            t.also_known_as || f.also_known_as || f.name) AS n WHERE n NOT IN ('', t.name) ORDER BY n),
          name = CASE WHEN t.name = '' THEN f.name ELSE t.name END,
          language = CASE WHEN t.language = '' THEN f.language ELSE t.language END,
          tier = coalesce(t.tier, f.tier), since = least(t.since, f.since)
        FROM guests f WHERE f.venue = t.venue AND f.id = ? AND t.venue = ? AND t.id = ?
        """,
        from,
        venue.value(),
        into);
    sql.update(
        "UPDATE guests SET merged_into = ? WHERE venue = ? AND (id = ? OR merged_into = ?)",
        into,
        venue.value(),
        from,
        from);
    audit.write(venue, staff, "guests_merged", into, Map.of("from", from, "moved", moved));
  }
}
