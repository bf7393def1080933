package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.knowledge.Kind;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How long, which room and when, in ways that are easily taken for something else. */
class StayDetailsTest {

  @Test
  void nightsThatWereToldAreKeptWhenTheArrivalIsAnother() {
    for (String first :
        List.of(
            "una doble el 14 de enero, dos noches",
            "dos noches desde el 14 de enero en una doble",
            "a double on 14 January for two nights",
            "una doble un par de noches a partir del 14 de enero")) {
      StayPlan plan = StayPlan.NONE.after(heard(first, Asked.NOTHING), Asked.NOTHING);
      plan = plan.after(heard("llegamos el 15 de enero", Asked.CONFIRM), Asked.CONFIRM);
      assertEquals(LocalDate.of(2027, 1, 15), plan.arrival(), first);
      assertEquals(LocalDate.of(2027, 1, 17), plan.departure(), first);
    }
    StayPlan days = plan("una doble del 14 al 17 de enero");
    assertEquals(
        LocalDate.of(2027, 1, 17),
        days.after(heard("llegamos el 15 de enero", Asked.CONFIRM), Asked.CONFIRM).departure());
    StayPlan longer = plan("una doble el 14 de enero, dos noches");
    assertEquals(
        LocalDate.of(2027, 1, 18),
        longer.after(heard("hasta el 18 de enero", Asked.CONFIRM), Asked.CONFIRM).departure());
  }

  @Test
  void aDayFarAwayIsNoDeparture() {
    for (String said :
        List.of(
            "pues el martes 9 de febrero",
            "mejor el 9 de febrero",
            "Tuesday 9 February then",
            "el 9/2/2027",
            "bueno, cógeme el 9 de febrero")) {
      StayPlan plan = plan("una doble el martes").after(heard(said, Asked.NIGHTS), Asked.NIGHTS);
      assertEquals(LocalDate.of(2027, 2, 9), plan.arrival(), said);
      assertNull(plan.departure(), said);
    }
    StayPlan plan =
        plan("una doble el martes").after(heard("el viernes", Asked.NIGHTS), Asked.NIGHTS);
    assertEquals(LocalDate.of(2026, 11, 27), plan.departure());
  }

  @Test
  void aRoomThatIsNotWantedIsNotTaken() {
    for (String said :
        List.of(
            "no me des una doble",
            "pero no me pongas una suite, ¿eh?",
            "que no sea la suite",
            "no necesito una doble, voy solo",
            "no nos hace falta la suite",
            "no busco una suite",
            "don't give me a double",
            "we do not need a suite",
            "no nos den la doble",
            "please don't book a suite")) {
      assertNull(heard(said, Asked.NOTHING).stay().room(), said);
    }
    assertEquals("doble", heard("no me des la suite, dame la doble", Asked.NOTHING).stay().room());
    assertEquals("doble", heard("dame una doble", Asked.NOTHING).stay().room());
  }

  @Test
  void tonightIsOneNight() {
    for (String said :
        List.of(
            "¿tenéis algo libre esta noche para dos?",
            "anything free tonight?",
            "what's the cheapest you have tonight for 2",
            "necesito habitación hoy mismo",
            "busco una individual para hoy",
            "do you have a room tonight",
            "¿cuánto cuesta una doble esta noche?",
            "quiero dormir ahí esta noche")) {
      assertEquals(LocalDate.of(2026, 11, 21), heard(said, Asked.NOTHING).stay().departure(), said);
    }
    for (String said :
        List.of(
            "llegamos esta noche",
            "una doble desde esta noche",
            "a room, arriving tonight",
            "una doble para mañana",
            "mi reserva de esta noche")) {
      assertNull(heard(said, Asked.NOTHING).stay().departure(), said);
    }
    assertEquals(
        LocalDate.of(2026, 11, 22),
        heard("una doble esta noche y mañana, dos noches", Asked.NOTHING).stay().departure());
  }

  @Test
  void thatNightAndTheNextAreTwo() {
    for (String said :
        List.of(
            "una doble el 4 de diciembre, esa noche y la siguiente",
            "para la noche del 4 de diciembre y la siguiente",
            "a double on 4 December, that night and the next",
            "the night of 4 December and the following one",
            "we land on 4 December, need a room for that night and the next")) {
      assertEquals(LocalDate.of(2026, 12, 6), heard(said, Asked.NOTHING).stay().departure(), said);
    }
  }

