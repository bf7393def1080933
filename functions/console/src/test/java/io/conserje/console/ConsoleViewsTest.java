package io.conserje.console;

import static io.conserje.console.Rows.each;
import static io.conserje.console.Rows.list;
import static io.conserje.console.Rows.map;
import static io.conserje.console.Rows.names;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the API shows of houses, book, conversations and ledger. */
class ConsoleViewsTest {

  private static final String CONVERSATION = "00000000-0000-0000-0000-00000000c001";

  private static House house;

  @BeforeAll
  static void start() {
    house = new House().seeded();
  }

  @AfterAll
  static void stop() {
    house.close();
  }

  @Test
  void venuesAreShownWithTheirRules() {
    Map<String, Object> venues = answer("/api/venues", "");

    assertEquals(List.of("hotel", "restaurante"), each(venues, "venues", "id"));
    Map<String, Object> venue = list(venues, "venues").get(1);
    assertEquals("Europe/Madrid", venue.get("timeZone"));
    assertEquals(
        List.of(Map.of("channel", "whatsapp", "address", "+34600000900")), venue.get("channels"));
    assertEquals(
        Map.of("weekday", 6, "name", "dinner", "firstBooking", "20:00", "lastBooking", "00:30"),
        list(venue, "services").get(1));
    assertEquals(List.of("T1", "T2"), each(venue, "tables", "name"));
    assertEquals(
        Map.of(
            "largestParty", 8,
            "noticeMinutes", 30,
            "horizonDays", 60,
            "stays", List.of(Map.of("upTo", 2, "minutes", 90), Map.of("upTo", 8, "minutes", 120))),
        venue.get("rules"));
    assertEquals(List.of(), list(venues, "venues").get(0).get("services"));
  }

  @Test
  void dayOfTheBookIsTheVenuesOwn() {
    Map<String, Object> book = answer("/api/reservations", "venue=restaurante&date=2026-11-21");

    Map<String, Object> late = new HashMap<>();
    late.put("reference", "AA1111");
    late.put("venue", "restaurante");
    late.put("status", "confirmed");
    late.put("date", "2026-11-21");
    late.put("time", "00:30");
    late.put("startsAt", "2026-11-20T23:30:00Z");
    late.put("endsAt", "2026-11-21T01:00:00Z");
    late.put("partySize", 2);
    late.put("tables", List.of("T1", "T2"));
    late.put("guest", Map.of("name", "Lucía", "phone", "+34600000101"));
    late.put("notes", "sin gluten");
    late.put("channel", "whatsapp");
    late.put("conversation", CONVERSATION);
    late.put("zone", "");
    late.put("highChairs", 0);
    late.put("pets", false);
    late.put("wheelchair", false);
    late.put("allergies", "");
    late.put("occasion", "");
    late.put("language", "");
    late.put("expiresAt", null);
    late.put("tell", null);
    assertEquals(late, list(book, "reservations").get(0));

    Map<String, Object> cancelled = list(book, "reservations").get(1);
    assertEquals("BB2222", cancelled.get("reference"));
    assertEquals(List.of(), cancelled.get("tables"));
    assertTrue(cancelled.containsKey("conversation"));
    assertEquals(null, cancelled.get("conversation"));
    assertEquals(2, list(book, "reservations").size());
  }

  @Test
  void emptyDayIsAnEmptyBook() {
    assertEquals(
        Map.of("reservations", List.of()),
        answer("/api/reservations", "venue=restaurante&date=2026-11-19"));
  }

  @Test
  void conversationsOfAHouseAreListedNewestFirstPageByPage() {
    Map<String, Object> first = answer("/api/conversations", "venue=restaurante&limit=2");

    assertEquals(List.of(CONVERSATION, conversation(3)), each(first, "conversations", "id"));

    Map<String, Object> second =
        answer("/api/conversations", "venue=restaurante&limit=2&before=" + first.get("next"));
    assertEquals(List.of(conversation(2)), each(second, "conversations", "id"));
    assertEquals(null, second.get("next"));
  }

