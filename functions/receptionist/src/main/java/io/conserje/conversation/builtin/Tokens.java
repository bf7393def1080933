package io.conserje.conversation.builtin;

import io.conserje.conversation.builtin.Words.Word;
import io.conserje.knowledge.Lately;
import io.conserje.text.FilteredPattern;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts a message into words. */
final class Tokens {

  private static final Set<String> NO_SIGNS = Set.of("👎", "❌", "✖", "🚫");
  private static final Set<String> YES_SIGNS = Set.of("👍", "👌", "✅", "✔", "☑", "🆗");
  private static final FilteredPattern HALF_OF_DAY =
      FilteredPattern.compile("(?i)\\b([ap])\\. ?m\\b\\.?");
  private static final FilteredPattern HOUR_AND_MINUTES =
      FilteredPattern.compile("\\b([01]?[0-9]|2[0-3])'([0-5][05])\\b");
  private static final FilteredPattern ISH =
      FilteredPattern.compile(
          "(?i)\\b(one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve)-?ish\\b");
  private static final FilteredPattern TONIGHT = FilteredPattern.compile("(?i)\\b2(nite|night)\\b");
  private static final FilteredPattern TOMORROW =
      FilteredPattern.compile(
          "(?i)\\b2(moro|morrow|mrw|mo)\\b|(?<!\\b(?:la|lo|las|los|me|nos|yo|que|no|si) )\\btomo\\b(?! (?:la|el|los|las|una?|es[ae]|not?a)\\b)");

  /** {@code table 4 two}. */
  private static final FilteredPattern FOR =
      FilteredPattern.compile(
          "(?i)\\b(table|tbl|booking|reservation|room) 4 "
              + "(?=([2-9]|1[0-9]|two|three|four|five|six|seven|eight|nine|ten)\\b)");

  /** {@code mesa x3}. */
  private static final FilteredPattern TIMES =
      FilteredPattern.compile("(?i)\\bx(?=\\d{1,2}\\b(?![:.]\\d))");

  private static final FilteredPattern TITLE =
      FilteredPattern.compile("(?i)\\b(mrs?|ms|dr|sra?|srta|dña)\\.");

  /** {@code … a las 15:30 - Julia Serrano - 655 44 22 11}. */
  private static final FilteredPattern DASHES =
      FilteredPattern.compile(
          " [-–—|/] (?=\\p{Lu}\\p{L}+ \\p{Lu})|(?<=\\p{L}) [-–—|/] (?=\\+?\\d{3})");

  /** {@code 655-12-12-12}, {@code 655.121.212}. */
  private static final FilteredPattern PHONE_SIGNS =
      FilteredPattern.compile(
          "(?<![\\d.-])(\\d{3})[-.](?:(\\d{3})[-.](\\d{3,4})|(\\d{2})[-.](\\d{2})[-.](\\d{2}))(?![\\d-])");

  private static final Lately<String> PLAIN = new Lately<>(1024, Tokens::withoutAccents);

  private static final FilteredPattern ACCENTS = FilteredPattern.compile("\\p{M}+");

  private final String text;
  private final List<Word> words = new ArrayList<>();
  private boolean opens = true;

  /** {@code Elena Martos} does not mean Tuesday. */
  private boolean inName;

  private Tokens(String text) {
    this.text = text;
  }

  static String tidy(String message) {
    String straight = message.replace('’', '\'').replace('‘', '\'').replace('´', '\'');
    String whole = Normalizer.normalize(straight, Normalizer.Form.NFC);
    whole = ListedDays.dated(NumberWords.inDigits(SlipOfTongue.mended(whole)));
    whole = HOUR_AND_MINUTES.matcher(whole).replaceAll("$1:$2");
    whole =
        PHONE_SIGNS.matcher(whole).replaceAll(r -> r.group().replace('-', ' ').replace('.', ' '));
    whole = TONIGHT.matcher(whole).replaceAll("tonight");
    whole = TOMORROW.matcher(whole).replaceAll("tomorrow");
    whole = FOR.matcher(whole).replaceAll("$1 for ");
    whole = DASHES.matcher(whole).replaceAll(", ");
    whole = TIMES.matcher(whole).replaceAll("x ");
    whole = ISH.matcher(whole).replaceAll("$1 ish");
    return TITLE.matcher(HALF_OF_DAY.matcher(whole).replaceAll("$1m")).replaceAll("$1");
  }

