package io.conserje.conversation.guard;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.conversation.Message;
import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.ModelRequest;
import io.conserje.conversation.Step;
import io.conserje.conversation.ToolResult;
import io.conserje.guest.Guest;
import io.conserje.venue.Channel;
import io.conserje.venue.DiningRoom;
import io.conserje.venue.HouseRules;
import io.conserje.venue.Lodging;
import io.conserje.venue.OpeningHours;
import io.conserje.venue.Service;
import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GuardTest {

  private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

  private static final Venue HOUSE =
      new Venue(
          new VenueId("casa"),
          "Casa",
          "restaurant",
          MADRID,
          Locale.of("es"),
          "+34600000999",
          "Plaza Mayor 1",
          OpeningHours.weekly(
              List.of(
                  new Service(
                      DayOfWeek.FRIDAY, "dinner", LocalTime.of(20, 0), LocalTime.of(23, 0), null))),
          HouseRules.of(10, Duration.ofMinutes(90), Duration.ZERO, Duration.ofDays(90)),
          DiningRoom.NONE,
          Lodging.NONE);

  private final List<Message> history = new ArrayList<>();
  private final List<Map<String, Object>> results = new ArrayList<>();

  private List<String> objections(String text) {
    List<ToolResult> given =
        results.stream().map(content -> new ToolResult("1", "tool", content, null)).toList();
    Step step = new Step(1, 1, ModelAnswer.use(List.of(), Map.of(), "es"), given);
    ModelRequest request =
        new ModelRequest(
            HOUSE,
            ZonedDateTime.of(2026, 11, 20, 12, 0, 0, 0, MADRID),
            Channel.WEBCHAT,
            new Guest("Ana", "web:1"),
            history,
            List.of(said(Message.From.GUEST, "mesa para 4 el sábado a las diez menos cuarto")),
            Map.of(),
            List.of(step),
            List.of(),
            "es");
    return Guard.objections(request, text);
  }

  private static Message said(Message.From from, String text) {
    return new Message(1, from, text, Instant.EPOCH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Su referencia es KM4729.",
        "Referencia: K M 4 7 2 9, KM-4729",
        "Your booking reference is ABC-12345.",
        "El localizador es RES2026X."
      })
  void codeThatNoToolGaveIsAnObjection(String text) {
    assertEquals(List.of("a code"), objections(text));
  }

  @Test
  void codeOfAToolIsNone() {
    results.add(Map.of("status", "found", "reservations", List.of(Map.of("reference", "KM4729"))));

    assertEquals(List.of(), objections("Su referencia es KM4729, o sea KM 4729."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tengo mesa a las 21:15.",
        "¿Le va bien a las siete y cuarto?",
        "We have 7.15 pm.",
        "Cerramos a las 2.",
        "Abrimos a las 9h."
      })
  void timeThatNobodySaidIsAnObjection(String text) {
    assertEquals(List.of("a time"), objections(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "A las 21:45, ¿verdad?",
        "Las cenas empiezan a las 20:00 y la última mesa es a las once.",
        "Somos 4 a las 9:45 pm",
        "Estamos en la Plaza Mayor 1; teléfono +34 600 00 09 99.",
        "Son 4 personas, mesa 12, menú de 3 platos."
      })
  void whatGuestOrHouseSaidIsNone(String text) {
    assertEquals(List.of(), objections(text));
  }

  @Test
  void timeOfAResultIsNone() {
    results.add(
        Map.of(
            "status",
            "refused",
            "alternatives",
            List.of(Map.of("date", "2026-11-21", "time", "22:15"))));

    assertEquals(List.of(), objections("Tengo a las 22:15, a las diez y cuarto."));
    assertEquals(List.of("a time"), objections("Tengo a las 22:30."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"Son 45 euros.", "Son 45,00 €", "It is €45.", "Unos 45 € por persona"})
  void amountThatNoToolGaveIsAnObjection(String text) {
    assertEquals(List.of("an amount"), objections(text));
    results.add(Map.of("status", "found", "text", "El menú cuesta 45 euros."));
    assertEquals(List.of(), objections(text));
  }

  @Test
  void thousandsAndCentsAreRead() {
    results.add(Map.of("total", Map.of("amount", 123450, "text", "1.234,50 €")));

    assertEquals(List.of(), objections("En total 1234,50 euros."));
    assertEquals(List.of("an amount"), objections("En total 1.234 euros."));
  }

  @Test
  void numberOfSomebodyElseIsAnObjection() {
    assertEquals(List.of("a telephone number"), objections("Su móvil es el 611 22 33 44."));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"el domingo 21 de noviembre", "Sunday 21 November", "Sunday, November 21st"})
  void weekdayThatIsNeverThatDateIsAnObjection(String text) {
    // 21 November is a Saturday in 2026, a Friday in 2025, a Sunday in 2027 and a Tuesday in 2028
    assertEquals(
        List.of("a weekday of another date"),
        objections(text.replace("domingo", "lunes").replace("Sunday", "Monday")));
    assertEquals(
        List.of(), objections(text.replace("domingo", "sábado").replace("Sunday", "Saturday")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Perfecto, su mesa queda reservada.",
        "¡Reserva confirmada! Les esperamos.",
        "He cancelado su reserva.",
        "Your table is booked.",
        "All done, you're all booked for Saturday.",
        "I've moved it."
      })
  void deedThatNoToolDidIsAnObjection(String text) {
    assertEquals(List.of("a deed"), objections(text));
    results.add(Map.of("status", "refused"));
    assertEquals(List.of("a deed"), objections(text));
    results.add(Map.of("status", "booked"));
    assertEquals(List.of(), objections(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "¿La dejo confirmada?",
        "Shall I get it booked?",
        "Para dejarla confirmada necesito su nombre.",
        "Todavía no está reservada.",
        "Si le parece bien, queda reservada en cuanto me diga su nombre.",
        "The table is not booked yet.",
        "Esa hora está completa."
      })
  void questionConditionAndDenialAreNone(String text) {
    assertEquals(List.of(), objections(text));
  }

  @Test
  void deedOfAnEarlierTurnMayBeRepeated() {
    history.add(said(Message.From.ASSISTANT, "Su mesa queda reservada."));

    assertEquals(List.of(), objections("Sí, está reservada."));
  }

  @Test
  void deedTheGuestClaimsIsNone() {
    history.add(said(Message.From.GUEST, "mi mesa queda reservada, ¿verdad?"));

    assertEquals(List.of("a deed"), objections("Sí, está reservada."));
  }
}
