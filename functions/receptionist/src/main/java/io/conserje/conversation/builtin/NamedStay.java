package io.conserje.conversation.builtin;

/** A stay that is told by its reference. */
final class NamedStay {

  private NamedStay() {}

  /** {@code can we extend KMT472 by a night?} */
  static boolean moved(Understanding heard, String text) {
    return heard.reference() != null
        && StayPurpose.changes(text)
        && !StayShift.in(text, heard.stay()).none();
  }
}
