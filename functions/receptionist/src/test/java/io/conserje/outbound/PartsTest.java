package io.conserje.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class PartsTest {

  @Test
  void aShortTextStaysWhole() {
    assertEquals(List.of("Hola"), Parts.of(" Hola "));
  }

  @Test
  void aLongTextIsCutBetweenParagraphsElseBetweenWords() {
    String paragraph = "palabra ".repeat(150).strip();

    assertEquals(List.of(paragraph, paragraph), Parts.of(paragraph + "\n\n" + paragraph));
    List<String> words = Parts.of("palabra ".repeat(400));
    assertEquals(3, words.size());
    assertTrue(words.stream().allMatch(p -> p.length() <= Parts.LONGEST && p.endsWith("palabra")));
  }

  @Test
  void aLongParagraphIsCutAtTheEndOfASentenceAndNothingIsLost() {
    String sentence = "Abrimos a las 13:00 y cerramos a las 17.30 todos los días. ";
    String text = sentence.repeat(60).strip();

    List<String> parts = Parts.of(text);

    assertEquals(text, String.join(" ", parts));
    assertEquals(3, parts.size());
    assertTrue(parts.stream().allMatch(p -> p.endsWith("días.")), parts.toString());
  }

  @Test
  void aTextWithoutWordsIsCutAnywhereButWithinACharacter() {
    String emoji = "x" + "😀".repeat(1000);

    assertEquals(emoji, String.join("", Parts.of(emoji)));
    assertTrue(
        Parts.of(emoji).stream()
            .noneMatch(p -> Character.isHighSurrogate(p.charAt(p.length() - 1))));
  }
}
