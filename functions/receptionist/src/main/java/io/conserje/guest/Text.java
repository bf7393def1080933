package io.conserje.guest;

/** What may be kept as text. */
final class Text {

  private Text() {}

  /** Something, on one line. */
  static boolean isLine(String text, int longest) {
    return text != null
        && !text.isBlank()
        && text.length() <= longest
        && text.chars().noneMatch(Character::isISOControl);
  }

  /** Something, on as many lines as it needs. */
  static boolean isNote(String text, int longest) {
    return text != null
        && !text.isBlank()
        && text.length() <= longest
        && text.chars().noneMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t');
  }
}
