package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HomophonesTest {

  @ParameterizedTest
  @CsvSource({
    "a table for too people tonight, a table for two people tonight",
    "table for for at ate, table for four at eight",
    "for two knights next weak, for two nights next week",
    "una abitacion del 3 de febrero asta el 5, una habitación del 3 de febrero hasta el 5",
    "avitación para dos asta mañana, habitación para dos hasta mañana",
    "dos habitaciones hasta el 5, dos habitaciones hasta el 5",
    "el asta de la bandera, el asta de la bandera",
    "a table for two to celebrate, a table for two to celebrate",
    "we are going to be late, we are going to be late"
  })
  void whatDictationWroteIsWhatWasSaid(String written, String said) {
    assertEquals(said, Homophones.mended(written));
  }

  @Test
  void whatIsSpelledByEarSoundsTheSame() {
    assertEquals(Sound.of("viernes"), Sound.of("bierne"));
    assertEquals(Sound.of("noche"), Sound.of("noxe"));
    assertEquals(Sound.of("quiero"), Sound.of("kiero"));
  }
}
