package io.conserje.stay;

import io.conserje.conversation.SpokenDays;
import io.conserje.stay.StayState.Cancelled;
import io.conserje.stay.StayState.Waiting;
import io.conserje.venue.NightsAllowed;
import io.conserje.venue.Venue;

/** Stays in English. */
final class EnglishStayWording implements StayWording {

  @Override
  public String booked(Stay stay, Venue venue) {
    return "Your stay at %s is booked: %s, under the name %s. Total: %s.%s Your reference is %s."
        .formatted(
            venue.name(),
            what(stay, venue),
            stay.guest().name() + notes(stay),
            money(stay.quote().total(), stay.quote().currency()),
            deposit(stay),
            stay.reference());
  }

  @Override
  public String kept(Stay stay, Venue venue) {
    String until =
        stay.state() instanceof Waiting waiting
            ? SpokenDays.ENGLISH.moment(waiting.until().atZone(venue.zone()).toLocalDateTime())
            : "";
    return "We keep it for you until %s: %s. Total: %s.%s Your reference is %s."
        .formatted(
            until,
            what(stay, venue),
            money(stay.quote().total(), stay.quote().currency()),
            deposit(stay),
            stay.reference());
  }

  @Override
  public String changed(Stay stay, Venue venue) {
    return "Your booking %s is now: %s. Total: %s."
        .formatted(
            stay.reference(),
            what(stay, venue) + hours(stay) + notes(stay),
            money(stay.quote().total(), stay.quote().currency()));
  }

  @Override
  public String cancelled(Stay stay, Venue venue) {
    long owed = stay.state() instanceof Cancelled cancelled ? cancelled.owed() : 0;
    return "Your booking %s (%s) is cancelled%s."
        .formatted(
            stay.reference(),
            what(stay, venue),
            owed == 0
                ? " free of charge"
                : "; the cancellation fee is " + money(owed, stay.quote().currency()));
  }

  @Override
  public String refused(StayRefusal why, Venue venue, NightsAllowed nights) {
    return switch (why) {
      case FULL -> "We have none left for those nights.";
      case ROOM_TAKEN -> "At those hours the room is another guest's.";
      case NOT_LET -> "That room is not let on those dates.";
      case CLOSED_TO_ARRIVAL -> "We take no arrivals on that day.";
      case PAST -> "That day is over.";
      case TOO_SOON -> "That is very soon: please call us on %s.".formatted(venue.phone());
      case TOO_FAR_AHEAD -> "We do not take bookings that far ahead yet.";
      case TOO_FEW_NIGHTS ->
          "On those dates the shortest stay is %s.".formatted(nights(nights.least()));
      case TOO_MANY_NIGHTS ->
          "On those dates the longest stay is %s.".formatted(nights(nights.most()));
      case DEPARTURE_BEFORE_ARRIVAL -> "The departure has to be after the arrival.";
      case NO_ADULTS -> "We need to know how many adults are coming.";
      case TOO_MANY_GUESTS ->
          "So many people need several rooms; one of our team will see to it on %s."
              .formatted(venue.phone());
      case ROOM_TOO_SMALL -> "That room does not take all of you.";
      case UNKNOWN_TYPE -> "We have no such rooms.";
      case NO_ROOMS -> "This house has no rooms.";
      case NAME_MISSING -> "We need a name for the booking.";
      case NAME_TOO_LONG -> "That name is too long.";
      case NOTES_TOO_LONG -> "That is too long to note down.";
      case PHONE_INVALID -> "That phone number is not right.";
      case NOT_FOUND -> "We cannot find that booking.";
      case NOT_POSSIBLE -> "That can no longer be done with this booking, or not yet.";
      case HOLD_OVER -> "The time we kept the room for you is over.";
      case HELD_LONG_ENOUGH -> "We cannot keep it any longer without a yes.";
      case OUTSIDE_HOURS ->
          "You can come from %s on and leave until %s."
              .formatted(
                  venue.lodging().terms().earlyCheckIn().limit(),
                  venue.lodging().terms().lateCheckOut().limit());
      case KEY_USED -> "That request was seen to before, with another booking.";
    };
  }

  @Override
  public String money(long amount, String currency) {
    String number = StayWordings.decimal(amount, currency, '.');
    return currency.equals("EUR") ? "€" + number : number + " " + currency;
  }

  private static String what(Stay stay, Venue venue) {
    String room = venue.lodging().type(stay.type()).map(t -> t.called("en")).orElse(stay.type());
    return "%s, from %s to %s, %s, %s"
        .formatted(
            room,
            SpokenDays.ENGLISH.day(stay.nights().arrival()),
            SpokenDays.ENGLISH.day(stay.nights().departure()),
            nights(stay.nights().count()),
            people(stay.party()));
  }

  private static String hours(Stay stay) {
    String early = stay.hours().from() == null ? "" : ", check-in from " + stay.hours().from();
    return early
        + (stay.hours().until() == null ? "" : ", check-out until " + stay.hours().until());
  }

  private String deposit(Stay stay) {
    return stay.quote().deposit() == 0
        ? ""
        : " Deposit: " + money(stay.quote().deposit(), stay.quote().currency()) + ".";
  }

  private static String nights(int count) {
    return count == 1 ? "1 night" : count + " nights";
  }

  private static String people(Party party) {
    String adults = party.adults() == 1 ? "1 adult" : party.adults() + " adults";
    String children =
        switch (party.children()) {
          case 0 -> "";
          case 1 -> " and 1 child";
          default -> " and " + party.children() + " children";
        };
    return adults
        + children
        + switch (party.cots()) {
          case 0 -> "";
          case 1 -> ", with 1 cot";
          default -> ", with " + party.cots() + " cots";
        };
  }

  private static String notes(Stay stay) {
    return stay.notes().isEmpty() ? "" : " (note: " + stay.notes() + ")";
  }
}
