package io.conserje.conversation.builtin;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code Kehoe, K-E-H-O-E}: a name letter by letter is that name, said once more or only so. */
final class SpelledName {

  private static final Pattern LETTERS =
      Pattern.compile(
          "(?iu)(?:,? *(?:that'?s|spelled|se escribe|con) *)?[,.;:(]?\\s*(?<![\\p{L}\\d@-])((?:\\p{L}-){2,}\\p{L})(?![\\p{L}\\d@-])\\)?");

  private static final Pattern ADDRESS =
      Pattern.compile("(?iu)@|\\barroba\\b|\\bmail\\b|\\bcorreo\\b");

  private SpelledName() {}

  static String read(String text) {
    Matcher spelled = LETTERS.matcher(text);
    if (!spelled.find() || ADDRESS.matcher(text).find()) {
      return text;
    }
    return spelled.replaceAll(r -> {
      String name = r.group(1).replace("-", "").toLowerCase(Locale.ROOT);
      String rest = Tokens.plain(text.replace(r.group(1), " "));
      boolean again = rest.matches("(?s).*\\b" + Pattern.quote(Tokens.plain(name)) + "\\b.*");
      return again ? "" : " " + name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    });
  }
}
