package io.conserje.guest;

import io.conserje.venue.VenueId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The guests of a house: one record each. */
public interface Guests {

  /**
   * The guest with this address, made if there is none; part of the caller's transaction. A new
   * name becomes the guest's name and the one before is kept beside it. A guest without an address
   * is a new one each time.
   */
  UUID meet(VenueId venue, Guest guest, Instant now);

  /** A guest who was merged is found under the id of before, too. */
  Optional<GuestRecord> byId(VenueId venue, UUID guest, Instant now);

  Optional<GuestRecord> byAddress(VenueId venue, Address address, Instant now);

  /** Those whose name is like this one, the likeliest first, accents and slips aside. */
  List<GuestRecord> byName(VenueId venue, String name, int most, Instant now);

  /** The same key again adds nothing. */
  GuestAnswer addNote(VenueId venue, UUID guest, String note, String key, Staff staff);

  /** {@code value} empty takes it back. */
  GuestAnswer setPreference(VenueId venue, UUID guest, String name, String value, Staff staff);

  /** {@code tier} null: what the visits say. */
  GuestAnswer setTier(VenueId venue, UUID guest, Tier tier, Staff staff);

  /** Everything of {@code from} becomes {@code into}'s. */
  GuestAnswer merge(VenueId venue, UUID from, UUID into, Staff staff);

  /** Everything that is stored about the guest, by where it is stored; empty for no such guest. */
  Optional<Map<String, Object>> export(VenueId venue, UUID guest, Staff staff);

  /** Leaves nothing that tells who it was; bookings stay as figures. */
  GuestAnswer erase(VenueId venue, UUID guest, Staff staff);

  /** Who did what with whose data, the newest first. */
  List<AuditEntry> audit(VenueId venue, String subject, Long before, int most);
}
