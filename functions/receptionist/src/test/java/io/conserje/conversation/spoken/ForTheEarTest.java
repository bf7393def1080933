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
        "página 2 de 3 | página dos de tres",
        "Cuesta €25,50 | Cuesta veinticinco euros con cincuenta",
        "Cuesta 25,5 € | Cuesta veinticinco euros con cincuenta",
        "llegan el 21/11 y salen el 2026-11-24 | llegan el veintiuno de noviembre y salen el veinticuatro de noviembre",
        "el 05/12/2026 | el cinco de diciembre",
        "abierto 24/7 | abierto 24/7",
        "cena de 20:00-23:30 | cena de ocho de la noche a once y media de la noche",
        "para 2-3 personas | para dos a tres personas",
        "a las 21 h, abierto 24 h | a las nueve de la noche, abierto veinticuatro horas",
        "a las 21h30 | a las nueve y media de la noche",
        "a las 9 p. m. | a las nueve de la noche",
        "reservas@casa-lola.es | reservas arroba casa guion lola punto es",
        "vea www.casalola.es/carta | vea casalola punto es",
        "en la 1ª planta, C/ Mayor, nº 5 | en la primera planta, calle Mayor, número cinco",
        "el 2º turno & el 3.er plato | el segundo turno y el tercer plato",
        "1/2 ración a 12,5 grados | media ración a doce coma cinco grados",
        "hay 1.500 metros | hay mil quinientos metros",
        "la mesa T1 | la mesa T1",
        "Llame al 600-123-456 | Llame al seis cero cero, uno dos tres, cuatro cinco seis",
        "Llame al +34 600 12 34 56 | Llame al seis cero cero, uno dos tres, cuatro cinco seis",
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
        "at 9:30 pm or 9 am | at nine thirty in the evening or nine in the morning",
        "on 21/11 | on twenty-one November",
        "lola@casa.com | lola at casa dot com",
        "12.5 km | twelve point five kilometres",
        "the 2nd floor | the 2nd floor",
        "1,250 euros | one thousand two hundred and fifty euros",
      })
  void english(String written, String said) {
    assertEquals(said, ForTheEar.of(written, Locale.ENGLISH));
  }
}
