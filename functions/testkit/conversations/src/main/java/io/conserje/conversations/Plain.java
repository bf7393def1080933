package io.conserje.conversations;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Text whatever its case and accents. */
final class Plain {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");

  private Plain() {}

  static String unaccented(String text) {
    return MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFD)).replaceAll("");
  }

  static String of(String text) {
    return unaccented(text).toLowerCase(Locale.ROOT);
  }

  /** Words only, one space between each two. */
  static String words(String text) {
    return of(text).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }

  /** Whether a regular expression of a scenario is found. */
  static boolean found(String regex, String text) {
    return pattern(regex).matcher(unaccented(text)).find();
  }

  static Pattern pattern(String regex) {
    return Pattern.compile(
        unaccented(regex), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL);
  }

  static boolean anyFound(List<String> regexes, String text) {
    return regexes.stream().anyMatch(regex -> found(regex, text));
  }
}
