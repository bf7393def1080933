package io.conserje.turns.webchat;

import io.conserje.testkit.fuzz.Fuzz;
import org.junit.jupiter.api.Test;

/** Messages with something wrong in them: answered or refused, and nothing breaks. */
class MutatedPayloadsTest {

  @Test
  void ofAPage() {
    try (Chat chat = new Chat()) {
      Fuzz.play(WebChatTarget.of(chat));
    }
  }
}
