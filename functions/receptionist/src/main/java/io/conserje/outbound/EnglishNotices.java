package io.conserje.outbound;

import io.conserje.conversation.SpokenDays;
import java.time.LocalDate;
import java.time.LocalDateTime;

/** The house in English. */
final class EnglishNotices implements NoticeWording {

  private static final SpokenDays DAYS = SpokenDays.ENGLISH;

  @Override
  public String toConfirm(
      String house,
      LocalDateTime at,
      int partySize,
      String name,
      String reference,
      LocalDateTime until) {
    return "%s: we are keeping a table on %s for %s, in the name of %s (reference %s)."
            .formatted(house, DAYS.moment(at), people(partySize), name, reference)
        + " Do you confirm it? Please answer yes or no before %s; after that we cannot keep it."
            .formatted(DAYS.moment(until));
  }

  @Override
  public String notConfirmed(String house, LocalDateTime at, int partySize, String reference) {
    return "%s: we did not hear your yes, so booking %s on %s for %s is not kept any more."
        .formatted(house, reference, DAYS.moment(at), people(partySize));
  }

  @Override
  public String tooLateToConfirm(LocalDateTime at, int partySize) {
    return "Your answer came too late: the table on %s for %s was not kept any more."
        .formatted(DAYS.moment(at), people(partySize));
  }

  @Override
  public String waiting(LocalDateTime from, LocalDateTime until, int partySize, int position) {
    return "You are on the waitlist for %s%s for %s, in position %d. If a table becomes free we"
            .formatted(DAYS.moment(from), until(from, until), people(partySize), position)
        + " write to you at once.";
  }

  private static String until(LocalDateTime from, LocalDateTime until) {
    return until.equals(from) ? "" : " or until " + DAYS.time(until.toLocalTime());
  }

  @Override
  public String leftWaitlist(LocalDate day) {
    return "You are off the waitlist for %s.".formatted(DAYS.day(day));
  }

  @Override
  public String notOnWaitlist() {
    return "You are not on any waitlist.";
  }

  @Override
  public String offered(
      String house, LocalDateTime at, int partySize, String reference, LocalDateTime until) {
    return "%s: a table has become free on %s for %s (reference %s). Would you like it? Answer yes"
            .formatted(house, DAYS.moment(at), people(partySize), reference)
        + " before %s and it is yours; after that we offer it to the next in line."
            .formatted(DAYS.time(until.toLocalTime()));
  }

  @Override
  public String offerOver(String house, LocalDateTime at, int partySize) {
    return "%s: the time to take the table on %s for %s is over and we are not keeping it any more."
        .formatted(house, DAYS.moment(at), people(partySize));
  }

  @Override
  public String waitedInVain(String house, LocalDate day) {
    return "%s: we are sorry, no table became free for you on %s.".formatted(house, DAYS.day(day));
  }

  private static String people(int partySize) {
    return partySize == 1 ? "1 person" : partySize + " people";
  }
}
