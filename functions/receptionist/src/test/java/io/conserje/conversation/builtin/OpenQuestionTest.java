package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.call.OpenQuestion;
import io.conserje.call.OpenQuestion.ExpectedAnswer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** What is heard as a question on the telephone is what the built-in model means as one. */
class OpenQuestionTest {

  private static final LocalDateTime AT = LocalDateTime.of(2026, 11, 21, 21, 0);

  @ParameterizedTest
  @EnumSource(Tongue.class)
  void everyQuestionOfATableIsKnownForWhatItAsks(Tongue tongue) {
    Sayings say = Sayings.in(tongue);
    LocalDate day = AT.toLocalDate();
    assertAsks(Asked.PARTY, say.askParty());
    assertAsks(Asked.DATE, say.askDate());
    assertAsks(Asked.TIME, say.askTime(day, List.of()));
    assertAsks(Asked.NAME, say.askName());
    assertAsks(Asked.NAME, TableSayings.in(tongue).nameNeeded());
    assertAsks(Asked.CONFIRM, say.readBack(AT, 4, "Carmen Ruiz", null, null));
    assertAsks(Asked.WHAT_TO_CHANGE, say.whatToChange());
    assertAsks(Asked.OTHER_MOMENT, say.otherDayOrTime());
    assertAsks(Asked.WAITLIST, say.askWaitlist());
    assertAsks(Asked.NOTHING, say.howCanIHelp());
    assertAsks(Asked.NOTHING, say.greeting("la Casa Lola"));
  }

  @ParameterizedTest
  @EnumSource(Tongue.class)
  void everyOtherQuestionIsKnownForWhatItAsks(Tongue tongue) {
    MoreSayings more = MoreSayings.in(tongue);
    StaySayings stays = StaySayings.in(tongue);
    assertAsks(Asked.PHONE, more.askPhone());
    assertAsks(Asked.PHONE, more.phoneNotUnderstood());
    assertAsks(Asked.PHONE, more.phoneNeeded());
    assertAsks(Asked.PERSON, more.personInstead());
    assertAsks(Asked.ARRIVAL, stays.askArrival());
    assertAsks(Asked.NIGHTS, stays.askNights());
    assertAsks(Asked.NAME, stays.askName());
    assertAsks(Asked.WHAT_TO_CHANGE, stays.whatToChange());
    assertAsks(Asked.OTHER_MOMENT, stays.otherDates());
  }

  private static void assertAsks(Asked asked, String said) {
    assertEquals(
        Optional.of(expected(asked)), OpenQuestion.in(said).map(OpenQuestion::answer), said);
  }

  private static ExpectedAnswer expected(Asked asked) {
    return switch (asked) {
      case PARTY, DATE, TIME, ARRIVAL, DEPARTURE, NIGHTS -> ExpectedAnswer.NUMBER;
      case NAME -> ExpectedAnswer.NAME;
      case PHONE -> ExpectedAnswer.TELEPHONE;
      case EMAIL -> ExpectedAnswer.EMAIL;
      case CONFIRM, OTHER_MOMENT, WAITLIST, CANCEL_CONFIRM, PERSON -> ExpectedAnswer.YES_OR_NO;
      default -> ExpectedAnswer.FREE;
    };
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ¿Le llamo a este teléfono si hay algún cambio? | YES_OR_NO
          ¿Me da un correo electrónico? | EMAIL
          ¿Cuál es su correo? | EMAIL
          Dígame su nombre, por favor. | NAME
          Necesito un teléfono de contacto. | TELEPHONE
          Deme un teléfono, por favor. | TELEPHONE
          Perfecto. ¿Y cuántos serán? | NUMBER
          Muy bien, ¿qué día? | NUMBER
          And what is your name? | NAME
          When would you like to come? | NUMBER
          Which room would you like? | FREE
          Is that all right? | YES_OR_NO
          """)
  void questionsOfOtherModelsAreKnownToo(String said, ExpectedAnswer expected) {
    assertEquals(expected, OpenQuestion.in(said).orElseThrow().answer());
  }

  @Test
  void aQuestionIsOpenAsSoonAsItsBeginningIsHeard() {
    String said = "Mañana a las nueve está libre. ¿Se la reservo? Puede cambiarla cuando quiera.";

    assertEquals(Optional.empty(), OpenQuestion.in(said, 0));
    assertEquals(Optional.empty(), OpenQuestion.in(said, 20));
    assertEquals("¿Se la reservo?", OpenQuestion.in(said, 40).orElseThrow().text());
    assertEquals("¿Se la reservo?", OpenQuestion.in(said).orElseThrow().text());
  }

  @Test
  void whatIsNotAskedIsNoQuestion() {
    assertEquals(Optional.empty(), OpenQuestion.in("Hasta mañana, que vaya bien."));
  }
}
