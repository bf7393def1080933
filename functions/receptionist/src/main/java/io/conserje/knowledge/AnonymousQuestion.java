package io.conserje.knowledge;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A question without whoever asked it: only the sentence that asks, no numbers anybody could be
 * reached by, no addresses, and no name the guest has given.
 */
public final class AnonymousQuestion {

  private static final int LONGEST = 200;
  private static final Pattern SENTENCE_END = Pattern.compile("(?<=[.!?;\n])\\s+|(?=¿)");
  private static final Pattern ADDRESS = Pattern.compile("\\S*@\\S+|https?://\\S+|www\\.\\S+");

  /** Five digits and more are a number somebody has; fewer are a time, a price or a year. */
  private static final Pattern NUMBER = Pattern.compile("\\+?\\d(?:[\\s().-]*\\d){4,}");

  private static final Pattern NAMES =
      Pattern.compile(
          "(?iu:\\b(?:soy|me llamo|mi nombre es|a nombre de|de parte de|my name is|my name['’]s|i am|i['’]m|this is"
              + "|under the name(?: of)?)\\s+)"
              + "(?:\\p{Lu}[\\p{L}'’-]*(?:\\s+(?:de|del|la|y|van|von)\\b)*\\s*){1,4}");

  private AnonymousQuestion() {}

  /**
   * @param known names the guest is known by
   * @return empty when nothing is left of it
   */
  public static String of(String said, List<String> known) {
    String clean = ADDRESS.matcher(said).replaceAll(" ");
    clean = NUMBER.matcher(clean).replaceAll(" ");
    clean = NAMES.matcher(asking(clean)).replaceAll(" ");
    String plain = Question.of(clean).plain();
    for (String name : known) {
      plain = without(plain, Question.of(name).words());
    }
    return plain.length() > LONGEST ? plain.substring(0, LONGEST).strip() : plain;
  }

  /** The sentences that ask, if any does; the guest may have said much before. */
  private static String asking(String said) {
    List<String> sentences = Arrays.asList(SENTENCE_END.split(said));
    String asking =
        sentences.stream()
            .filter(s -> s.contains("?") || s.contains("¿"))
            .collect(Collectors.joining(" "));
    return asking.isBlank() ? said : asking;
  }

  private static String without(String plain, List<String> names) {
    return Arrays.stream(plain.split(" "))
        .filter(word -> !names.contains(word))
        .collect(Collectors.joining(" "));
  }
}
