package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.conversation.builtin.Ear.Situation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreshWishTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          hola! os escribo por la comunión de mi hijo, es el 15 de mayo y seríamos unos 22 | BOOK
          os escribo por la reserva del 15, seríamos 12                                    | CHANGE
          """)
  void aGroupIsNewUnlessSomethingStands(String said, Intent intent) {
    Situation situation =
        new Situation(
            Houses.NOON.toLocalDateTime(),
            Asked.NOTHING,
            null,
            Tongue.SPANISH,
            Wish.NONE,
            Houses.restaurant());
    assertEquals(intent, Ear.hear(said, situation).intent());
  }
}
