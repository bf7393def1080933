package io.conserje.outbound;

import io.conserje.conversation.SpokenDays;
import io.conserje.guest.Guest;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What a template may be filled with, in the words of its language. */
public final class NoticeFacts {

  private NoticeFacts() {}

  public static Map<String, String> of(Guest guest) {
    return Map.of("name", guest.name());
  }

  /**
   * @param until when an answer is needed, the venue's own time; null where none is
   */
  public static Map<String, String> of(
      Guest guest,
      LocalDateTime at,
      int partySize,
      String reference,
      LocalDateTime until,
      Locale language) {
    SpokenDays days = SpokenDays.in(language);
    Map<String, String> facts = new HashMap<>(of(guest));
    facts.put("date", days.day(at.toLocalDate()));
    facts.put("time", days.time(at.toLocalTime()));
    facts.put("party", String.valueOf(partySize));
    facts.put("reference", reference);
    if (until != null) {
      facts.put("until", days.moment(until));
    }
    return facts;
  }
}
