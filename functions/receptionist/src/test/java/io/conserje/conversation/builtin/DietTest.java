package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class DietTest {

  @Test
  void whatIsOnlyPointedAtIsWhatWasAskedAbout() {
    assertEquals(
        "a severe nut allergy",
        Diet.meant("the allergy", "One of us has a severe nut allergy, would that be a problem?"));
    assertEquals(
        "silla de ruedas",
        Diet.meant("Tened en cuenta la silla", "¿se puede entrar con silla de ruedas?"));
    assertEquals("la silla alta", Diet.meant("la silla alta", "¿hay silla de ruedas?"));
    assertEquals("the allergy", Diet.meant("the allergy", "do you have parking?"));
  }
}
