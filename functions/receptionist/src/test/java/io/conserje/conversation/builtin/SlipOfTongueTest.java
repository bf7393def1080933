package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SlipOfTongueTest {

  @Test
  void whoIsAYearOldIsABaby() {
    assertEquals("our baby (needs a cot)", SlipOfTongue.mended("our 1 year old (needs a cot)"));
    assertEquals("my baby", SlipOfTongue.mended("my nine-month-old"));
    assertEquals("our child", SlipOfTongue.mended("our 7 year old"));
  }

  @Test
  void whoStaysAwayIsNotNamed() {
    assertEquals(
        "del 27 al 29, mi mujer, el niño y yo",
        SlipOfTongue.mended("del 27 al 29, mis padres no, mi mujer, el niño y yo"));
    assertEquals(
        "a nombre de mi mujer no, mejor al mío",
        SlipOfTongue.mended("a nombre de mi mujer no, mejor al mío"));
  }

  @Test
  void whoIsNamedTwiceIsOne() {
    assertEquals(
        "cama para un niño de 10 años, somos mi mujer y yo",
        SlipOfTongue.mended("cama para un niño de 10 años, somos mi mujer, el niño y yo"));
  }

  @Test
  void aMonthIsTakenBackLaterInTheSentence() {
    assertEquals(
        "el 10 de diciembre a las 9, para 2",
        SlipOfTongue.mended("el 10 de noviembre a las 9, para 2... qué digo, de diciembre"));
    assertEquals(
        "the 3rd of December at 9 for two, sorry",
        SlipOfTongue.mended("the 3rd of November at 9 for two, sorry, I mean December"));
    assertEquals(
        "del 28 de noviembre al 2 de diciembre",
        SlipOfTongue.mended("del 28 de noviembre al 2 de diciembre"));
  }
}
