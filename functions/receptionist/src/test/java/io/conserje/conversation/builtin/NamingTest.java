package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NamingTest {

  @Test
  void onlyWhatWasWrongInANameIsReplaced() {
    String said = "el apellido es Aramburu";
    assertEquals("Jon Aramburu", Naming.mended("Jon Aranburu", "Aramburu", said));
    assertEquals("Jon Goñi", Naming.mended("Jon Ruiz", "Goñi", "no, el apellido es Goñi"));
    assertEquals("Martha Ruiz", Naming.mended("Marta Ruiz", "Martha", "Martha, con hache"));
  }

  @Test
  void whatIsWrittenOtherwiseIsRespelled() {
    assertEquals("Gillian Pryce", Naming.respelled("Gillian Price", "it's Pryce with a y"));
    assertEquals("Gillian Price", Naming.respelled("Gillian Price", "yes, that is right"));
    assertEquals("Gillian Price", Naming.respelled("Gillian Price", "at what price?"));
    assertEquals("Gillian Pryce", Naming.respelled("Gillian Pryce", "at what price?"));
  }

  @Test
  void anotherNameIsAnotherName() {
    assertEquals("Goñi", Naming.mended("Jon Ruiz", "Goñi", "ponla mejor a nombre de Goñi"));
    assertEquals("Ana Gil", Naming.mended("Jon Ruiz", "Ana Gil", "mejor Ana Gil"));
    assertEquals("Ana Gil", Naming.mended(null, "Ana Gil", "Ana Gil"));
  }
}
