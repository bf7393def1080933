package io.conserje.conversation.spoken;

import java.util.Locale;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A text as it is said: times, money, codes, telephone numbers and numbers in words, in the
 * language of the talk. What it says stays the same.
 */
public final class ForTheEar {

  private static final Pattern CODE =
      Pattern.compile("(?<![A-Za-z0-9+])[A-Z]{2}[0-9]{4}(?![A-Za-z0-9])");
  private static final Pattern TELEPHONE =
      Pattern.compile("(?<!\\d)\\+?\\d(?:[ .-]?\\d){8,14}(?!\\d)");
  private static final Pattern TIME =
      Pattern.compile(
          "(?<![\\d:])([01]?\\d|2[0-4])[:.]([0-5]\\d)(?: ?h\\b)?(?!\\d|:\\d| ?(?:€|euro))");
  private static final Pattern ONE_O_CLOCK = Pattern.compile("\\b(l)as (?=una\\b)");
  private static final String NUMBER =
      "(?<![\\d.,])(\\d{1,3}(?:[.,]\\d{3})+|\\d{1,6})(?:[.,](\\d{1,2}))?";
  private static final Pattern THOUSANDS =
      Pattern.compile("(?<![\\d.,:/-])(\\d{1,3})[.,](\\d{3})(?![\\d:/]|[.,]\\d)");
  private static final Pattern DECIMAL =
      Pattern.compile("(?<![\\p{L}\\d.,:/-])(\\d{1,6})[.,](\\d{1,2})(?![\\d:/]|[.,]\\d)");
  private static final Pattern MONEY = Pattern.compile(NUMBER + " ?(€|\\$|euros?\\b)");
  private static final Pattern MONEY_AFTER_SIGN = Pattern.compile("([€$]) ?" + NUMBER);
  private static final Pattern COUNTED =
      Pattern.compile(
          "(?<![\\p{L}\\d.,:/-])(\\d{1,6})(?![\\p{L}\\d:/]|[.,]\\d)(%| %)?(?: (\\p{L}+))?");

  private final SpokenNumbers numbers;

  private ForTheEar(SpokenNumbers numbers) {
    this.numbers = numbers;
  }

  public static String of(String text, Locale language) {
    boolean english = language.getLanguage().equals("en");
    SpokenNumbers numbers = english ? new EnglishNumbers() : new SpanishNumbers();
    return new ForTheEar(numbers).say(new Shorthand(numbers, english).out(text));
  }

  private String say(String text) {
    String said = each(CODE, text, found -> spelled(found.group()));
    said = each(TELEPHONE, said, found -> inThrees(found.group()));
    said =
        each(
            MONEY_AFTER_SIGN, said, found -> money(found.group(2), found.group(3), found.group(1)));
    said =
        each(
            MONEY,
            said,
            found -> money(found.group(1), found.group(2), found.group(3).equals("$") ? "$" : "€"));
    said = each(TIME, said, found -> numbers.time(whole(found.group(1)), whole(found.group(2))));
    said = each(THOUSANDS, said, found -> found.group(1) + found.group(2));
    said = each(DECIMAL, said, found -> decimal(found.group(1), found.group(2)));
    said = each(COUNTED, said, this::counted);
    return ONE_O_CLOCK.matcher(said).replaceAll("$1a ");
  }

  private static String each(Pattern pattern, String text, Function<MatchResult, String> spoken) {
    return pattern
        .matcher(text)
        .replaceAll(found -> java.util.regex.Matcher.quoteReplacement(spoken.apply(found)));
  }

  private String counted(MatchResult found) {
    int number = whole(found.group(1));
    String noun = found.group(3);
    if (found.group(2) != null) {
      String spoken = numbers.cardinal(number) + " " + numbers.percent();
      return noun == null ? spoken : spoken + " " + noun;
    }
    return noun == null ? numbers.cardinal(number) : numbers.before(number, noun) + " " + noun;
  }

  private String decimal(String whole, String part) {
    return numbers.cardinal(whole(whole))
        + " "
        + numbers.point()
        + (part.startsWith("0") ? " " + numbers.digit('0') : "")
        + " "
        + numbers.cardinal(whole(part));
  }

  private String money(String whole, String cents, String currency) {
    int amount = Integer.parseInt(whole.replaceAll("[.,]", ""));
    return amount > 999_999
        ? whole + " " + currency
        : numbers.money(amount, cents == null ? 0 : whole((cents + "0").substring(0, 2)), currency);
  }

  private static int whole(String digits) {
    return Integer.parseInt(digits);
  }

  private String spelled(String code) {
    return code.chars().mapToObj(c -> one((char) c)).collect(Collectors.joining(", "));
  }

  private String one(char sign) {
    return Character.isDigit(sign) ? numbers.digit(sign) : numbers.letter(sign);
  }

  /** A Spanish number loses its country code: nobody says it. */
  private String inThrees(String telephone) {
    String digits = telephone.replaceAll("\\D", "");
    String local = telephone.startsWith("+34") ? digits.substring(2) : digits;
    StringBuilder said = new StringBuilder();
    for (int i = 0; i < local.length(); i++) {
      said.append(i == 0 ? "" : i % 3 == 0 ? ", " : " ").append(numbers.digit(local.charAt(i)));
    }
    return said.toString();
  }
}
