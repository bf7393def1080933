package io.conserje.reservation;

import io.conserje.guest.Guest;
import io.conserje.venue.Channel;
import io.conserje.venue.VenueId;
import java.util.List;
import java.util.UUID;

/**
 * A table kept for a party.
 *
 * @param reference what a person can say aloud on the phone, unique per venue
 * @param tables which are kept for it; empty when none is any more
 * @param zone where the guest wished to sit, or empty
 * @param details what the house should know
 * @param tableTold whether the guest was told which table: then nobody moves it
 * @param conversation where it was made, or null
 */
public record Reservation(
    UUID id,
    VenueId venue,
    String reference,
    Standing standing,
    Period period,
    Party party,
    List<String> tables,
    String zone,
    Guest guest,
    Details details,
    boolean tableTold,
    Channel channel,
    UUID conversation) {

  public Reservation {
    tables = List.copyOf(tables);
  }

  /**
   * @param language how the guest speaks, as an IETF tag, or empty
   */
  public record Details(String notes, String allergies, String occasion, String language) {

    public static final Details NONE = new Details("", "", "", "");

    public static Details notes(String notes) {
      return new Details(notes, "", "", "");
    }
  }

  /** However it is written: {@code km-4729}. */
  public boolean isCalled(String said) {
    return CheckReference.plain(said).equals(reference);
  }

  public Reservation with(Details other) {
    return new Reservation(
        id,
        venue,
        reference,
        standing,
        period,
        party,
        tables,
        zone,
        guest,
        other,
        tableTold,
        channel,
        conversation);
  }

  public Reservation now(Standing next) {
    List<String> kept = next instanceof Standing.KeepsTable ? tables : List.of();
    return new Reservation(
        id,
        venue,
        reference,
        next,
        period,
        party,
        kept,
        zone,
        guest,
        details,
        tableTold,
        channel,
        conversation);
  }
}
