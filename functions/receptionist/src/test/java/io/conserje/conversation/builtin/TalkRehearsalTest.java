package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;

import org.junit.jupiter.api.Test;

class TalkRehearsalTest {

  @Test
  void everythingIsAnsweredInAHouseThatHasNothing() {
    assertDoesNotThrow(() -> TalkRehearsal.hear(2));
  }
}
