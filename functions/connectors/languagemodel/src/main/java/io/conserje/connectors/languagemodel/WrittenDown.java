package io.conserje.connectors.languagemodel;

import io.micronaut.json.tree.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The words in an answer of a transcription endpoint, without those it made up: Whisper writes
 * lines of subtitles where nobody speaks, and repeats itself where it understands nothing.
 */
final class WrittenDown {

  private static final double MAYBE_NO_SPEECH = 0.6;
  private static final double UNSURE = -0.5;
  private static final double REPEATS = 2.4;
  private static final int LONGEST = 4_000;

  /** Whole answers, in lower case and letters only. */
  private static final Set<String> MADE_UP =
      Set.of(
          "subtítulos realizados por la comunidad",
          "subtítulos realizados por la comunidad de amara org",
          "subtítulos por la comunidad de amara org",
          "gracias por ver el video",
          "gracias por ver el vídeo",
          "suscríbete al canal",
          "thanks for watching",
          "thank you for watching",
          "please subscribe",
          "subtitles by the amara org community");

  private WrittenDown() {}

  /** Empty when nobody spoke. */
  static String in(JsonNode answer) {
    String text = Fields.text(answer, "text");
    String words = clean(text == null ? "" : segments(answer, text));
    return MADE_UP.contains(letters(words)) || letters(words).isEmpty() ? "" : words;
  }

  private static String segments(JsonNode answer, String text) {
    List<String> kept = new ArrayList<>();
    boolean left = false;
    for (JsonNode segment : Fields.each(answer, "segments")) {
      String said = Fields.text(segment, "text");
      boolean madeUp = isMadeUp(segment);
      left |= madeUp;
      if (!madeUp && said != null) {
        kept.add(said.strip());
      }
    }
    return left ? String.join(" ", kept) : text;
  }

  private static boolean isMadeUp(JsonNode segment) {
    boolean unsure = decimal(segment, "avg_logprob") < UNSURE;
    return unsure
        && (decimal(segment, "no_speech_prob") > MAYBE_NO_SPEECH
            || decimal(segment, "compression_ratio") > REPEATS);
  }

  private static double decimal(JsonNode node, String name) {
    JsonNode value = Fields.at(node, name);
    return value.isNumber() ? value.getDoubleValue() : 0;
  }

  private static String clean(String text) {
    String words = text.replace("\0", "").replaceAll("\\s+", " ").strip();
    return words
        .codePoints()
        .limit(LONGEST)
        .mapToObj(Character::toString)
        .collect(Collectors.joining());
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
  }
}
