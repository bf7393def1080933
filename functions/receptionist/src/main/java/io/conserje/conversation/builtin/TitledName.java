package io.conserje.conversation.builtin;

/** A name that is a sentence of its own: {@code … at 20h00. Mr. Dubois. Phone …} */
final class TitledName {

  private static final String[] TITLES = {
    "mr", "mrs", "ms", "miss", "sr", "sra", "srta", "senor", "senora", "don", "dona", "dr", "dra"
  };

  private TitledName() {}

  /** Its words taken out; null if there is none. */
  static String in(Words words) {
    for (int i = 0; i < words.size(); i++) {
      int end = words.opens(i) && words.is(i, TITLES) ? end(words, i + 1) : i;
      if (end > i + 1) {
        words.use(i, end);
        return WrittenName.spelled(words.said(i + 1, end));
      }
    }
    return null;
  }

  /** Where it ends; where it begins if something else follows. */
  private static int end(Words words, int from) {
    int end = from;
    while (end < words.size() && words.capital(end) && !words.opens(end) && !words.used(end)) {
      end++;
    }
    return end == words.size() || words.opens(end) ? end : from;
  }
}
