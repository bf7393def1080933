package io.conserje.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A simulated provider that shares code with what it tests would share its mistakes. */
class SandboxStandsAloneTest {

  private static final List<String> FORBIDDEN =
      List.of(
          "io/conserje/connectors/",
          "io/conserje/webhooks/",
          "io/conserje/turns/",
          "io/conserje/followups/",
          "io/conserje/console/",
          "io/conserje/voice/");

  @Test
  void noClassOfTheSandboxKnowsAFunctionOrAConnector() throws Exception {
    Path classes =
        Path.of(Sandbox.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (Stream<Path> files = Files.walk(classes)) {
      List<Path> compiled = files.filter(file -> file.toString().endsWith(".class")).toList();
      assertFalse(compiled.isEmpty());
      assertEquals(List.of(), compiled.stream().filter(SandboxStandsAloneTest::knows).toList());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "io.conserje.webhooks.twilio.TwilioMessages",
        "io.conserje.turns.Turns",
        "io.conserje.connectors.lambda.Settings"
      })
  void functionsAreNotOnTheClassPath(String name) {
    assertThrows(ClassNotFoundException.class, () -> Class.forName(name));
  }

  /** The names of used classes stand in the constant pool as they are. */
  private static boolean knows(Path compiled) {
    try {
      String text = new String(Files.readAllBytes(compiled), StandardCharsets.ISO_8859_1);
      return FORBIDDEN.stream().anyMatch(text::contains);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
