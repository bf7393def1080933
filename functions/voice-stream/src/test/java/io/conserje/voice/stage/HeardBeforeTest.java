package io.conserje.voice.stage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeardBeforeTest {

  private static final String FIRST = "Tengo mesa a las 21:30.";
  private static final String SECOND = "¿Se la reservo?";

  @Test
  void theLineAndThePlaceAreFoundByTheWords() {
    assertEquals(List.of("Tengo mesa", ""), heard("tengo MESA"));
    assertEquals(List.of(FIRST, "¿Se la"), heard("se la"));
    assertEquals(List.of(FIRST, "¿Se"), heard("Tengo mesa a las 21:30. ¿Se l"));
    assertEquals(List.of(FIRST, SECOND), heard("¿Se la reservo?"));
  }

  @Test
  void whereNothingWasHeardNothingWas() {
    assertEquals(List.of("", ""), heard(""));
  }

  @Test
  void aVoiceThatSaysItInOtherWordsIsMeasuredByTheirNumber() {
    assertEquals(List.of("Tengo mesa a", ""), heard("uno dos tres"));
  }

  private static List<String> heard(String utterance) {
    List<String> lines = List.of(FIRST, SECOND);
    List<Integer> ends = HeardBefore.of(lines, utterance);
    return List.of(FIRST.substring(0, ends.getFirst()), SECOND.substring(0, ends.getLast()));
  }
}
