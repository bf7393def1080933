package io.conserje.conversations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class SlipsTest {

  private static final String WISH =
      "Quería reservar mesa para comer, a nombre de Martín Echevarría";

  @Test
  void aNameIsWrittenAsItIs() {
    written().forEach(text -> assertTrue(text.endsWith(" martin echevarria"), text));
  }

  @Test
  void otherWordsHaveSlips() {
    assertTrue(written().stream().anyMatch(text -> !text.contains("reservar")));
  }

  @Test
  void theSameSeedSlipsAlike() {
    assertEquals(written(), written());
  }

  private static List<String> written() {
    return IntStream.range(0, 50)
        .mapToObj(seed -> Slips.in(WISH, "Martín Echevarría", new Random(seed)))
        .toList();
  }
}
