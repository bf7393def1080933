package io.conserje.call;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.conversation.ToolResult;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpokenResultTest {

  private static final Locale SPANISH = Locale.of("es");
  private static final Locale ENGLISH = Locale.ENGLISH;

  @Test
  void theEnginesOwnWordsAreSaidInOneLineWithTheReferenceAsItIsWritten() {
    SpokenResult said =
        spoken(
            Map.of("status", "booked", "say", "a\nb"),
            "Mesa a las 21:00,\nreserva KX4821.",
            SPANISH);

    assertEquals("Mesa a las nueve de la noche, reserva KX4821.", said.text());
    assertFalse(said.failed());
  }

  @Test
  void aTimeBeforeAColonIsSaidToo() {
    assertEquals(
        "Hasta las doce y veinte del mediodía: habitación doble.",
        spoken(Map.of("status", "held"), "Hasta las 12:20: habitación doble.", SPANISH).text());
  }

  @Test
  void aRefusalSaysWhatIsPossibleInstead() {
    Map<String, Object> refused =
        Map.of(
            "status", "refused",
            "reason", "full",
            "say", "No queda mesa.",
            "alternatives", List.of(Map.of("date", "2026-11-21", "time", "20:30")));

    assertEquals(
        "No queda mesa. Sí es posible el sábado veintiuno de noviembre a las ocho y media de la tarde.",
        spoken(refused, null, SPANISH).text().replace("de la noche", "de la tarde"));
  }

  @Test
  void argumentsThatMakeNoSenseAreAnError() {
    SpokenResult said =
        spoken(Map.of("status", "refused", "reason", "invalid_arguments"), null, ENGLISH);

    assertTrue(said.failed());
    assertTrue(said.text().startsWith("The details came incomplete"));
  }

  @Test
  void factsWithoutASentenceAreNamed() {
    Map<String, Object> found =
        Map.of(
            "status",
            "found",
            "reservations",
            List.of(
                Map.of("reference", "KX4821", "total", Map.of("text", "€90", "currency", "EUR"))));

    String said = spoken(found, null, ENGLISH).text();
    assertTrue(said.contains("reference: KX4821"), said);
    assertTrue(said.contains("ninety euros"), said);
  }

  private static final Map<String, Object> TABLE =
      Map.of(
          "status", "pending",
          "date", "2026-11-21",
          "time", "21:30",
          "party_size", 2,
          "reference", "KX4821",
          "name", "Lucía",
          "zone", "terraza");

  @Test
  void tablesThatWereFoundAreSentencesWithTheReferenceAsItIsWritten() {
    Map<String, Object> found =
        Map.of(
            "status",
            "found",
            "reservations",
            List.of(TABLE),
            "usual",
            Map.of("party_size", 4, "time", "13:00", "name", "Lucía", "zone", "terraza"));

    assertEquals(
        "Reserva KX4821: mesa para dos personas el sábado veintiuno de noviembre a las nueve y media de"
            + " la noche, a nombre de Lucía, zona terraza, pendiente de confirmar. La última vez vino a"
            + " la una del mediodía con mesa para cuatro personas, a nombre de Lucía, zona terraza.",
        spoken(found, null, SPANISH).text());
    assertEquals(
        "Booking KX4821: a table for two on Saturday twenty-one November at nine thirty in the evening,"
            + " under the name Lucía, area terraza, still to be confirmed. The last visit was at one in"
            + " the afternoon with a table for four, under the name Lucía, area terraza.",
        spoken(found, null, ENGLISH).text());
  }

  @Test
  void theHoursOfADayAndOfTheWeek() {
    Map<String, Object> dinner =
        Map.of(
            "service", "dinner",
            "first_booking", "20:00",
            "last_booking", "23:00",
            "closes", "01:00");
    Map<String, Object> day =
        house("hours", Map.of("date", "2026-11-21", "closed", false, "services", List.of(dinner)));
    Map<String, Object> week =
        house(
            "hours",
            Map.of(
                "week",
                List.of(
                    Map.of("day", "monday", "closed", true, "services", List.of()),
                    Map.of("day", "tuesday", "closed", false, "services", List.of(dinner)),
                    Map.of("day", "wednesday", "closed", false, "services", List.of(dinner)))));

    assertEquals(
        "Sábado veintiuno de noviembre, se puede reservar cena desde las ocho de la noche hasta las"
            + " once de la noche, con cierre a la una de la madrugada.",
        spoken(day, null, SPANISH).text());
    assertEquals(
        "Monday, closed. Tuesday to Wednesday, you can book dinner from eight in the evening to eleven"
            + " at night, closing at one in the morning.",
        spoken(week, null, ENGLISH).text());
  }

  @Test
  void whatTheHouseHasWrittenAndWhereItIs() {
    Map<String, Object> facts =
        Map.of(
            "status", "found",
            "topics", List.of(Map.of("topic", "parking", "language", "es", "text", "Hay parking")),
            "address", "Plaza 1",
            "phone", "+34600000999",
            "house_phone", "+34600000999");

    assertEquals(
        "Hay parking. La dirección es Plaza uno. El teléfono es el seis cero cero, cero cero cero, nueve"
            + " nueve nueve.",
        spoken(facts, null, SPANISH).text());
    assertEquals(
        "La casa no lo ha dejado dicho; lo sabe una persona, en el seis cero cero, cero cero cero, nueve"
            + " nueve nueve.",
        spoken(house("hours", Map.of("week", List.of())), null, SPANISH).text());
  }

  @Test
  void everyRuleOfAHouseIsASentence() {
    Map<String, Object> rules =
        Map.ofEntries(
            Map.entry("largest_party", 8),
            Map.entry("free_cancellation_hours", 24L),
            Map.entry("late_after_minutes", 15L),
            Map.entry("check_in_from", "15:00"),
            Map.entry("check_out_until", "12:00"),
            Map.entry("late_cancellation_per_cent_of_first_night", 50),
            Map.entry("no_show_per_cent_of_first_night", 100),
            Map.entry("deposit_per_cent", 30),
            Map.entry("deposit_first_night", true),
            Map.entry("late_check_out_until", "16:00"),
            Map.entry("early_check_in_from", "11:00"));
    for (Locale language : List.of(SPANISH, ENGLISH)) {
      String said = spoken(house("policies", rules), null, language).text();
      assertEquals(rules.size(), said.split("\\.", -1).length - 1, said);
      assertFalse(said.matches(".*[_:0-9].*"), said);
    }
  }

  @Test
  void theRoomsOfAHouseComeWithTheCodesABookingNamesThemBy() {
    Map<String, Object> room =
        Map.of(
            "room_type",
            "doble_2",
            "called",
            "habitación doble",
            "adults",
            2,
            "children",
            1,
            "from",
            Map.of("amount", 9_000L, "currency", "EUR", "text", "90,00 €"));

    assertEquals(
        "Las habitaciones son: habitación doble (doble_2), para dos adultos y un niño, desde noventa"
            + " euros la noche.",
        spoken(house("rooms", List.of(room)), null, SPANISH).text());
    assertEquals(
        "The house has no rooms.", spoken(house("rooms", List.of()), null, ENGLISH).text());
  }

  @Test
  void whatIsNotKnownIsSaidBesideWhatIs() {
    Map<String, Object> found =
        Map.of(
            "status", "found",
            "topics", List.of(Map.of("text", "Hay aparcamiento.")),
            "not_known", List.of("¿y hay guardería?"));

    assertEquals(
        "Hay aparcamiento. No consta nada de esto: ¿y hay guardería?",
        spoken(found, null, SPANISH).text());
    assertEquals(
        "Hay aparcamiento. Nothing is written down about this: ¿y hay guardería?",
        spoken(found, null, ENGLISH).text());
  }

  @Test
  void aLongAnswerEndsWithASentenceAndInAWholeCharacter() {
    String text = "Una frase bastante larga de la casa. ".repeat(60);

    String said = spoken(topic(text), null, SPANISH).text();
    assertTrue(said.length() <= 1_501 && said.endsWith("casa.…"), said);
    String faces = spoken(topic("😊".repeat(2_000)), null, SPANISH).text();
    assertFalse(Character.isHighSurrogate(faces.charAt(faces.length() - 2)));
  }

  private static Map<String, Object> topic(String text) {
    return Map.of("status", "found", "topics", List.of(Map.of("text", text)));
  }

  private static Map<String, Object> house(String subject, Object facts) {
    return Map.of(
        "status", "found", "topics", List.of(), subject, facts, "house_phone", "+34600000999");
  }

  private static SpokenResult spoken(Map<String, Object> content, String mustHear, Locale in) {
    return SpokenResult.of(new ToolResult("1", "tool", content, mustHear), in);
  }
}
