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
}
