package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;

/** Tells what a message is made of, if every word of it belongs to a phrase that is known. */
final class WholeMessage {

  private static final FilteredPattern NO_WORD = FilteredPattern.compile("[^\\p{L}\\p{N}]+");
  private static final int LONGEST = 160;

  /** A kind of phrases. */
  interface Phrased {

    List<FilteredPattern> phrases();
  }

  private WholeMessage() {}

  /** One phrase a line, as a regular expression of plain words. */
  static List<FilteredPattern> anyOf(String lines) {
    return Arrays.stream(lines.strip().split("\\s*\\n\\s*"))
        .map(line -> FilteredPattern.compile("(?:" + line + ")\\b"))
        .toList();
  }

  /** The kinds of its phrases, the longest wherever several fit; empty if a word is left over. */
  static <K extends Enum<K> & Phrased> Set<K> kinds(String said, Class<K> all) {
    Set<K> kinds = EnumSet.noneOf(all);
    String plain = NO_WORD.matcher(Tokens.plain(said)).replaceAll(" ").strip();
    int at = plain.length() > LONGEST || said.contains("?") ? -1 : 0;
    while (at >= 0 && at < plain.length()) {
      K longest = null;
      int end = at;
      for (K kind : all.getEnumConstants()) {
        int until = end(kind.phrases(), plain, at);
        longest = until > end ? kind : longest;
        end = Math.max(end, until);
      }
      if (longest == null) {
        return EnumSet.noneOf(all);
      }
      kinds.add(longest);
      at = end < plain.length() ? end + 1 : end;
    }
    return kinds;
  }

  private static int end(List<FilteredPattern> phrases, String plain, int at) {
    int end = at;
    for (FilteredPattern phrase : phrases) {
      Matcher found = phrase.matcher(plain).region(at, plain.length());
      end = found.lookingAt() ? Math.max(end, found.end()) : end;
    }
    return end;
  }
}
