package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InRoomTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "estoy en la 208, hasta qué hora es el desayuno?|hasta qué hora es el desayuno?",
        "Buenas, les escribo desde la habitación 305, ¿hay gimnasio?|Buenas, ¿hay gimnasio?",
        "Somos los de la 410 y no funciona la tele|no funciona la tele",
        "nos alojamos en la 112. ¿Dónde se puede cenar?|¿Dónde se puede cenar?",
        "hi, we're in room 402, what time is breakfast?|hi, what time is breakfast?",
        "I'm staying in 207 and the shower is cold|the shower is cold",
        "estamos alojados en la habitación número 301, la clave del wifi?|la clave del wifi?",
        "llamo de la 104|hola",
        "Estoy en la 208|hola",
      })
  void whereSomebodyIsWishesForNothing(String said, String rest) {
    assertEquals(rest, InRoom.without(said));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "soy Ana, 600 112 233",
        "llamo desde el 600 112 233",
        "somos 120 personas",
        "this is Tom, 447 911 123",
        "estoy en Logroño el 12",
        "¿está libre la 208?",
        "queremos la 405 otra vez",
        "?",
      })
  void whatIsNoRoomStays(String said) {
    assertEquals(said, InRoom.without(said));
  }
}
