package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import org.junit.jupiter.api.Test;

class HowTheyComeTest {

  @Test
  void whatAGuestComesWithIsNobodysName() {
    assertNull(NameWords.answer(Words.of("voy con furgoneta")));
    assertEquals("Txema Urrutia", NameWords.answer(Words.of("Txema Urrutia")));
  }
}
