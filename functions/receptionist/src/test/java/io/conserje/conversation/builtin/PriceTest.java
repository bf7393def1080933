package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PriceTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "¿cuánto paga un niño?",
        "¿Los niños pagan?",
        "¿cuánto se paga por un niño de 7 años en la familiar?",
        "los peques son gratis?",
        "¿tiene algún suplemento mi hija de 5 años?",
        "¿cuánto cuesta que venga un menor?",
        "¿hacéis descuento a los niños?",
        "how much is it for a child?",
        "do kids stay free?",
        "is there an extra charge for our son, he's 6?",
        "do you charge for toddlers?",
      })
  void whatAChildCosts(String said) {
    assertTrue(Price.ofChild(said));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "¿cuánto cuesta una cuna?",
        "¿cuánto vale el desayuno de los niños?",
        "how much is the kids' menu?",
        "somos dos y un niño de 7 años",
        "una familiar para nosotros y los niños",
        "¿cuánto cuesta la doble?",
        "my son has booked a room",
      })
  void whatIsNot(String said) {
    assertFalse(Price.ofChild(said));
  }
}
