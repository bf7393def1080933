package io.conserje.call;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the house has asked and waits to be told.
 *
 * @param text the sentence that asks
 * @param answer what kind of answer belongs to it
 */
public record OpenQuestion(String text, ExpectedAnswer answer) {

  /**
   * What answers differ in is how they are spoken: how long their pauses are, and what ends them.
   */
  public enum ExpectedAnswer {
    YES_OR_NO,
    /** How many, which day, what time. */
    NUMBER,
    TELEPHONE,
    EMAIL,
    NAME,
    FREE
  }

  private static final Pattern SENTENCE = Pattern.compile("[^.?!…]+(?:[.?!…]+|$)");
  private static final Pattern EMAIL = words("correo|e-?mail");
  private static final Pattern TELEPHONE = words("tel[eé]fono|m[oó]vil|phone|mobile");
  private static final Pattern GIVE =
      words(
          "deja|da|dice|repite|necesito|need|qu[eé]|cu[aá]l|deme|d[ií]game|what|which|give|leave|tell|repeat");
  private static final Pattern CHANGE = words("cambi\\p{L}*|change");
  private static final Pattern NAME = words("nombre|llama|name");
  private static final Pattern NUMBER =
      words(
          "cu[aá]nt[oa]s?|cu[aá]ndo|qu[eé] (?:hora|d[ií]as?|fechas?)"
              + "|how (?:many|long|old)|when|what time|(?:which|what) (?:days?|dates?)");
  private static final Pattern OPEN =
      Pattern.compile(
          "(?iuU)^\\W*(?:\\p{L}+, )?(?:(?:a|en|de|para|por|con|desde|hasta) )?"
              + "(?:qu[eé]|cu[aá]l(?:es)?|qui[eé]n(?:es)?|c[oó]mo|d[oó]nde"
              + "|what|which|who|how|where|why)\\b.*");
  private static final Pattern TELL =
      words("d[ií]game|deme|d[eé]jeme|necesito|tell me|give me|i need");

  private static Pattern words(String any) {
    return Pattern.compile("(?iuU)\\b(?:" + any + ")\\b");
  }

  /** The last one in what the house said. */
  public static Optional<OpenQuestion> in(String said) {
    return in(said, said.length());
  }

  /**
   * The last one of which the guest has heard anything.
   *
   * @param heard how many characters of it
   */
  public static Optional<OpenQuestion> in(String said, int heard) {
    OpenQuestion last = null;
    Matcher sentences = SENTENCE.matcher(said);
    while (sentences.find() && sentences.start() < heard) {
      String sentence = sentences.group().strip();
      if (sentence.contains("?") || TELL.matcher(sentence).find()) {
        last = new OpenQuestion(sentence, kind(asking(sentence)));
      }
    }
    return Optional.ofNullable(last);
  }

  /** {@code Le confirmo los datos: mesa para dos, ¿está bien?} asks only at its end. */
  private static String asking(String sentence) {
    int from = sentence.lastIndexOf('¿');
    return sentence.substring(Math.max(0, from)).toLowerCase(Locale.ROOT);
  }

  private static ExpectedAnswer kind(String asking) {
    if (EMAIL.matcher(asking).find()) {
      return ExpectedAnswer.EMAIL;
    }
    if (TELEPHONE.matcher(asking).find() && GIVE.matcher(asking).find()) {
      return ExpectedAnswer.TELEPHONE;
    }
    boolean open = OPEN.matcher(asking).matches();
    if (open && CHANGE.matcher(asking).find()) {
      return ExpectedAnswer.FREE;
    }
    if (NAME.matcher(asking).find()) {
      return ExpectedAnswer.NAME;
    }
    if (NUMBER.matcher(asking).find()) {
      return ExpectedAnswer.NUMBER;
    }
    return open || !asking.contains("?") ? ExpectedAnswer.FREE : ExpectedAnswer.YES_OR_NO;
  }
}