  @Test
  void aPriceOnAnyDayIsOfOneNight() {
    for (String said :
        List.of(
            "¿cuánto cuesta una doble un viernes?",
            "how much is a suite on a Friday?",
            "¿qué vale la individual un viernes cualquiera?",
            "precio de la doble un viernes")) {
      Stay stay = heard(said, Asked.NOTHING).stay();
      assertEquals(LocalDate.of(2026, 11, 27), stay.arrival(), said);
      assertEquals(LocalDate.of(2026, 11, 28), stay.departure(), said);
    }
  }

  @Test
  void aMonthToldBeforeTheDaysIsMeant() {
    for (String said :
        List.of(
            "para enero, del 8 al 10, dos personas",
            "sería para enero: del 8 al 10",
            "en enero, del 8 al 10",
            "for January, from the 8th to the 10th",
            "we're looking for January please, from the 8th to the 10th")) {
      assertEquals(LocalDate.of(2027, 1, 8), heard(said, Asked.NOTHING).stay().arrival(), said);
      assertEquals(LocalDate.of(2027, 1, 10), heard(said, Asked.NOTHING).stay().departure(), said);
    }
  }

  @Test
  void whichRoomIsPreferredMayBeToldAtAnyMoment() {
    for (String said :
        List.of(
            "la más barata",
            "la más económica que tengan",
            "the cheapest one please",
            "cheapest",
            "nos vale la más sencilla",
            "la que haya",
            "me da igual cuál",
            "any of them")) {
      Player player =
          new Player(
                  new BuiltInModel(),
                  Houses.hotel(),
                  Houses.NOON,
                  new FakeHouse(Houses.hotel(), Houses.NOON),
                  "")
              .byWebChat();
      boolean spanish = !said.matches(".*(?:cheapest|any of).*");
      player.say(
          spanish
              ? "¿tenéis algo para el 4 de diciembre? somos dos"
              : "do you have anything for 4 December? there are two of us");
      player.say(said);
      String last = player.say(spanish ? "dos noches" : "two nights");
      assertFalse(last.contains("suite"), said + ": " + last);
    }
  }

  @Test
  void aYearFarAheadIsKnown() {
    LocalDate today = LocalDate.of(2026, 11, 20);
    Duration horizon = Duration.ofDays(365);
    assertTrue(FarYear.in("¿se puede reservar ya para San Mateo de 2028?", today, horizon));
    assertTrue(FarYear.in("can I book for summer 2029?", today, horizon));
    assertFalse(FarYear.in("en septiembre de 2027", today, horizon));
    assertFalse(FarYear.in("mi número es 941 2028 33", today, horizon));
    assertFalse(FarYear.in("el 20 de enero", today, horizon));
    assertFalse(FarYear.in("¿son 2050 €?", today, horizon));
  }

  @Test
  void whoComesInTheSmallHoursAsksForTheReception() {
    for (String said :
        List.of(
            "what if we turn up at 3 in the morning?",
            "is it ok if we arrive at two in the morning",
            "can we show up at 4 in the morning?",
            "we land at 1 in the morning, can we get in?")) {
      assertTrue(Kind.meant(said).contains(Kind.RECEPTION), said);
    }
  }

  @Test
  void aSurnameIsAName() {
    assertEquals("Castellanos", heard("HTL482, surname Castellanos", Asked.NOTHING).name());
    assertEquals("Marlowe", heard("my last name is Marlowe", Asked.NAME).name());
    assertNotEquals("Name", heard("surname?", Asked.NAME).name());
  }

  @Test
  void aRoomWithACotIsNoCotForAStayThatStands() {
    FakeHouse house = new FakeHouse(Houses.hotel(), Houses.NOON);
    Player player = new Player(new BuiltInModel(), Houses.hotel(), Houses.NOON, house, "");
    String reply = player.say("¿tenéis del 27 al 29? una doble con cuna, el bebé tiene 8 meses");
    assertTrue(reply.contains("¿Cuántas personas"), reply);
  }

  private static StayPlan plan(String said) {
    return StayPlan.NONE.after(heard(said, Asked.NOTHING), Asked.NOTHING);
  }

  private static Understanding heard(String said, Asked asked) {
    return Ear.hear(
        said,
        new Ear.Situation(
            Houses.NOON.toLocalDateTime(), asked, null, Tongue.SPANISH, Wish.NONE, Houses.hotel()));
  }
}
