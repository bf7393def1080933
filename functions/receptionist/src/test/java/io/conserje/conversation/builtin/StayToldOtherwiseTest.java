package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Stays told by a weekend, by what guests come for, in a hurry, and put right beside a booking. */
class StayToldOtherwiseTest {

  @Test
  void aWeekendMayBeToldByItsMonthAFeastOrADay() {
    nights("2027-03-12 2027-03-14", "el segundo fin de semana de marzo");
    nights("2027-03-12 2027-03-14", "un finde para dos, el segundo de marzo");
    nights("2027-01-29 2027-01-31", "el último finde de enero");
    nights("2027-02-05 2027-02-07", "the first weekend in February");
    nights("2027-04-16 2027-04-18", "el tercer fin de semana de abril, la suite");
    nights("2027-02-12 2027-02-14", "el fin de semana de San Valentín");
    nights("2027-02-12 2027-02-14", "valentine's, from Friday to Sunday");
    nights(
        "2027-02-12 2027-02-14", "una suite para San Valentín, de viernes a domingo, 2 personas");
    nights(
        "2027-03-12 2027-03-14", "our anniversary is on March 13, that weekend, Friday to Sunday");
    nights("2027-05-21 2027-05-23", "el finde del 22 de mayo, de viernes a domingo");
    nights("2026-11-27 2026-11-29", "de viernes a domingo");
  }

  @Test
  void whoComesForSomethingSleepsAboutIt() {
    nights("2027-05-07 2027-05-09", "boda el 8 de mayo, haríamos noche el viernes y el sábado");
    nights(
        "2027-04-16 2027-04-18",
        "se casa mi nieta el 17 de abril: la víspera y la noche de la boda");
    nights(
        "2027-03-11 null", "tengo un examen el 12 de marzo y quiero dormir ahí la noche de antes");
    nights("2027-02-19 null", "the concert is on 20 February, we'd need the night before");
    nights("2027-06-03 null", "un congreso el 4 de junio, llegaría el día antes");
    nights("2027-05-07 2027-05-09", "wedding on 8 May, we would stay Friday and Saturday night");
    nights("2027-01-29 2027-01-31", "concierto el 30 de enero, dormiríamos el viernes y el sábado");
    nights("2027-04-16 null", "the race is on 17 April, I'd sleep there on Friday");
    nights("2027-04-17 null", "la boda es el 17 de abril y dormiríamos ahí el sábado");
    nights("2027-04-17 null", "llegamos el 17 de abril para la boda");
  }

  @Test
  void heWhoGoesOnADayLeavesOnIt() {
    nights("2027-01-11 2027-01-14", "entra el lunes 11 de enero y sale el jueves 14");
    nights("2027-03-03 2027-03-05", "llega el 3 de marzo y se va el 5");
    nights("2027-03-03 2027-03-05", "entran el 3 de marzo y salen el 5");
    nights("2026-11-24 2026-11-26", "mi jefe viene el martes y se va el jueves");
    nights("2027-03-03 null", "¿cuánto sale el 3 de marzo?");
  }

  @Test
  void hurriedSpellingIsUnderstood() {
    nights("2026-11-21 2026-11-22", "can i get a dubble rom for tomorow nite");
    assertEquals("doble", heard("hi a dubble rom for 2 ppl").stay().room());
    assertEquals("individual", heard("una singl no, a singel room").stay().room());
    assertEquals("Jony Cortes", heard("m yamo Jony Cortes").name());
    assertEquals("cheapest", Price.preferred(Homophones.mended("la mas varata q tngais")));
    assertTrue(Homophones.mended("viajo con mi gatica").contains("gatita"));
    assertEquals("kevin@q.es", Homophones.mended("kevin@q.es"));
  }

  @Test
  void peopleAreCountedHoweverTheyAreCalled() {
    adults(3, "my husband and I and our grown-up daughter");
    adults(3, "mi marido, yo y mi hija mayor de edad");
    adults(2, "my elderly mother and I");
    adults(2, "my best friend and me");
    adults(3, "my husband, me and our adult son");
    adults(2, "para una suite, dos personas");
    adults(2, "for a suite, two people");
    assertNull(heard("¿cuánto es la fianza para una suite?").stay().adults());
    assertEquals(
        List.of("doble", "doble"),
        RoomsWanted.in(
            "somos dos matrimonios y querríamos dos dobles",
            Tongue.SPANISH,
            Houses.hotel().lodging()));
  }

  @Test
  void nightsThatAreOverAreNotWishedFor() {
    nights("null null", "we stayed with you last weekend, two nights, and the heating was off");
    nights("null null", "estuvimos ahí el fin de semana pasado, dos noches");
    nights("null null", "dormí ahí la semana pasada, tres noches, y la ducha no iba");
    nights("null null", "last month we spent three nights with you");
    assertNotEquals(
        null, heard("we stayed last year and want a room again for two nights").stay().nights());
  }

  @Test
  void whatIsTakenBackIsNotMeant() {
    StayPlan plan = StayPlan.NONE.on(LocalDate.of(2026, 12, 14), LocalDate.of(2026, 12, 16));
    for (String said :
        List.of(
            "Sorry, did I say December? I meant January, same days",
            "¿he dicho diciembre? quería decir enero",
            "perdón, ¿dije diciembre? era enero")) {
      StayPlan mended =
          Corrected.of(plan, plan, heard(said).stay(), said, Houses.NOON.toLocalDate());
      assertEquals(LocalDate.of(2027, 1, 14), mended.arrival(), said);
    }
    assertEquals(2, heard("en vez de tres noches, dos").stay().nights());
    assertEquals(2, heard("dos noches en vez de tres").stay().nights());
    assertEquals(2, heard("instead of three nights, just two").stay().nights());
    assertEquals("Steven Marsh", Naming.mended("Stephen Marsh", "Steven", "it's Steven with a v"));
    assertEquals("Ken Alderson", heard("the name's Alderson, Ken Alderson").name());
  }

  private static void nights(String days, String said) {
    Stay stay = heard(said).stay();
    assertEquals(days, stay.arrival() + " " + stay.departure(), said);
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
