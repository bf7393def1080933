package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class OtherTongueTest {

  private static final Path UNDERSTANDING = Path.of("src/test/resources/understanding");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bonjour, avez-vous une chambre double pour demain soir?",
        "Guten Tag, ich möchte ein Zimmer für zwei Nächte",
        "Buonasera, vorrei prenotare un tavolo per due persone",
        "olá boa noite, queria um quarto para duas pessoas",
        "Bona tarda, voldria una habitació per dues nits"
      })
  void anotherLanguageIsNoticed(String said) {
    assertTrue(OtherTongue.in(Words.of(said)));
  }

  @Test
  void nobodyWhoWritesSpanishOrEnglishIsTakenForAForeigner() throws IOException {
    List<String> taken;
    try (Stream<Path> files = Files.walk(UNDERSTANDING)) {
      taken =
          files
              .filter(file -> file.toString().endsWith(".yaml"))
              .flatMap(OtherTongueTest::sentences)
              .filter(said -> OtherTongue.in(Words.of(said)))
              .toList();
    }
    assertEquals(List.of(), taken);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Hola, quería una mesa para dos mañana en Chambre avec Vue",
        "We would like to book a room at the Bonsoir Nuits for tomorrow"
      })
  void aForeignNameAmongWordsOfOursIsNoForeignLanguage(String said) {
    assertFalse(OtherTongue.in(Words.of(said)));
  }

  private static Stream<String> sentences(Path file) {
    try {
      List<Map<String, Object>> all = new Yaml().load(Files.readString(file));
      return all.stream().map(sentence -> String.valueOf(sentence.get("text")));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
