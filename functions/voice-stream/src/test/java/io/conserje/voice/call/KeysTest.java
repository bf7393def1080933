package io.conserje.voice.call;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.call.OpenQuestion;
import io.conserje.voice.turn.KeyWords;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What guests press. */
class KeysTest {

  private final Telephone telephone = new Telephone("¿Para cuántas personas?", _ -> "¿A qué hora?");

  private List<String> said() {
    telephone.thread.await(() -> !telephone.house.said.isEmpty());
    return List.copyOf(telephone.house.said);
  }

  private void quietFor(int milliseconds) {
    telephone.sound(Telephone.SILENCE, Duration.ofMillis(milliseconds));
  }

  @Test
  void keysThatBelongTogetherAreOneAnswer() {
    telephone.open();
    telephone.hearAll();
    telephone.press("12");
    quietFor(1_500);
    assertEquals(0, telephone.house.said.size());
    quietFor(300);

    assertEquals(List.of("12"), said());
  }

  @Test
  void theHashEndsThemAndTheAsteriskBeginsAnew() {
    telephone.open();
    telephone.hearAll();
    telephone.press("13*4#");

    assertEquals(List.of("4"), said());
  }

  @Test
  void aKeySilencesTheHouse() {
    telephone.open();
    quietFor(300);
    telephone.pipeline.take(new Signal.Key('4'));
    assertEquals(1, telephone.carrier.clears());
    quietFor(2_500);

    assertEquals(List.of("4"), said());
  }

  @Test
  void aKeyThatCameToNothingLetsTheHouseGoOn() {
    telephone.open();
    quietFor(300);
    telephone.press("4*");
    quietFor(5_000);
    telephone.hearAll();

    assertEquals(1, telephone.tally("interrupted_by_nothing"));
    assertEquals(0, telephone.house.said.size());
  }

  @Test
  void keysGoWithWhatWasSpoken() {
    telephone.open();
    telephone.hearAll();
    telephone.sound(Telephone.VOICE, Duration.ofMillis(500));
    telephone.ear.partial("mi número es el");
    telephone.press("600123456#");

    assertEquals(List.of("mi número es el 600123456"), said());
  }

  @Test
  void whatIsPressedBeforeHangingUpIsSaid() {
    telephone.open();
    telephone.hearAll();
    telephone.press("5");
    telephone.hangUp();

    assertEquals(List.of("5"), said());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          0 | ¿Para cuántas personas? | Quiero hablar con una persona.
          4 | ¿Para cuántas personas? | 4
          1 | ¿Se la reservo? | Sí.
          2 | ¿Se la reservo? | No.
          1 | ¿Le va mejor a las nueve o a las diez y media? | Le va mejor a las nueve
          2 | ¿Le va mejor a las nueve o a las diez y media? | a las diez y media
          3 | ¿A las 21:00, a las 21:30 o a las 22:00? | a las 22:00
          2130 | ¿A qué hora les gustaría venir? | 21:30
          21 | ¿A qué hora les gustaría venir? | 21
          600123456 | ¿Me deja un número de teléfono? | 600123456
          1 | | 1
          """)
  void keysMeanWhatWasAsked(String keys, String asked, String words) {
    Optional<OpenQuestion> question =
        Optional.ofNullable(asked).flatMap(text -> OpenQuestion.in(text));
    assertEquals(words, KeyWords.of(keys, question, Locale.of("es")));
  }
}
