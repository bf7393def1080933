package io.conserje.outbound;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class SmsTextTest {

  @Test
  void typingSignsAndPicturesMakeNoSmsDearer() {
    assertEquals(
        "\"Casa Lola\" - mesa 2, 21:00...", SmsText.of("“Casa Lola” — mesa 2, 21:00… 😊✅"));
  }

  @Test
  void lettersAreKept() {
    assertEquals("¿Mañana está bien?", SmsText.of("¿Mañana está bien?"));
  }

  @Test
  void aTextOfPicturesOnlyStaysWhatItIs() {
    assertEquals("👍", SmsText.of("👍"));
  }

  @Test
  void segmentsAreCountedAsTheyAreCharged() {
    assertEquals(1, SmsText.segments("a".repeat(160)));
    assertEquals(2, SmsText.segments("a".repeat(161)));
    assertEquals(2, SmsText.segments("€".repeat(81)));
    assertEquals(1, SmsText.segments("á".repeat(70)));
    assertEquals(2, SmsText.segments("á".repeat(71)));
    assertEquals(3, SmsText.segments("á" + "a".repeat(134)));
  }
}
