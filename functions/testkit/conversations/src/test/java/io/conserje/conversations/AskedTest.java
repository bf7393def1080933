package io.conserje.conversations;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AskedTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "¿Para cuántas personas sería? | people",
        "How many people will you be? | people",
        "¿Para qué día sería? | date",
        "Which day would you like to come? | date",
        "¿A qué hora les gustaría venir? | time",
        "What time would suit you? On Thursday 26 November you can book dinner from 20:00 to 22:30. | time",
        "Tenemos mesa. ¿A nombre de quién hago la reserva? | name",
        "What name should I put the booking under? | name",
        "¿Me puede dejar un teléfono de contacto? | phone",
        "Could you give me a phone number, please? | phone",
        "Le confirmo los datos: sábado 21 de noviembre a las 21:00, 4 personas, a nombre de García. ¿Está todo bien? | confirm",
        "Let me read that back: Sunday at 13:30, 3 people, under the name Ann. Is that all right? | confirm",
        "Su reserva es: viernes a las 20:45, 3 personas. ¿Quiere que la cancele? | confirm",
        "Shall I cancel it? | confirm",
        "Perfect! Shall I go ahead and book it? | confirm",
        "Tiene varias reservas: 1) jueves; 2) viernes. ¿Cuál cancelo? | which",
        "You have several bookings: 1) … Which one shall I cancel? | which",
        "Puedo ofrecerle las 21:00 o las 22:00. ¿Le va bien alguna? | offer",
        "I can offer you 16:00 or 15:45. Would one of those suit you? | offer",
        "¿Le apunto en la lista de espera por si se libera una mesa? | offer",
        "¿Cuántas noches se quedarían? | nights",
        "How many nights would you like to stay? | nights",
        "¿Qué día llegan? | arrival",
        "When will you arrive? | arrival",
        "¿Qué tipo de habitación prefiere? | room",
        "Which room would you like? | room",
        "¿En qué puedo ayudarle? | else",
        "Is there anything else I can help you with? | else"
      })
  void knowsWhatIsAsked(String text, String key) {
    assertEquals(key, Asked.of(text).getFirst());
  }

  @ParameterizedTest
  @CsvSource({
    "Reserva confirmada. ¡Les esperamos!",
    "De acuerdo.",
    "Your booking is cancelled.",
    "Le cuento: abrimos de martes a domingo."
  })
  void hearsNoQuestionWhereThereIsNone(String text) {
    assertEquals(List.of(), Asked.of(text));
  }
}
