package io.conserje.call;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who calls, as the telephone network says. Whoever hides the number is nobody the house knows:
 * neither the words nor the numbers that networks put in its place are a guest's.
 *
 * @param address E.164 where it is a number; empty for a hidden one
 */
public record Caller(String address) {

  private static final Pattern NUMBER = Pattern.compile("\\+[1-9][0-9]{6,14}");
  private static final Pattern SIP =
      Pattern.compile("(?:sips?|tel):([^@;?]*)(?:@.*|[;?].*)?", Pattern.CASE_INSENSITIVE);
  private static final int LONGEST = 200;

  /** The words, and the same typed on a keypad. */
  private static final Set<String> HIDDEN =
      Set.of(
          "anonymous",
          "unknown",
          "restricted",
          "private",
          "unavailable",
          "blocked",
          "withheld",
          "266696687",
          "8656696",
          "7378742833",
          "7748283",
          "86282452253",
          "2562533");

  public static Caller of(String said) {
    String plain = said == null ? "" : said.strip();
    Matcher sip = SIP.matcher(plain);
    String user = sip.matches() ? sip.group(1) : plain;
    String number = user.replaceAll("[ ().-]", "");
    if (hides(number)) {
      return new Caller("");
    }
    if (NUMBER.matcher(number).matches()) {
      return new Caller(number);
    }
    return new Caller(plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain);
  }

  private static boolean hides(String number) {
    String word = number.toLowerCase(Locale.ROOT).replaceFirst("^\\+1?", "");
    return word.isBlank() || HIDDEN.contains(word) || HIDDEN.contains(number.replace("+", ""));
  }

  public boolean isHidden() {
    return address.isEmpty();
  }

  /** A number that can be called back, E.164; empty for none. */
  public String phone() {
    return NUMBER.matcher(address).matches() ? address : "";
  }
}
