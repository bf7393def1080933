package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class NumberWordsTest {

  @Test
  void daysInWordsAreDaysInDigits() {
    assertEquals(
        "from the 4th of january to the 6th",
        NumberWords.inDigits("from the fourth of january to the sixth"));
    assertEquals("on the 22nd of May", NumberWords.inDigits("on the twenty second of May"));
    assertEquals("the 31st of January", NumberWords.inDigits("the thirty first of January"));
    assertEquals("the 30th of June", NumberWords.inDigits("the thirtieth of June"));
    assertEquals("the second one", NumberWords.inDigits("the second one"));
    assertEquals("on the first floor", NumberWords.inDigits("on the first floor"));
  }

  @Test
  void theThreeOfYogaAreThreePeople() {
    assertEquals(
        "salimos a cenar tres personas de yoga",
        NumberWords.inDigits("salimos a cenar las tres de yoga"));
    assertEquals("a las tres de la tarde", NumberWords.inDigits("a las tres de la tarde"));
  }

  @Test
  void aCoupleByItselfIsTwo() {
    assertEquals("dos noches, dos personas", NumberWords.inDigits("dos noches, pareja"));
    assertEquals("mi pareja y yo", NumberWords.inDigits("mi pareja y yo"));
  }
}
