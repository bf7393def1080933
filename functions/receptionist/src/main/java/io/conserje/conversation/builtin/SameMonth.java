package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.time.LocalDate;
import java.time.Month;
import java.time.YearMonth;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.regex.Matcher;

/** Who has spoken of Christmas, and says "from the 23rd to the 26th", stays in December. */
final class SameMonth {

  private static final FilteredPattern DAY =
      FilteredPattern.compile(
          "(?iu)\\b(del|el|al|d[ií]a|the)\\s+(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:.,/-]*\\d)(?!\\s*(?:pm|am|h\\b|horas|personas|pax|adultos|people|noches|nights|(?:de|of)\\s+\\p{L}))(?![\\p{L}])");

  /** {@code 18 to 20}, of days that were told with their month. */
  private static final FilteredPattern RANGE =
      FilteredPattern.compile(
          "(?iu)(?<![\\d:.,/€-])(?<!\\b(?:de|del|the|from|at|las|between|entre|los) )(\\d{1,2})(?:st|nd|rd|th)? (to|until|al) (?:the )?(\\d{1,2})(?:st|nd|rd|th)?(?![\\d:.,/]*\\d)(?!\\s*(?:pm|am|h\\b|horas|personas|people|a[nñ]os|years|kg|kilos|euros|€|%|(?:de|of) \\p{L}))(?!\\p{L})");

  /** Who names the 6th and then the 5th goes back a day, not on a month. */
  private static final int BACK = 10;

  private SameMonth() {}

  /**
   * The message with a month behind each day that has none.
   *
   * @param known the day the conversation is about, or null
   * @param after whether a single day has to come after it
   */
  static String in(String text, LocalDate known, LocalDate today, boolean after) {
    if (known == null
        || YearMonth.from(known).equals(YearMonth.from(today))
        || known.isBefore(today)
        || namesMonthOrDay(text)) {
      return text;
    }
    return dated(text, known, after);
  }

  /** {@code 18 to 20}, of a stay: from one day to the other. */
  static String ranged(String text) {
    return RANGE.matcher(text).replaceAll(r -> range(r.group(1), r.group(2), r.group(3)));
  }

  private static String range(String from, String to, String until) {
    return to.matches("(?i)al?|hasta")
        ? "del " + from + " al " + until
        : "from the " + from + " to the " + until;
  }

  private static String dated(String text, LocalDate known, boolean after) {
    Matcher day = DAY.matcher(text);
    StringBuilder told = new StringBuilder();
    boolean single = DAY.matcher(text).results().count() == 1;
    int before = after && single ? known.getDayOfMonth() : 0;
    YearMonth month = YearMonth.from(known);
    while (day.find()) {
      int number = Integer.parseInt(day.group(2));
      month = before - number > BACK || single && number < before ? month.plusMonths(1) : month;
      before = number;
      day.appendReplacement(
          told, Matcher.quoteReplacement(day.group() + behind(day.group(1), month.getMonth())));
    }
    return day.appendTail(told).toString();
  }

  private static String behind(String article, Month month) {
    boolean english = article.equalsIgnoreCase("the");
    Locale locale = Locale.of(english ? "en" : "es");
    return (english ? " of " : " de ") + month.getDisplayName(TextStyle.FULL, locale);
  }

  private static boolean namesMonthOrDay(String text) {
    Words words = Words.of(text);
    for (int i = 0; i < words.size(); i++) {
      boolean day = Calendar.month(words.plain(i)) != null || Calendar.day(words.plain(i)) != null;
      if (day || words.is(i, "hoy", "manana", "today", "tomorrow", "tonight", "pasado")) {
        return true;
      }
    }
    return false;
  }
}
