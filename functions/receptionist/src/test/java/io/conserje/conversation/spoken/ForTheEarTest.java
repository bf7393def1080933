package io.conserje.conversation.spoken;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ForTheEarTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "mesa el sábado 21 de noviembre a las 21:45 | mesa el sábado veintiuno de noviembre a las diez menos cuarto de la noche",
        "a las 13:00 para 1 persona | a la una del mediodía para una persona",
        "a las 00:30 | a las doce y media de la madrugada",
        "son 47,50 € por noche | son cuarenta y siete euros con cincuenta por noche",
        "1.234 euros | mil doscientos treinta y cuatro euros",
        "un depósito del 30 % | un depósito del treinta por ciento",
        "21 euros y 21 mesas | veintiún euros y veintiuna mesas",
        "Su referencia es KM4728. | Su referencia es ka, eme, cuatro, siete, dos, ocho.",
        "Llame al +34 600 000 999. | Llame al seis cero cero, cero cero cero, nueve nueve nueve.",
        "Somos 101 | Somos ciento uno",
        "100 noches, 16 personas | cien noches, dieciséis personas",
        "de 20:00 a 23:15 | de ocho de la noche a once y cuarto de la noche",
      })
  void spanish(String written, String said) {
    assertEquals(said, ForTheEar.of(written, Locale.of("es")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Saturday 21 November at 21:45 | Saturday twenty-one November at nine forty-five in the evening",
        "at 13:05 for 2 people | at one oh five in the afternoon for two people",
        "it is €47.50 a night | it is forty-seven euros fifty a night",
        "a deposit of 30% | a deposit of thirty per cent",
        "Your reference is KM4729. | Your reference is K, M, four, seven, two, nine.",
        "1,250 euros | one thousand two hundred and fifty euros",
      })
  void english(String written, String said) {
    assertEquals(said, ForTheEar.of(written, Locale.ENGLISH));
  }
}