  static List<Word> of(String text) {
    Tokens tokens = new Tokens(text);
    tokens.cut();
    return List.copyOf(tokens.words);
  }

  /** Lower case and without accents. */
  static String plain(String said) {
    return PLAIN.of(said);
  }

  private static String withoutAccents(String said) {
    String lower = said.toLowerCase(Locale.ROOT).replace("'", "");
    if (hasNoAccents(lower)) {
      return lower;
    }
    return ACCENTS.matcher(Normalizer.normalize(lower, Normalizer.Form.NFD)).replaceAll("");
  }

  private static boolean hasNoAccents(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  /** Lower case and without accents, each letter where it was. */
  static String level(String text) {
    if (hasNoAccents(text)) {
      return text.toLowerCase(Locale.ROOT);
    }
    StringBuilder level = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      String plain = plain(text.substring(i, i + 1));
      level.append(plain.length() == 1 ? plain : text.substring(i, i + 1));
    }
    return level.toString();
  }

  private void cut() {
    for (int i = 0; i < text.length(); ) {
      int character = text.codePointAt(i);
      int next = i + Character.charCount(character);
      if (Character.isDigit(character)) {
        i = number(i);
      } else if (Character.isLetter(character)) {
        i = letters(i);
      } else {
        sign(i, next);
        i = next;
      }
    }
  }

  private void sign(int from, int to) {
    String sign = text.substring(from, to);
    if (YES_SIGNS.contains(sign)) {
      add("👍", from, to);
    } else if (NO_SIGNS.contains(sign)) {
      add("👎", from, to);
    } else if (sign.equals("&") || sign.equals("+")) {
      add("and", from, to);
    } else if (sign.equals("@")) {
      add("at", from, to);
    } else if (!sign.isBlank() && !sign.equals("-") && !sign.equals("'") || sign.equals("\n")) {
      opens = true;
    }
  }

  /** {@code 21:30}, {@code 3/1} and {@code 2026-11-21} are one word; {@code 9pm} is two. */
  private int number(int from) {
    int to = from;
    while (to < text.length() && (digit(to) || joins(to))) {
      to++;
    }
    add(text.substring(from, to), from, to);
    return codeEnd(from, to);
  }

  private boolean joins(int i) {
    return ":./-".indexOf(text.charAt(i)) >= 0 && digit(i + 1);
  }

  private boolean digit(int i) {
    return i < text.length() && Character.isDigit(text.charAt(i));
  }

  /** A code such as {@code 7KQ2M} stays whole. */
  private int codeEnd(int from, int to) {
    int end = to;
    boolean again = false;
    while (end < text.length() && Character.isLetterOrDigit(text.charAt(end))) {
      again |= end > to && digit(end) && !Character.isDigit(text.charAt(end - 1));
      end++;
    }
    if (!again || isHourAndMinutes(to, end)) {
      return to;
    }
    words.removeLast();
    add(plain(text.substring(from, end)), from, end);
    return end;
  }

  private boolean isHourAndMinutes(int to, int end) {
    return Character.toLowerCase(text.charAt(to)) == 'h'
        && end - to <= 3
        && text.substring(to + 1, end).chars().allMatch(Character::isDigit);
  }

  private int letters(int from) {
    int to = from;
    while (to < text.length()
        && (Character.isLetterOrDigit(text.codePointAt(to)) || mark(to) || apostrophe(to))) {
      if (isHourMark(from, to)) {
        break;
      }
      to += Character.charCount(text.codePointAt(to));
    }
    add(plain(text.substring(from, to)), from, to);
    return to;
  }

  /** The {@code h} of {@code 21h30}. */
  private boolean isHourMark(int from, int to) {
    return to == from + 1
        && digit(to)
        && from > 0
        && digit(from - 1)
        && Character.toLowerCase(text.charAt(from)) == 'h';
  }

  private boolean mark(int i) {
    return Character.getType(text.charAt(i)) == Character.NON_SPACING_MARK;
  }

  private boolean apostrophe(int i) {
    return text.charAt(i) == '\''
        && i + 1 < text.length()
        && Character.isLetter(text.charAt(i + 1));
  }

  private void add(String plain, int from, int to) {
    boolean capital = Character.isUpperCase(text.charAt(from));
    boolean surname = inName && !opens && capital;
    inName = capital && (surname || FirstNames.has(plain));
    words.add(new Word(surname ? plain : Vocabulary.mend(plain), plain, from, to, opens));
    opens = false;
  }
}
