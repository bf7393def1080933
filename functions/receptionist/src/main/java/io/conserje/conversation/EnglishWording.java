package io.conserje.conversation;

import java.time.LocalDateTime;

/** The engine in English. */
final class EnglishWording implements Wording {

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
