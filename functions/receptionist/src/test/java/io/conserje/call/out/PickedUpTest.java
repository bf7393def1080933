package io.conserje.call.out;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PickedUpTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ¿Diga?|HELLO
          Sí, dígame.|HELLO
          Hola, buenas tardes|HELLO
          Hello?|HELLO
          ¿Sí? ¿Quién es?|WHO
          ¿De parte de quién?|WHO
          Who is this please|WHO
          Hola. Si grabas tu nombre y el motivo de la llamada, veré si esta persona está disponible.|SCREENING
          Hi, if you record your name and reason for calling, I'll see if this person is available.|SCREENING
          The person you're calling is using a screening service from Google. Go ahead and say your name and why you're calling.|SCREENING
          Ha llamado al buzón de voz de seis cero cero.|MACHINE
          Ahora no puedo atenderle, deje su mensaje después de la señal.|MACHINE
          Please leave a message after the tone.|MACHINE
          Sí, quiero cambiar la reserva|TALK
          No, gracias|TALK
          Dígale que mañana no puedo|TALK
          """)
  void whatComesFirstIsToldApart(String words, PickedUp meant) {
    assertEquals(meant, PickedUp.of(words));
  }
}
