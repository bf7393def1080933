package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ForWhomTest {

  @Test
  void whoBooksNeedNotBeInWhoseNameItIs() {
    Map.ofEntries(
            Map.entry("Soy Natalia pero ponla a nombre de Jorge Ruiz", "Jorge Ruiz"),
            Map.entry("me llamo Ana y es a nombre de Luis Peña", "Luis Peña"),
            Map.entry("soy Marta, a nombre de mi madre, Rosa Gil", "Rosa Gil"),
            Map.entry("mi nombre es Iker pero la reserva a nombre de Unai Sota", "Unai Sota"),
            Map.entry("soy la asistente de la señora Marta Oliver", "Marta Oliver"),
            Map.entry("soy Natalia, la secretaria de don Jorge Villaverde", "Jorge Villaverde"),
            Map.entry("I'm Kate, please book it under Tom Harris", "Tom Harris"),
            Map.entry("this is Ruth, put it in the name of Alan Bright", "Alan Bright"),
            Map.entry("my name is Joe but it's under the name of Sue Park", "Sue Park"),
            Map.entry("I'm Ben, assistant to Clara Holt", "Clara Holt"),
            Map.entry("soy Natalia Ruiz", "Natalia Ruiz"),
            Map.entry("soy Pedro, ponla a nombre de mi jefe", "Pedro"))
        .forEach((said, name) -> assertEquals(name, NameWords.introduced(Words.of(said)), said));
  }

  @Test
  void aNameMayComeInTwoMessagesOrLetterByLetter() {
    Map.of(
            "Sonia\nLlorente", "Sonia Llorente",
            "Marta. Ruiz", "Marta Ruiz",
            "It's Niamh Kehoe. N-I-A-M-H, K-E-H-O-E", "Niamh Kehoe",
            "Iker Etxeberria, E-T-X-E-B-E-R-R-I-A", "Iker Etxeberria")
        .forEach((said, name) -> assertEquals(name, WholeName.in(Words.of(said)), said));
    assertEquals("Zac Ferris", NameWords.answer(Words.of("its zac, zac ferris")));
    assertEquals("reserva AB-12", SpelledName.read("reserva AB-12"));
    assertEquals("a-n-a@x.es", SpelledName.read("a-n-a@x.es"));
  }
}
