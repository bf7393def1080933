package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stays as guests tell them: a month said once, an event they come for, what they correct. */
class ToldStaysTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);

  @Test
  void aMonthSaidOnceIsMeantOfEachDay() {
    arrives("2026-12-10", "doble, 10 y 11 de diciembre (nos vamos el 12)");
    arrives("2027-09-18", "sábado 18 y domingo 19 de septiembre, salimos el lunes 20");
    arrives("2027-01-14", "las noches del jueves 14 y viernes 15 de enero");
    arrives("2027-02-06", "para el 6 y 7 de febrero, somos dos");
    arrives("2027-03-20", "el sábado 20 y el domingo 21 de marzo");
    arrives("2027-01-05", "5 & 6 January, a double");
    arrives("2026-12-11", "we need the 11th and 12th of December");
    arrives("2026-12-18", "December 18 and 19 please");
    arrives("2027-02-12", "Friday 12 and Saturday 13 February");
    arrives("2026-11-27", "el fin de semana del 28 y 29 de noviembre");
    assertEquals(
        "los niños tienen 9 y 4 de abril a mayo",
        ListedDays.dated("los niños tienen 9 y 4 de abril a mayo"));
  }

  @Test
  void weekdaysAreThoseBeforeWhatGuestsComeFor() {
    arrives("2027-03-12", "la boda es el sábado 13 de marzo y llegamos el viernes");
    arrives("2027-03-11", "mi hija se casa el sábado 13 de marzo, llegaríamos el jueves");
    arrives("2027-01-29", "hay un congreso el sábado 30 de enero, llego el viernes");
    arrives("2027-02-19", "the concert is on Saturday 20 February, we'd arrive on the Friday");
  }

  @Test
  void whoIsSpokenOfTwiceComesOnce() {
    adults(2, "vamos mi marido y yo, una habitación tranquila, que mi marido duerme mal");
    adults(2, "mi mujer y yo, que mi mujer cumple años");
    adults(2, "me and my husband, my husband snores");
    adults(2, "mi hermana vive en Logroño; vamos mi marido y yo");
    adults(2, "my sister is getting married in Haro, it's my husband and me");
    adults(2, "hola, ¿tenéis algo libre? somos pareja");
    adults(2, "vamos en pareja el día 5");
  }

  @Test
  void aDayThatIsDeniedIsNotMeant() {
    arrives("2026-11-21", "oh no wait, not Friday, Saturday");
    arrives("2026-11-28", "el viernes no, el sábado 28");
    arrives("2026-12-04", "not the 3rd, the 4th of December");
  }

  @Test
  void aMonthAloneCorrectsTheMonth() {
    StayPlan plan = StayPlan.NONE.on(LocalDate.of(2027, 1, 10), LocalDate.of(2027, 1, 12));
    for (String said :
        List.of(
            "perdona, de febrero",
            "no, en febrero",
            "febrero quería decir",
            "sorry, I meant February",
            "ay, era febrero",
            "February, not this one",
            "mejor en febrero")) {
      assertEquals(LocalDate.of(2027, 2, 10), corrected(plan, said).arrival(), said);
      assertEquals(LocalDate.of(2027, 2, 12), corrected(plan, said).departure(), said);
    }
    assertEquals(plan, corrected(plan, "en enero o en febrero"));
    assertEquals(plan, corrected(plan, "sí, vale"));
    assertEquals(plan, corrected(plan, "Julio Armas"), "a name");
    assertEquals(plan, corrected(plan, "con April Jones, mi mujer"), "a name");
    assertEquals(plan, corrected(plan, "sorry, may I pay by card?"));
    assertEquals(plan, corrected(plan, "we may come late"));
  }

  @Test
  void aChildInACotNeedsNoBed() {
    StayPlan plan = StayPlan.NONE.forAdults(2).forChildren(1);
    for (String said :
        List.of(
            "duerme en cuna todavía",
            "dormirá en la cuna",
            "el niño duerme en cuna",
            "he sleeps in a cot")) {
      assertEquals(0, corrected(plan, said).children(), said);
    }
    assertEquals(1, corrected(plan, "no duerme bien").children());
  }

  @Test
  void whoBooksAllTheSameGivesNothingUp() {
    for (String said :
        List.of(
            "ok never mind, book the rooms",
            "da igual, resérvala",
            "déjalo, sigue con la reserva",
            "bueno, no importa, adelante",
            "forget it, go ahead",
            "pues nada, resérvamela",
            "leave it, just book it")) {
      assertTrue(StayDrop.goesOn(said), said);
    }
    assertFalse(StayDrop.goesOn("déjalo, no la reserves"));
    assertFalse(StayDrop.goesOn("forget it, bye"));
  }

  @Test
  void theSameAgainIsAsTheLast() {
    StayPlan last =
        StayPlan.NONE
            .on(LocalDate.of(2027, 1, 22), LocalDate.of(2027, 1, 24))
            .forAdults(2)
            .in("doble")
            .withName("Ana Gil");
    StayPlan later = same(last, "resérvame lo mismo pero una semana después");
    assertEquals(LocalDate.of(2027, 1, 29), later.arrival());
    assertEquals(LocalDate.of(2027, 1, 31), later.departure());
    assertEquals("doble", later.room());
    assertEquals(LocalDate.of(2027, 2, 7), same(last, "the same from 5 February").departure());
    assertNull(same(last, "una habitación para otro día").room());
  }

  @Test
  void thePartOfANameThatIsDeniedIsReplaced() {
    assertEquals(
        "Carmen Olivera",
        Naming.mended("Carmen Olivares", "Olivera", "perdón, Olivares no, Olivera"));
    assertEquals("Ann March", Naming.mended("Ann Marsh", "March", "not Marsh, March"));
  }

  @Test
  void aTelephoneNumberWantsNoRooms() {
    assertTrue(
        RoomsWanted.in(
                "a double please, my number is oh seven seven double oh nine hundred",
                Tongue.ENGLISH,
                Houses.hotel().lodging())
            .isEmpty());
  }

  private static StayPlan same(StayPlan last, String said) {
    return SameStay.of(last, said, StayPlan.NONE, heard(said));
  }

  private static StayPlan corrected(StayPlan plan, String said) {
    return Corrected.of(plan, plan, heard(said).stay(), said, TODAY);
  }

  private static void arrives(String day, String said) {
    assertEquals(LocalDate.parse(day), heard(said).stay().arrival(), said);
  }

  private static void adults(int count, String said) {
    assertEquals(count, heard(said).stay().adults(), said);
  }

  private static Understanding heard(String said) {
    return Ear.hear(
        said,
        new Ear.Situation(
            Houses.NOON.toLocalDateTime(),
            Asked.NOTHING,
            null,
            Tongue.SPANISH,
            Wish.NONE,
            Houses.hotel()));
  }
}
