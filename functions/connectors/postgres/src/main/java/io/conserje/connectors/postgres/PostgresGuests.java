package io.conserje.connectors.postgres;

import io.conserje.guest.Address;
import io.conserje.guest.AuditEntry;
import io.conserje.guest.Guest;
import io.conserje.guest.GuestAnswer;
import io.conserje.guest.GuestRecord;
import io.conserje.guest.GuestTiers;
import io.conserje.guest.Guests;
import io.conserje.guest.Staff;
import io.conserje.guest.Tier;
import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import io.conserje.venue.Venues;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;

/** The guests in Postgres. */
public final class PostgresGuests implements Guests {

  private final Sql sql;
  private final Venues venues;
  private final GuestRows rows;
  private final GuestMerging merging;
  private final GuestErasure erasure;
  private final PostgresAuditLog audit;

  /**
   * @param digests how whom the house forgets is remembered
   */
  public PostgresGuests(Sql sql, Json json, Venues venues, GuestTiers tiers, KeyedDigest digests) {
    this.sql = sql;
    this.venues = venues;
    this.rows = new GuestRows(sql, json, tiers);
    this.audit = new PostgresAuditLog(sql, json);
    this.merging = new GuestMerging(sql, audit);
    this.erasure = new GuestErasure(sql, json, rows, audit, new ForgottenAddresses(sql, digests));
  }

  @Override
  public UUID meet(VenueId venue, Guest guest, Instant now) {
    Optional<Address> address = Address.of(guest.phone(), () -> housePhone(venue));
    return sql.at(
        venue,
        () ->
            sql.one(
                    "SELECT meet_guest(?, ?, ?, ?, ?) AS guest",
                    row -> row.id("guest"),
                    venue.value(),
                    address.map(known -> known.kind().code()).orElse(null),
                    address.map(Address::value).orElse(null),
                    guest.name(),
                    now)
                .orElseThrow());
  }

  private String housePhone(VenueId venue) {
    return venues.byId(venue).map(Venue::phone).orElse("");
  }

  @Override
  public Optional<GuestRecord> byId(VenueId venue, UUID guest, Instant now) {
    return sql.at(venue, () -> rows.byId(venue, guest, now));
  }

  @Override
  public Optional<GuestRecord> byAddress(VenueId venue, Address address, Instant now) {
    return sql.at(venue, () -> rows.byAddress(venue, address, now));
  }

  @Override
  public List<GuestRecord> byName(VenueId venue, String name, int most, Instant now) {
    return sql.at(venue, () -> rows.byName(venue, name, most, now));
  }

  @Override
  public GuestAnswer addNote(VenueId venue, UUID guest, String note, String key, Staff staff) {
    return change(
        venue,
        guest,
        staff,
        record -> {
          int written =
              sql.update(
                  """
                  INSERT INTO guest_notes (venue, guest, note, who, at, key) VALUES (?, ?, ?, ?, ?, ?)
                  ON CONFLICT (venue, key) DO NOTHING
                  """,
                  venue.value(),
                  record.id(),
                  note,
                  staff.who(),
                  staff.at(),
                  key);
          if (written == 1) {
            audit.write(venue, staff, "note_added", record.id(), Map.of());
          }
        });
  }

  @Override
  public GuestAnswer setPreference(
      VenueId venue, UUID guest, String name, String value, Staff staff) {
    return change(
        venue,
        guest,
        staff,
        record -> {
          String before =
              record.preferences().stream()
                  .filter(preference -> preference.name().equals(name))
                  .map(GuestRecord.Preference::value)
                  .findFirst()
                  .orElse("");
          if (!before.equals(value)) {
            sql.update(
                """
                INSERT INTO guest_preferences (venue, guest, name, value, who, at) VALUES (?, ?, ?, ?, ?, ?)
                """,
                venue.value(),
                record.id(),
                name,
                value,
                staff.who(),
                staff.at());
            audit.write(venue, staff, "preference_set", record.id(), Map.of());
          }
        });
  }

  @Override
  public GuestAnswer setTier(VenueId venue, UUID guest, Tier tier, Staff staff) {
    String code = tier == null ? null : tier.code();
    return change(
        venue,
        guest,
        staff,
        record -> {
          int changed =
              sql.update(
                  "UPDATE guests SET tier = ? WHERE venue = ? AND id = ? AND tier IS DISTINCT FROM"
                      + " ?",
                  code,
                  venue.value(),
                  record.id(),
                  code);
          if (changed == 1) {
            audit.write(
                venue, staff, "tier_set", record.id(), Map.of("tier", code == null ? "" : code));
          }
        });
  }

  private GuestAnswer change(VenueId venue, UUID guest, Staff staff, Consumer<GuestRecord> change) {
    return sql.at(
        venue,
        () -> {
          Optional<GuestRecord> record = lock(venue, guest, staff);
          record.ifPresent(change);
          return record.isEmpty() ? GuestAnswer.unknown() : done(venue, guest, staff);
        });
  }

  /** The row is locked first, so that what is read after it stays true until the end. */
  private Optional<GuestRecord> lock(VenueId venue, UUID guest, Staff staff) {
    sql.list(
        """
        SELECT 1 FROM guests WHERE venue = ?
          AND id = (SELECT coalesce(merged_into, id) FROM guests WHERE venue = ? AND id = ?)
        FOR NO KEY UPDATE
        """,
        _ -> true,
        venue.value(),
        venue.value(),
        guest);
    return rows.byId(venue, guest, staff.at());
  }

  private GuestAnswer done(VenueId venue, UUID guest, Staff staff) {
    return rows.byId(venue, guest, staff.at())
        .<GuestAnswer>map(GuestAnswer.Done::new)
        .orElseGet(GuestAnswer::unknown);
  }

  @Override
  public GuestAnswer merge(VenueId venue, UUID from, UUID into, Staff staff) {
    return sql.at(
        venue,
        () -> {
          oneAtATime(venue);
          return merging.merge(venue, from, into, staff).orElseGet(() -> done(venue, into, staff));
        });
  }

  @Override
  public Optional<Map<String, Object>> export(VenueId venue, UUID guest, Staff staff) {
    return sql.at(
        venue,
        () -> rows.byId(venue, guest, staff.at()).map(g -> erasure.export(venue, g.id(), staff)));
  }

  /** An id of before a merge means the guest as it is now; one already erased stays so. */
  @Override
  public GuestAnswer erase(VenueId venue, UUID guest, Staff staff) {
    return sql.at(
        venue,
        () -> {
          oneAtATime(venue);
          return self(venue, guest)
              .map(self -> erasure.erase(venue, self, staff))
              .orElseGet(GuestAnswer::unknown);
        });
  }

  /** Who is one guest with whom changes in one place at a time; bookings do not wait for it. */
  private void oneAtATime(VenueId venue) {
    sql.one(
        "SELECT pg_advisory_xact_lock(hashtext('guests'), hashtext(?))", _ -> true, venue.value());
  }

  private Optional<UUID> self(VenueId venue, UUID guest) {
    return sql.one(
        "SELECT coalesce(merged_into, id) AS self FROM guests WHERE venue = ? AND id = ?",
        row -> row.id("self"),
        venue.value(),
        guest);
  }

  @Override
  public List<AuditEntry> audit(VenueId venue, String subject, Long before, int most) {
    return sql.at(venue, () -> audit.newest(venue, subject, before, most));
  }
}
