package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SurnameTest {

  @Test
  void aSurnameThatIsToldApartBelongsToTheName() {
    assertEquals(
        "Chloe Ramsden", NameWords.introduced(Words.of("its under chloe my surname is ramsden")));
    assertEquals(
        "Chloe", NameWords.introduced(Words.of("its under chloe, what is the dish called?")));
  }

  @Test
  void theWholeNameIsTakenWhereItFollows() {
    assertEquals(
        "Geoffrey Pemberton", NameWords.answer(Words.of("Pemberton. Geoffrey Pemberton.")));
    assertEquals("Bex Tolliver", Surname.after("Bex", "Bex Tolliver and its 07700 900627"));
    assertEquals("Bex", Surname.after("Bex", "Bex and Tom"));
    assertEquals("Bex Tolliver", Surname.after("Bex Tolliver", "Bex Tolliver Smith"));
  }

  @Test
  void aSurnameThatComesByItselfIsPutToTheFirstName() {
    assertEquals("Pilar Ansorena", Surname.added("Pilar", "Pilar", "Ansorena"));
    assertEquals("Marta Pérez Galdós", Surname.added("Marta", "Pérez Galdós", "Pérez Galdós"));
    assertEquals("Pilar", Surname.added("Pilar", "Pilar", "espera"));
    assertEquals("Pilar", Surname.added("Pilar", "Pilar", "600 11"));
    assertEquals("Marta", Surname.added("Pilar", "Marta", "Marta"));
  }
}
