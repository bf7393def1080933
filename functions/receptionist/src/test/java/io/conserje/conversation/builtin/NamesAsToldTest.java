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

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ander sola                                              | Ander Sola
          es rosa luna                                            | Rosa Luna
          carmen cuesta mesa                                      | Carmen Cuesta Mesa
          luis rey                                                | Luis Rey
          pon marta casas                                         | Marta Casas
          jaime bueno                                             | Jaime Bueno
          neil young                                              | Neil Young
          tom hill                                                | Tom Hill
          sarah west                                              | Sarah West
          george best                                             | George Best
          marta gracias                                           | Marta
          tom please                                              | Tom
          """)
  void aSurnameMayBeAWordWithoutItsCapital(String said, String name) {
    assertEquals(name, Ear.hear(said, asked(Asked.NAME)).name());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          es Eusebio Zubeldia, Z-U-B-E-L-D-I-A                    | Eusebio Zubeldia
          Eusebio Zubeldia, deletreado Z U B E L D I A            | Eusebio Zubeldia
          Siobhan Keogh. S-I-O-B-H-A-N, K-E-O-G-H                 | Siobhan Keogh
          it's Keogh, K E O G H                                   | Keogh
          Siobhan K.E.O.G.H.                                      | Siobhan Keogh
          K-E-O-G-H                                               | Keogh
          Iñaki E T X E B E R R I A                               | Iñaki Etxeberria
          a nombre de Goñi, G-O-Ñ-I                               | Goñi
          Wojcik, spelt W, O, J, C, I, K                          | Wojcik
          Ana Gil, G I L                                          | Ana Gil
          """)
  void aNameMayBeSpelledLetterByLetter(String said, String name) {
    assertEquals(name, Ear.hear(said, asked(Asked.NAME)).name());
  }

  private static Situation asked(Asked asked) {
    return new Situation(
        Houses.NOON.toLocalDateTime(), asked, null, Tongue.SPANISH, Wish.NONE, Houses.restaurant());
  }
}
