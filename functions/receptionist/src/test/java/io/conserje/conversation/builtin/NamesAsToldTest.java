package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.conversation.builtin.Ear.Situation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesAsToldTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          mi nombre completo es Inés Robles, gracias              | Inés Robles
          nombre y apellidos: Inés Robles                         | Inés Robles
          Inés Robles porfa                                       | Inés Robles
          apúntame como inés robles                               | Inés Robles
          a nombre d inés robles                                  | Inés Robles
          Anotanos como Inés Robles                               | Inés Robles
          ay sí disculpa, Inés Robles                             | Inés Robles
          apnuta inés robles                                      | Inés Robles
          antame como inés robles                                 | Inés Robles
          pon inés robles una cosita se puede fumar fuera         | Inés Robles
          hacen envíos a domicilio                                |
          """)
  void aNameIsHeardAmongTheWordsThatLeadToIt(String said, String name) {
    assertEquals(name, Ear.hear(said, asked(Asked.NAME)).name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          soy inés robles querría una mesa para dos               | Inés Robles
          hola soy inés robles tednrian mesa el jueves            | Inés Robles
          está a nombre de inés robles código 7KQ2M               | Inés Robles
          mesa a nombre de inés robles celular 634556677          | Inés Robles
          soy Ana Costa                                           | Ana Costa
          reserva 7KQ2M inés robles pasarla para el sábado        | Inés Robles
          la 7KQ2M de inés robles al final somos tres             | Inés Robles
          una mesa a nombre de Ana Sí                             | Ana
          la reserva 7KQ2M, quiero cambiarla                      |
          """)
  void aNameEndsWhereWhatIsWantedBegins(String said, String name) {
    assertEquals(name, Ear.hear(said, asked(Asked.NOTHING)).name());
  }

  private static Situation asked(Asked asked) {
    return new Situation(
        Houses.NOON.toLocalDateTime(), asked, null, Tongue.SPANISH, Wish.NONE, Houses.restaurant());
  }
}