  @Test
  void pageThatIsJustFullHasNoNext() {
    Map<String, Object> all = answer("/api/conversations", "venue=restaurante&limit=3");

    assertEquals(3, list(all, "conversations").size());
    assertEquals(null, all.get("next"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"%2B34600000101", "+34600000101"})
  void conversationIsFoundByTheGuestsAddressHoweverThePlusIsWritten(String address) {
    Map<String, Object> found =
        answer("/api/conversations", "venue=restaurante&address=" + address);

    Map<String, Object> expected = new HashMap<>();
    expected.put("id", CONVERSATION);
    expected.put("venue", "restaurante");
    expected.put("channel", "whatsapp");
    expected.put("address", "+34600000101");
    expected.put("houseAddress", "+34600000900");
    expected.put("guestName", "Lucía");
    expected.put("owner", "assistant");
    expected.put("language", "es");
    expected.put("startedAt", "2026-11-20T11:00:00Z");
    expected.put("lastAt", "2026-11-20T11:00:05.123456Z");
    assertEquals(List.of(expected), found.get("conversations"));
  }

  @Test
  void conversationShowsWhatWasSaidAndHowFarItCame() {
    Map<String, Object> conversation = answer("/api/conversations/" + CONVERSATION, "");

    assertEquals("assistant", conversation.get("owner"));
    assertEquals(
        List.of("guest", "assistant", "guest", "house"), each(conversation, "messages", "from"));
    assertEquals(
        List.of("mesa para dos", "Hecho, Lucía.", "hola hola", "Un momento, por favor."),
        each(conversation, "messages", "text"));
    assertEquals(
        Arrays.asList("done", null, "silenced", null), each(conversation, "messages", "state"));

    Map<String, Object> question = list(conversation, "messages").get(0);
    assertEquals(List.of("https://media.example/1"), question.get("media"));
    assertEquals(null, question.get("delivery"));

    Map<String, Object> delivery = map(list(conversation, "messages").get(1), "delivery");
    assertEquals("delivered", delivery.get("state"));
    assertEquals(2, delivery.get("attempts"));
    assertEquals("SM301", delivery.get("providerMessageId"));

    Map<String, Object> failed = map(list(conversation, "messages").get(3), "delivery");
    assertEquals("failed", failed.get("state"));
    assertEquals("21610", failed.get("errorCode"));
  }

  @Test
  void conversationShowsWhichToolsWereUsed() {
    Map<String, Object> conversation = answer("/api/conversations/" + CONVERSATION, "");

    List<Map<String, Object>> calls = list(conversation, "toolCalls");
    assertEquals(List.of("check_availability", "create_reservation"), names(calls));
    assertEquals(Map.of("party_size", 2), calls.get(0).get("arguments"));
    assertEquals(Map.of("status", "free"), calls.get(0).get("result"));
    assertEquals(0, calls.get(0).get("position"));
    assertEquals("built-in", calls.get(0).get("model"));
    assertEquals(null, calls.get(1).get("result"));
  }

  @Test
  void ledgerTellsWhatBecameOfAnEvent() {
    assertEquals(
        List.of("sent", "delivered"),
        each(answer("/api/events", "provider=twilio&id=SM301"), "events", "event"));

    Map<String, Object> lost =
        list(answer("/api/events", "provider=twilio&id=SM102"), "events").getFirst();
    assertEquals("no_venue", lost.get("outcome"));
    assertEquals(null, lost.get("venue"));
    assertEquals("corr-4", lost.get("correlation"));

    assertEquals(Map.of("events", List.of()), answer("/api/events", "provider=twilio&id=unknown"));
  }

  private static Map<String, Object> answer(String path, String query) {
    APIGatewayV2HTTPResponse response = house.get(path, query);
    assertEquals(200, response.getStatusCode(), response.getBody());
    assertEquals("application/json", response.getHeaders().get("Content-Type"));
    return house.json(response);
  }

  private static String conversation(int number) {
    return "00000000-0000-0000-0000-00000000c00" + number;
  }
}
