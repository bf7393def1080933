package io.conserje.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StreamTokenTest {

  private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");
  private final StreamToken token = StreamToken.of("CA1", "casa", "n", NOW);
  private final String signed = token.signed("key");

  @Test
  void itSaysWhichCallItIsForTwoMinutes() {
    assertEquals(Optional.of(token), StreamToken.read(signed, "key", NOW.plusSeconds(119)));
    assertEquals(Optional.empty(), StreamToken.read(signed, "key", NOW.plusSeconds(120)));
  }

  @Test
  void whatIsNotOursIsNone() {
    assertEquals(Optional.empty(), StreamToken.read(signed, "other", NOW));
    assertEquals(Optional.empty(), StreamToken.read("", "key", NOW));
    assertEquals(Optional.empty(), StreamToken.read("%.%", "key", NOW));
    for (int i = 0; i < signed.length(); i++) {
      char other = signed.charAt(i) == 'A' ? 'E' : 'A';
      String changed = signed.substring(0, i) + other + signed.substring(i + 1);
      assertEquals(Optional.empty(), StreamToken.read(changed, "key", NOW), "character " + i);
    }
  }
}
