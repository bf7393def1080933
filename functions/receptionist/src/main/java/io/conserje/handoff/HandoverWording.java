package io.conserje.handoff;

import io.conserje.handoff.PersonRequest.Reason;
import io.conserje.venue.Staffing.Fact;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;

/** What guests and staff are told when a person is called, in one language. */
public interface HandoverWording {

  static HandoverWording in(Locale language) {
    return language.getLanguage().equals("en") ? new EnglishHandover() : new SpanishHandover();
  }

  /**
   * Nobody is there; it was noted.
   *
   * @param from when somebody is there next, the venue's own time; null when that is not known
   */
  String nobodyThere(LocalDateTime from);

  /**
   * A message for the house was taken.
   *
   * @param from as above; null when somebody is there now, or when it is not known
   */
  String noted(LocalDateTime from);

  /** Everybody was told, and nobody came. */
  String nobodyTookIt(String housePhone);

  /**
   * To staff.
   *
   * @param facts each as a line, in the order the house wants
   * @param summary what it is about; may be empty
   * @param waits whether the guest waits for an answer, so that somebody has to take it
   */
  String call(String house, Reason reason, List<String> facts, String summary, boolean waits);

  /** One fact for staff. */
  String fact(Fact fact, String value);

  /** To whoever of the staff has taken it. */
  String yours(String guest);
}
