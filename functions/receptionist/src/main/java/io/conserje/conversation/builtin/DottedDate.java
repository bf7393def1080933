package io.conserje.conversation.builtin;

/** {@code 21.11}: a day and a month, as nobody comes at eleven past nine. */
final class DottedDate {

  private static final int MONTHS = 12;

  private DottedDate() {}

  static boolean in(Words words, String[] parts) {
    boolean digits = Numbers.digits(parts[0]) && Numbers.digits(parts[1]) && parts[1].length() == 2;
    int minutes = digits ? Integer.parseInt(parts[1]) : 0;
    return digits && minutes <= MONTHS && (minutes % 5 != 0 || hourNamed(words));
  }

  private static boolean hourNamed(Words words) {
    for (int i = 0; i < words.size(); i++) {
      if (words.plain(i).matches("\\d{1,2}:\\d{2}") || words.is(i, "pm")) {
        return true;
      }
    }
    return false;
  }
}
