package io.conserje.voice.turn;

import io.conserje.call.LineWording;
import io.conserje.call.OpenQuestion;
import io.conserje.call.OpenQuestion.ExpectedAnswer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a guest means by keys they have pressed: as they would have said it. */
public final class KeyWords {

  private static final String PERSON = "0";
  private static final Pattern HOUR = Pattern.compile("(?iu)\\b(?:hora|time)\\b");
  private static final Pattern HOUR_KEYS = Pattern.compile("([01]?\\d|2[0-3])([0-5]\\d)");
  private static final Pattern OR = Pattern.compile("(?iu)\\b(?:o|u|or)\\b");
  private static final Pattern BETWEEN = Pattern.compile("(?iu)\\s*(?:,|\\b(?:o|u|or)\\b)\\s*");

  private KeyWords() {}

  /**
   * @param keys digits, at least one
   */
  public static String of(String keys, Optional<OpenQuestion> asked, Locale language) {
    LineWording words = LineWording.in(language);
    if (keys.equals(PERSON)) {
      return words.aPersonPlease();
    }
    List<String> choices = asked.map(OpenQuestion::text).map(KeyWords::choices).orElse(List.of());
    int number = keys.length() == 1 ? Integer.parseInt(keys) : 0;
    if (number > 0 && number <= choices.size()) {
      return choices.get(number - 1);
    }
    ExpectedAnswer answer = asked.map(OpenQuestion::answer).orElse(ExpectedAnswer.FREE);
    if (answer == ExpectedAnswer.YES_OR_NO && choices.isEmpty() && number > 0 && number <= 2) {
      return number == 1 ? words.yes() : words.no();
    }
    boolean hour = asked.filter(one -> HOUR.matcher(one.text()).find()).isPresent();
    Matcher time = HOUR_KEYS.matcher(keys);
    return hour && time.matches() ? time.group(1) + ":" + time.group(2) : keys;
  }

  /** {@code ¿A las nueve o a las diez?} has two; none where it asks for no choice. */
  private static List<String> choices(String question) {
    String asking = question.substring(Math.max(0, question.lastIndexOf('¿')));
    if (!OR.matcher(asking).find()) {
      return List.of();
    }
    return Arrays.stream(BETWEEN.split(asking.replaceAll("[¿?.]", "").strip()))
        .filter(choice -> !choice.isBlank())
        .toList();
  }
}
