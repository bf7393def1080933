package io.conserje.conversation.builtin;

import java.util.regex.Pattern;

/** Whether a day is said to be one of coming or one of going. */
final class Going {

  private static final Pattern LEAVING =
      Pattern.compile(
          "hasta|until|till|til|vamos|voy|iremos|ire|iriamos|marcha\\w*|sal(?:imos|iendo|ida|ir|go|dria\\w*|dre\\w*|iriamos)"
              + "|leav\\w*|departure|departing|depart|out|checkout|volve\\w*|volvi\\w*|vuelta|vuelvo|regres\\w*|dejamos|back|home");
  private static final Pattern ARRIVING =
      Pattern.compile(
          "lleg\\w+|entrada|entra(?:mos|ria\\w*|ndo)|entro|checkin|in|arriv\\w*|desde|from|partir");

  private final Words words;

  Going(Words words) {
    this.words = words;
  }

  /** Whether the nearest word before it that speaks of coming or going speaks of going. */
  boolean leaves(int from) {
    for (int i = from - 1; i >= Math.max(0, from - 5) && !words.used(i); i--) {
      if (LEAVING.matcher(words.plain(i)).matches()) {
        boolean back = words.plain(i).matches("volve\\w*|volvi\\w*|vuelvo|regres\\w*");
        if (back
            && (words.is(i + 1, "por", "ahi", "alli", "con")
                || words.is(i - 1, "toca", "quiero", "queremos"))) {
          return false;
        }
        if (words.is(i, "vamos", "voy") && words.is(i + 1, "a") && words.is(i - 1, "nos", "me")) {
          return words.is(i + 2, "ir", "marchar");
        }
        boolean goes = words.is(i, "vamos", "voy", "iremos", "ire", "iriamos");
        return !(goes && !words.is(i - 1, "nos", "me"));
      }
      if (ARRIVING.matcher(words.plain(i)).matches()) {
        return false;
      }
      if (words.is(i, "go")
          && words.is(i - 1, "we", "i", "and")
          && (i + 1 == from || words.is(i + 1, "on", "the"))) {
        return true;
      }
    }
    return words.is(from, "hasta");
  }

  /** {@code el 5 nos vamos}. */
  boolean follows(int to) {
    boolean we =
        words.is(to, "nos", "me") && words.is(to + 1, "vamos", "voy", "marchamos", "volvemos");
    return !words.opens(to)
        && (we
            || words.is(to, "salimos", "salgo")
            || words.is(to, "we") && words.is(to + 1, "leave"));
  }

  boolean arrives(int from) {
    for (int i = from - 1; i >= Math.max(0, from - 4) && !words.used(i); i--) {
      if (ARRIVING.matcher(words.plain(i)).matches()) {
        return true;
      }
    }
    return false;
  }
}
