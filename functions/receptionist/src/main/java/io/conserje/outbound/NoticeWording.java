package io.conserje.outbound;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Locale;

/**
 * What the house says of its own accord, in one language. All times are the venue's own; facts come
 * in as arguments.
 */
public interface NoticeWording {

  static NoticeWording in(Locale language) {
    return language.getLanguage().equals("en") ? new EnglishNotices() : new SpanishNotices();
  }

  /** A booking that needs a yes. */
  String toConfirm(
      String house,
      LocalDateTime at,
      int partySize,
      String name,
      String reference,
      LocalDateTime until);

  /** Nobody said yes in time. */
  String notConfirmed(String house, LocalDateTime at, int partySize, String reference);

  /** An answer that came when the table was not kept any more. */
  String tooLateToConfirm(LocalDateTime at, int partySize);

  /**
   * Somebody is on the waitlist now.
   *
   * @param until the latest time that would do; the same as {@code from} for one time only
   */
  String waiting(LocalDateTime from, LocalDateTime until, int partySize, int position);

  String leftWaitlist(LocalDate day);

  String notOnWaitlist();

  /** A table has become free for somebody on the waitlist. */
  String offered(
      String house, LocalDateTime at, int partySize, String reference, LocalDateTime until);

  String offerOver(String house, LocalDateTime at, int partySize);

  /** No table became free in time. */
  String waitedInVain(String house, LocalDate day);
}
