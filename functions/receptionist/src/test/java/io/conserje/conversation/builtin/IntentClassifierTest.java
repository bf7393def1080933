package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The trained part of the built-in model. */
class IntentClassifierTest {

  private static final int LARGEST = 512 * 1024;
  private static final Path EXAMPLES = Path.of("src/main/nlu");

  @Test
  void whatIsTrainedIsSmallAndQuicklyThere() throws IOException {
    long before = System.nanoTime();
    IntentClassifier trained = IntentClassifier.load();
    long loaded = System.nanoTime();
    Words words = Words.of("quiero cancelar mi reserva");
    trained.likelihoods(words, TopicWords.all(words));
    long used = System.nanoTime();
    int size = bytes().length;
    System.out.printf(
        "intents: %d kB, loaded in %d ms, first used in %d ms more%n",
        size / 1024, (loaded - before) / 1_000_000, (used - loaded) / 1_000_000);
    assertTrue(size < LARGEST, () -> size + " bytes");
  }

  @Test
  void sameExamplesGiveTheSameBytes() throws IOException {
    ByteArrayOutputStream again = new ByteArrayOutputStream();
    IntentTraining.of(Examples.in(EXAMPLES)).write(again);
    assertArrayEquals(bytes(), again.toByteArray());
  }

  @Test
  void everyIntentHasExamplesInBothLanguages() throws IOException {
    for (String language : List.of("es", "en")) {
      Set<Intent> intents =
          Examples.in(EXAMPLES).stream()
              .filter(e -> e.language().equals(language))
              .map(Examples.Example::intent)
              .collect(Collectors.toSet());
      assertEquals(EnumSet.allOf(Intent.class), intents, language);
    }
  }

  @Test
  void likelihoodsAreShares() {
    Words words = Words.of("a table for two");
    double all = 0;
    for (double share : IntentClassifier.trained().likelihoods(words, TopicWords.all(words))) {
      all += share;
    }
    assertEquals(1, all, 1e-9);
  }

  private static byte[] bytes() throws IOException {
    try (InputStream file = IntentClassifier.class.getResourceAsStream(IntentClassifier.RESOURCE)) {
      return file.readAllBytes();
    }
  }
}
