package io.conserje.turns.voice;

import io.conserje.testkit.fuzz.Fuzz;
import org.junit.jupiter.api.Test;

/** Authentic questions with something wrong in them: answered or refused, and nothing breaks. */
class MutatedPayloadsTest {

  @Test
  void ofTwilio() {
    try (Line line = new Line()) {
      Fuzz.play(VoiceTarget.of(line));
    }
  }
}
