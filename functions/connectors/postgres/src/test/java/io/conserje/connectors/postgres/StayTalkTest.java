package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.call.SpokenResult;
import io.conserje.conversation.LanguageModel;
import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.ModelRequest;
import io.conserje.conversation.Receptionist;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.TurnRules;
import io.conserje.inbound.InboundLedger.Entry;
import io.conserje.inbound.InboundMessage;
import io.conserje.reservation.tools.ReservationTools;
import io.conserje.stay.tools.StayTools;
import io.conserje.venue.Channel;
import io.conserje.venue.VenueId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A model that talks about rooms: what its tools tell it, and what the guest hears of them. */
class StayTalkTest {

  private static final Map<String, Object> NIGHTS =
      Map.of("arrival", "2026-12-01", "departure", "2026-12-03", "adults", 2);

  private Database database;
  private Hotel hotel;
  private final List<ToolResult> told = new ArrayList<>();
  private final List<String> offered = new ArrayList<>();
  private String guest = "+34600000101";
  private int events;

  @BeforeEach
  void open() {
    database = Database.with(1);
    hotel = new Hotel(database, "hotel", Hotel.small());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aGuestIsQuotedBooksChangesAndCancels() {
    say(call("quote_stay", NIGHTS));
    assertEquals("free", last().get("status"));
    assertEquals(List.of("doble", "suite"), each(last(), "offers", "room_type"));
    assertEquals(
        Map.of("amount", 20_440L, "currency", "EUR", "text", "204,40 €"),
        each(last(), "offers", "total").getFirst());

    say(call("create_stay", and(NIGHTS, Map.of("name", "Lucía", "room_type", "doble room"))));
    assertEquals("booked", last().get("status"));
    String reference = last().get("reference").toString();
    assertEquals(
        "Reserva confirmada en Hotel: habitación doble, del martes 1 de diciembre al jueves 3 de"
            + " diciembre, 2 noches, 2 adultos, a nombre de Lucía. Total: 204,40 €. Señal: 61,32 €. Su"
            + " referencia es "
            + reference
            + ".",
        last().get("say"));

    say(call("change_stay", Map.of("reference", reference, "departure", "2026-12-04")));
    assertEquals("changed", last().get("status"));
    say(call("late_check_out", Map.of("reference", reference)));
    assertEquals(
        Map.of("amount", 5_000L, "currency", "EUR", "text", "50,00 €"),
        last().get("late_check_out"));
    say(call("find_stay", Map.of()));
    assertEquals(List.of(reference), each(last(), "stays", "reference"));
    say(call("cancel_stay", Map.of("reference", reference)));
    assertEquals("cancelled", last().get("status"));
    assertTrue(last().get("say").toString().endsWith("queda cancelada sin gastos."));
    say(call("find_stay", Map.of()));
    assertEquals("none", last().get("status"));
  }

  /** As a speaker that is not ours is told it. */
  private String spoken(String language) {
    return SpokenResult.of(told.getLast(), Locale.of(language)).text();
  }

  @Test
  void whatIsFoundIsToldForTheEar() {
    say(call("quote_stay", NIGHTS));
    assertEquals(
        "Está libre: doble, del martes uno de diciembre al jueves tres de diciembre,"
            + " dos noches, total doscientos cuatro euros con cuarenta, incluida la tasa turística de cuatro"
            + " euros con cuarenta, señal de sesenta y un euros con treinta y dos, anular es gratis hasta el"
            + " lunes treinta de noviembre a las tres de la tarde y después cuesta cincuenta euros",
        spoken("es").split("\\. ")[0]);
    assertTrue(spoken("en").startsWith("Free: "), spoken("en"));
    say(call("hold_stay", and(NIGHTS, Map.of("name", "Lucía"))));
    String reference = last().get("reference").toString();
    say(call("find_stay", Map.of()));
    for (String language : List.of("es", "en")) {
      String said = spoken(language);
      assertTrue(said.contains(reference + ": "), said);
      assertFalse(said.replace(reference, "").matches(".*[_0-9\n].*"), said);
    }
    assertTrue(
        spoken("en").contains("kept without a confirmation until Friday twenty November"),
        spoken("en"));
    say(call("create_stay", and(NIGHTS, Map.of("name", "Lucía", "room_type", "suite"))));
    assertTrue(spoken("es").contains(last().get("reference").toString()), spoken("es"));
  }

  @Test
  void aRoomIsHeldAndThenBooked() {
    say(call("hold_stay", and(NIGHTS, Map.of("name", "Lucía"))));
    assertEquals("held", last().get("status"));
    assertEquals("2026-11-20T12:20", last().get("held_until"));

    say(call("confirm_stay", Map.of("reference", last().get("reference"))));
    assertEquals("booked", last().get("status"));
  }

  @Test
  void anotherGuestNeitherSeesNorCancelsIt() {
    say(call("create_stay", and(NIGHTS, Map.of("name", "Lucía"))));
    String reference = last().get("reference").toString();
    guest = "+34600000666";

    say(call("find_stay", Map.of("reference", reference)));
    assertEquals("name_needed", last().get("status"));
    assertTrue(spoken("es").startsWith("Pregunte a nombre de quién"), spoken("es"));
    assertTrue(spoken("en").startsWith("Ask in whose name"), spoken("en"));
    say(call("find_stay", Map.of("reference", reference, "name", "Pedro")));
    assertEquals("none", last().get("status"));
    say(call("cancel_stay", Map.of("reference", reference)));
    assertEquals("not_found", last().get("reason"));
  }

  @Test
  void whoKnowsTheReferenceAndWhoseItIsCancelsFromAnotherNumber() {
    say(call("create_stay", and(NIGHTS, Map.of("name", "Lucía"))));
    String reference = last().get("reference").toString();
    guest = "+34600000666";

    say(call("find_stay", Map.of("reference", reference, "name", "lucia")));
    assertEquals(List.of(reference), each(last(), "stays", "reference"));
    say(call("cancel_stay", Map.of("reference", reference)));
    assertEquals("cancelled", last().get("status"));
  }

  @Test
  void nonsenseIsAnsweredAndNothingIsWritten() {
    List<Map<String, Object>> nonsense =
        List.of(
            Map.of("arrival", "2026-13-01"),
            Map.of("departure", "ayer"),
            Map.of("adults", 0),
            Map.of("adults", 500),
            Map.of("adults", "dos"),
            Map.of("departure", "2026-12-01"),
            Map.of("name", "x".repeat(10_000)),
            Map.of("name", ""),
            Map.of("room_type", "iglú"));
    List<Object> reasons = new ArrayList<>();
    for (Map<String, Object> wrong : nonsense) {
      say(call("create_stay", and(and(NIGHTS, Map.of("name", "Lucía")), wrong)));
      assertEquals("refused", last().get("status"));
      reasons.add(last().get("reason"));
    }

    assertEquals(
        List.of(
            "invalid_arguments",
            "invalid_arguments",
            "no_adults",
            "too_many_guests",
            "invalid_arguments",
            "departure_before_arrival",
            "invalid_arguments",
            "name_missing",
            "unknown_type"),
        reasons);
    assertEquals(0, database.count("stays"));
  }

  @Test
  void severalRoomsAreToldWithWhatTheyComeToTogether() {
    long sum = 0;
    for (Map<String, Object> room :
        List.of(room("doble", 2, 0), room("doble", 1, 1), room("suite", 4, 0))) {
      say(call("quote_stay", and(NIGHTS, room)));
      sum += (long) ((Map<?, ?>) each(last(), "offers", "total").getFirst()).get("amount");
    }

    say(call("quote_stay", and(NIGHTS, besides("doble", "doble:1:1; suite : 4:0"))));
    assertEquals(sum, ((Map<?, ?>) last().get("altogether")).get("amount"));
    assertTrue(spoken("es").contains("Todas las habitaciones juntas cuestan"), spoken("es"));
    assertTrue(spoken("en").contains("All the rooms together cost"), spoken("en"));
    assertEquals(0, database.count("stays"));
  }

  @Test
  void roomsThatAreNotAllLeftHaveNoSum() {
    for (List<String> rooms :
        List.of(
            List.of("suite", "suite:2:0"),
            List.of("doble", "doble:2:0; doble:1:0"),
            List.of("doble", "suite:2:0; suite:1:0"))) {
      say(call("quote_stay", and(NIGHTS, besides(rooms.getFirst(), rooms.getLast()))));
      assertEquals("free", last().get("status"));
      assertEquals("full", last().get("not_all"));
      assertFalse(last().containsKey("altogether"));
    }
    assertTrue(spoken("es").contains("No quedan todas"), spoken("es"));

    say(call("quote_stay", and(NIGHTS, besides("doble", "doble:0:1"))));
    assertEquals("no_adults", last().get("not_all"));
    say(call("quote_stay", and(NIGHTS, besides("doble", "iglú:2:0"))));
    assertEquals("unknown_type", last().get("not_all"));
  }

  @Test
  void furtherRoomsThatCannotBeReadAreRefused() {
    for (String besides :
        List.of("doble:2", "doble:2:0:1", "doble", "doble:dos:0", "doble:2:0;".repeat(10))) {
      say(call("quote_stay", and(NIGHTS, besides("doble", besides))));
      assertEquals("invalid_arguments", last().get("reason"), besides);
    }
    say(call("quote_stay", and(NIGHTS, Map.of("besides", "doble:2:0"))));
    assertTrue(last().get("detail").toString().contains("room_type"), last().toString());
  }

  private static Map<String, Object> room(String type, int adults, int children) {
    return Map.of("room_type", type, "adults", adults, "children", children);
  }

  private static Map<String, Object> besides(String type, String rest) {
    return Map.of("room_type", type, "besides", rest);
  }

  @Test
  void roomsAreOfferedOnlyWhereThereAreSome() {
    say(call("find_stay", Map.of()));
    assertTrue(offered.contains("create_stay"), offered.toString());

    answer(say(Database.HOUSE, "hola"), model(_ -> ModelAnswer.say("Hola", Map.of(), "es")));
    assertTrue(!offered.contains("create_stay"), offered.toString());
    assertTrue(offered.contains("create_reservation"), offered.toString());
  }

  private static ToolCall call(String name, Map<String, Object> arguments) {
    return new ToolCall("c1", name, arguments);
  }

  private static Map<String, Object> and(Map<String, Object> one, Map<String, Object> other) {
    Map<String, Object> both = new java.util.HashMap<>(one);
    both.putAll(other);
    return both;
  }

  private Map<String, Object> last() {
    return told.getLast().content();
  }

  @SuppressWarnings("unchecked")
  private static List<Object> each(Map<String, Object> facts, String list, String field) {
    return ((List<Map<String, Object>>) facts.get(list)).stream().map(f -> f.get(field)).toList();
  }

  /** The guest says something, and the model answers it with this call. */
  private void say(ToolCall call) {
    answer(
        say(hotel.id, "…"),
        model(request -> {
          if (request.steps().isEmpty()) {
            return ModelAnswer.use(List.of(call), Map.of(), "es");
          }
          told.addAll(request.steps().getLast().results());
          return ModelAnswer.say("Bien.", Map.of(), "es");
        }));
  }

  private void answer(Entry entry, LanguageModel model) {
    new Receptionist(
            new PostgresSavedTurns(database.sql, database.json),
            new PostgresVenues(database.venueRows, database.json),
            model,
            ReservationTools.over(PostgresTableBookTest.bookOf(database))
                .and(StayTools.over(hotel.book)),
            () -> hotel.now,
            TurnRules::usual)
        .answer(entry.conversation(), entry.position());
  }

  private interface Answers {
    ModelAnswer to(ModelRequest request);
  }

  private LanguageModel model(Answers answers) {
    return new LanguageModel() {
      @Override
      public String name() {
        return "scripted";
      }

      @Override
      public ModelAnswer answer(ModelRequest request) {
        offered.clear();
        request.tools().forEach(tool -> offered.add(tool.name()));
        return answers.to(request);
      }
    };
  }

  private Entry say(VenueId house, String text) {
    InboundMessage message =
        new InboundMessage(
            "twilio",
            "SM" + events++,
            Channel.WHATSAPP,
            "+34600000910",
            guest,
            "",
            text,
            "text",
            List.of(),
            hotel.now,
            "correlation");
    return new PostgresInboundLedger(database.sql, database.json, database.digests)
        .record(message, database.house(house), false, null, hotel.now);
  }
}
