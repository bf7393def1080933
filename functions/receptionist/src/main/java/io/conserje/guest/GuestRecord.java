package io.conserje.guest;

import io.conserje.venue.VenueId;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a house knows of a guest.
 *
 * @param name the newest; earlier ones are {@code alsoKnownAs}
 * @param tier what the staff said, else what the visits say
 * @param tierBySay whether the staff said it
 * @param preferences the newest of each name
 * @param optOuts where the guest does not want to be written to, and since when
 */
public record GuestRecord(
    UUID id,
    VenueId venue,
    String name,
    List<String> alsoKnownAs,
    String language,
    List<Address> addresses,
    List<Preference> preferences,
    List<Note> notes,
    Visits visits,
    Tier tier,
    boolean tierBySay,
    List<OptOut> optOuts) {

  /**
   * @param saidBy {@code guest}, which counts for every channel, or {@code provider}
   */
  public record OptOut(String address, String channel, String saidBy, Instant since) {}

  public record Preference(String name, String value, String who, Instant at) {}

  public record Note(String note, String who, Instant at) {}
}
