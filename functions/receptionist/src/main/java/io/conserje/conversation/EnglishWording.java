package io.conserje.conversation;

import io.conserje.reservation.Refusal;
import io.conserje.reservation.ToTell;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The engine in English. */
final class EnglishWording implements Wording {

  private static final Locale LANGUAGE = Locale.of("en");

  @Override
  public String booked(
      LocalDateTime at, int partySize, String name, String reference, String house) {
    return """
    Your table at %s is booked: %s, %s, under the name %s. Your reference is %s. \
    We look forward to seeing you!\
    """
        .formatted(house, SpokenDays.ENGLISH.moment(at), people(partySize), name, reference);
  }

  @Override
  public String cancelled(LocalDateTime at, int partySize, String reference) {
    return "Your booking %s on %s for %s is cancelled."
        .formatted(reference, SpokenDays.ENGLISH.moment(at), people(partySize));
  }

  @Override
  public String toConfirm(
      LocalDateTime at, int partySize, String name, String reference, boolean aloud) {
    String kept =
        "We are keeping a table on %s for %s, under the name %s, with the reference %s. "
            .formatted(SpokenDays.ENGLISH.moment(at), people(partySize), name, reference);
    return kept
        + (aloud
            ? "Could you confirm it now, please?"
            : "We are sending you a message: please answer yes or no to confirm it.");
  }

  @Override
  public String changed(LocalDateTime at, int partySize, String reference) {
    return "Your booking %s has been changed: %s, %s."
        .formatted(reference, SpokenDays.ENGLISH.moment(at), people(partySize));
  }

  @Override
  public String told(ToTell tell) {
    List<String> said = new ArrayList<>();
    tell.table().forEach(note -> said.add("About your table: " + note.in(LANGUAGE) + "."));
    if (tell.until() != null) {
      said.add("The table is yours until " + tell.until() + ".");
    }
    tell.dishes()
        .forEach(dish -> said.add("At such short notice the kitchen cannot promise " + dish + "."));
    if (tell.late()) {
      said.add("Another time, please let us know a little earlier.");
    }
    return String.join(" ", said);
  }

  @Override
  public String refused(Refusal why, int largestParty, String housePhone) {
    return switch (why) {
      case FULL -> "We have no table left at that time.";
      case CLOSED -> "We are not open at that time.";
      case BETWEEN_SITTINGS -> "There are fixed sittings that day, and none begins at that time.";
      case OFF_THE_QUARTER -> "We seat guests every quarter of an hour.";
      case PAST -> "That time has passed.";
      case TOO_SOON ->
          "We cannot book a table at such short notice; please call us on %s."
              .formatted(housePhone);
      case TOO_FAR_AHEAD -> "We do not take bookings that far ahead yet.";
      case PARTY_TOO_LARGE ->
          "Groups of more than %s are looked after by one of the team, on %s."
              .formatted(people(largestParty), housePhone);
      case PARTY_TOO_SMALL -> "We need to know how many people are coming.";
      case NO_SUCH_ZONE -> "We have no such part of the house.";
      case NO_PETS_THERE -> "Pets are not allowed there.";
      case NO_HIGH_CHAIR -> "We have no high chair left at that time.";
      case NAME_MISSING -> "We need a name for the booking.";
      case PHONE_INVALID -> "That phone number is not right.";
      case MOBILE_NEEDED -> "We need a mobile number to let you know.";
      case NO_SUITABLE_TABLE ->
          "We have no table that suits what you need; please call us on %s.".formatted(housePhone);
      case KEY_TAKEN -> "That request was used for another booking.";
      case NOT_FOUND -> "We cannot find that booking.";
      case TOO_LATE -> "That booking can no longer be changed.";
      case TOO_EARLY -> "It is too early for that.";
      case TABLE_TAKEN -> "That table is in use until the time of the booking.";
    };
  }

  @Override
  public String handedOver() {
    return "I have passed this on to the team, with everything you told me; one of them will answer"
        + " you.";
  }

  @Override
  public String addedToRequest() {
    return "I have added that to your request.";
  }

  @Override
  public String tooManyMessages() {
    return "We have had a lot of messages from you in a short time. Please give us a moment and"
        + " write again in a few minutes.";
  }

  @Override
  public String troubleOnOurSide(String housePhone) {
    return "Sorry, something is not working on our side just now. If it is urgent, please call us"
        + " on %s.".formatted(housePhone);
  }

  private static String people(int partySize) {
    return partySize == 1 ? "1 person" : partySize + " people";
  }
}
