package io.conserje.voice.turn;

import io.conserje.call.OpenQuestion.ExpectedAnswer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * How long a guest may be silent before it is taken that they have finished: by what they were
 * asked, and by what they have said so far.
 */
final class Pauses {

  private static final Duration YES_OR_NO = Duration.ofMillis(240);
  private static final Duration SURE = Duration.ofMillis(200);
  private static final Duration COMPLETE = Duration.ofMillis(480);
  private static final Duration POSSIBLE = Duration.ofMillis(700);
  private static final Duration BEGUN = Duration.ofMillis(900);
  private static final Duration UNFINISHED = Duration.ofMillis(1_600);
  private static final Duration NUMBER = Duration.ofMillis(500);
  private static final Duration NAME = Duration.ofMillis(650);
  private static final Duration ALL_FIGURES = Duration.ofMillis(600);
  private static final Duration MORE_THAN_ALL = Duration.ofMillis(850);
  private static final Duration PERHAPS_ALL = Duration.ofMillis(1_100);
  private static final Duration BETWEEN_FIGURES = Duration.ofMillis(2_500);
  private static final Duration WHOLE_ADDRESS = Duration.ofMillis(700);
  private static final Duration BETWEEN_LETTERS = Duration.ofMillis(3_000);
  private static final Duration SPELLED_NAME = Duration.ofMillis(1_500);

  /** So many in a row are no hour and no day. */
  private static final int LIKE_A_TELEPHONE = 5;

  private static final int BEGINNING_OF_A_TELEPHONE = 3;

  private static final Set<String> TELEPHONE_WORDS =
      Words.set("teléfono telefono móvil movil número phone mobile number");
  private static final Set<String> AT = Words.set("arroba at @");
  private static final Set<String> DOT =
      Words.set("punto dot guion guión guionbajo dash underscore");
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?iuU).*(?:@|\\b(?:arroba|at)\\b).*(?:\\.|\\b(?:punto|dot)\\s+)"
              + "(?:com|es|net|org|cat|eu|info|edu|gal|eus|mx|ar|fr|de|it|pt|uk|me|io)\\W*");
  private static final Pattern LETTERS =
      Pattern.compile(
          "(?iuU).*\\b(?:\\p{L}|be|ce|de|efe|ge|hache|jota|ka|ele|eme|ene|eñe|pe|cu|erre|ese|te|uve|equis|zeta)"
              + "[\\s,.-]+(?:\\p{L}|be|ce|efe|ge|hache|jota|ka|ele|eme|ene|eñe|pe|cu|erre|ese|te|uve|equis|zeta)\\W*");

  private Pauses() {}

  /**
   * @param sure whether the recogniser is certain that this was all; it knows nothing of how many
   *     figures a telephone has
   */
  static Duration after(String text, ExpectedAnswer asked, boolean sure) {
    List<String> words = Words.of(text);
    if (words.isEmpty()) {
      return BEGUN;
    }
    if (asked == ExpectedAnswer.YES_OR_NO && ShortAnswers.isWhole(words)) {
      return text.strip().endsWith(",") ? POSSIBLE : YES_OR_NO;
    }
    if (isAddress(words, asked)) {
      return ADDRESS.matcher(text).matches() ? WHOLE_ADDRESS : BETWEEN_LETTERS;
    }
    SpokenDigits digits = SpokenDigits.atTheEndOf(words);
    if (isTelephone(words, digits.count(), asked)) {
      return telephone(digits);
    }
    return sure ? SURE : sentence(text, words, asked);
  }

  private static boolean isAddress(List<String> words, ExpectedAnswer asked) {
    boolean spelled = words.stream().anyMatch(word -> AT.contains(word) || word.contains("@"));
    if (asked != ExpectedAnswer.EMAIL) {
      return spelled
          && words.stream().anyMatch(word -> word.equals("arroba") || word.contains("@"));
    }
    return spelled
        || words.stream().anyMatch(DOT::contains)
        || words.size() <= 2 && !ShortAnswers.isYesOrNo(words);
  }

  private static boolean isTelephone(List<String> words, int figures, ExpectedAnswer asked) {
    return asked == ExpectedAnswer.TELEPHONE && figures > 0
        || figures >= LIKE_A_TELEPHONE
        || figures >= BEGINNING_OF_A_TELEPHONE
            && words.stream().anyMatch(TELEPHONE_WORDS::contains);
  }

  private static Duration telephone(SpokenDigits digits) {
    if (digits.count() < digits.wanted()) {
      return digits.countApart() == digits.wanted() ? PERHAPS_ALL : BETWEEN_FIGURES;
    }
    return digits.count() == digits.wanted() ? ALL_FIGURES : MORE_THAN_ALL;
  }

  private static Duration sentence(String text, List<String> words, ExpectedAnswer asked) {
    Sentence sentence = Sentence.of(text, words);
    if (sentence == Sentence.UNFINISHED) {
      return UNFINISHED;
    }
    if (asked == ExpectedAnswer.NAME && sentence != Sentence.COMPLETE) {
      return LETTERS.matcher(text).matches() ? SPELLED_NAME : NAME;
    }
    boolean number = words.stream().anyMatch(SpokenDigits::isFigure);
    if (asked == ExpectedAnswer.NUMBER && number && sentence != Sentence.COMPLETE) {
      return NUMBER;
    }
    return switch (sentence) {
      case COMPLETE -> COMPLETE;
      case POSSIBLE -> POSSIBLE;
      default -> ShortAnswers.isYesOrNo(words) ? POSSIBLE : BEGUN;
    };
  }
}
