package io.conserje.call.told;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.call.CallPlace;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HeardPartTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Claro. ¿Para cuántas personas?|claro para cuántas personas|Claro. ¿Para cuántas personas?",
        "Claro. ¿Para cuántas personas?|Un momento, por favor. Claro, ¿para cuántas|Claro. ¿Para cuántas",
        "Claro. ¿Para cuántas personas?|Un momento, por favor.|''",
        "Claro. ¿Para cuántas personas?|''|''"
      })
  void whatStandsInWhatWasToldWasHeard(String line, String told, String heard) {
    assertEquals(heard, HeardPart.of(line, told));
  }

  @Test
  void aSentenceThatGoesOnBeginsWithItsBeginning() {
    assertTrue(HeardPart.begins("Quería reservar", "quería reservar, una mesa"));
    assertFalse(HeardPart.begins("Quería reservar", "Quería anular"));
    assertFalse(HeardPart.begins("Quería reservar una mesa", "Quería reservar"));
  }

  @Test
  void theSameQuestionAfterTheSameWordsHasTheSameDigest() {
    String once = told("hola", "¿Mesa?").digest();
    assertEquals(once, told("hola", "¿Mesa?").digest());
    assertFalse(once.equals(told("hola", "¿Una mesa?").digest()));
    assertFalse(once.equals(told("holah", "ola").digest()));
  }

  private static ToldCall told(String before, String words) {
    CallPlace place = new CallPlace("vapi", "1", "", List.of(), "", "inbound");
    return new ToldCall(place, List.of(new ToldCall.Line(false, before)), words, "");
  }

  @Test
  void whoTakesLeaveAndIsAskedNothingHasFinished() {
    assertTrue(Farewell.is("Perfecto, adiós", "Hasta luego."));
    assertTrue(Farewell.is("thanks, bye", "Goodbye."));
    assertFalse(Farewell.is("Adiós", "¿Confirmo la mesa?"));
    assertFalse(Farewell.is("¿Cómo se va a Mirabueno?", "Por la carretera."));
    assertFalse(Farewell.is("Quiero un cabye", "No le entiendo."));
  }
}
