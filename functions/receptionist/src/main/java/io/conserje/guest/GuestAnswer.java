package io.conserje.guest;

/** What a verb about a guest came to. */
public sealed interface GuestAnswer {

  /**
   * @param guest as the record stands now
   */
  record Done(GuestRecord guest) implements GuestAnswer {}

  record Erased() implements GuestAnswer {}

  /**
   * @param words for the staff, with what to do
   */
  record Refused(Reason reason, String words) implements GuestAnswer {}

  enum Reason {
    UNKNOWN,
    SAME_GUEST,
    ALREADY_MERGED,
    HAS_BOOKING,
    INVALID
  }

  static GuestAnswer invalid(String words) {
    return new Refused(Reason.INVALID, words);
  }

  static GuestAnswer unknown() {
    return new Refused(
        Reason.UNKNOWN, "The house has no such guest; look for them by number, email or name.");
  }
}
