package io.conserje.turns.vapi;

import io.conserje.testkit.fuzz.Fuzz;
import org.junit.jupiter.api.Test;

/** Authentic messages with something wrong in them: taken or refused, and nothing breaks. */
class MutatedPayloadsTest {

  @Test
  void ofVapi() {
    try (Phone phone = Phone.unattended()) {
      Fuzz.play(VapiTarget.of(phone));
    }
  }
}
