package io.conserje.connectors.elevenlabs;

import io.conserje.connectors.json.Part;
import io.conserje.speech.TimedWord;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Which characters of an utterance were spoken, and when: ElevenLabs tells it of each piece of
 * sound, counting from that piece.
 */
final class SpokenCharacters {

  private final StringBuilder word = new StringBuilder();
  private Duration wordFrom = Duration.ZERO;
  private Duration wordTo = Duration.ZERO;
  private int spoken;

  /** How many that are not blank. */
  int spoken() {
    return spoken;
  }

  /** Whether anything that is not blank is spoken in this piece. */
  static boolean any(Part alignment) {
    return alignment.texts("chars").stream().anyMatch(text -> !text.isBlank());
  }

  /**
   * The words that end in this piece.
   *
   * @param from when the piece begins
   */
  List<TimedWord> take(Part alignment, Duration from) {
    List<String> characters = alignment.texts("chars");
    List<Long> starts = millis(alignment, "charStartTimesMs");
    List<Long> lengths = lengths(alignment);
    List<TimedWord> ended = new ArrayList<>();
    for (int i = 0; i < characters.size() && i < starts.size() && i < lengths.size(); i++) {
      Duration at = from.plusMillis(starts.get(i));
      if (characters.get(i).isBlank()) {
        end(ended);
      } else {
        add(characters.get(i), at, at.plusMillis(lengths.get(i)));
      }
    }
    return ended;
  }

  private void add(String character, Duration from, Duration to) {
    if (word.isEmpty()) {
      wordFrom = from;
    }
    word.append(character);
    wordTo = to;
    spoken++;
  }

  /** The word that nothing came after; none, or one. */
  List<TimedWord> rest() {
    List<TimedWord> ended = new ArrayList<>();
    end(ended);
    return ended;
  }

  private void end(List<TimedWord> ended) {
    if (!word.isEmpty()) {
      ended.add(new TimedWord(word.toString(), wordFrom, wordTo));
      word.setLength(0);
    }
  }

  /** Its documents have both names. */
  private static List<Long> lengths(Part alignment) {
    List<Long> lengths = millis(alignment, "charDurationsMs");
    return lengths.isEmpty() ? millis(alignment, "charsDurationsMs") : lengths;
  }

  private static List<Long> millis(Part alignment, String name) {
    return alignment.value(name) instanceof List<?> list
        ? list.stream().map(n -> n instanceof Number number ? number.longValue() : 0L).toList()
        : List.of();
  }
}
