package io.conserje.knowledge;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnonymousQuestionTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ¿Tenéis karaoke?                                                    | teneis karaoke
          Hola, soy Marta Ruiz. ¿Hay piscina?                                 | hay piscina
          ¿hay piscina? mi correo es marta@example.com                        | hay piscina
          hay piscina? llámame al 600 11 22 33                                | hay piscina
          hay piscina llámame al +34 600-11-22-33                             | hay piscina llamame al
          a nombre de Juan de la Cruz, hay piscina                            | hay piscina
          I'm John Smith, is there a pool                                     | is there a pool
          hay menú de 25 euros?                                               | hay menu de 25 euros
          """)
  void nothingTellsWhoAsked(String said, String kept) {
    assertEquals(kept, AnonymousQuestion.of(said, List.of("")));
  }

  @Test
  void aNameTheGuestIsKnownByIsLeftOutHoweverItIsWritten() {
    assertEquals(
        "aqui otra vez hay piscina",
        AnonymousQuestion.of("aqui martá otra vez, hay piscina", List.of("Marta Ruiz")));
  }

  @Test
  void aLongOneIsCut() {
    assertEquals(200, AnonymousQuestion.of("x".repeat(300), List.of()).length());
  }
}
