package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolBox;
import io.conserje.conversation.ToolCall;
import io.conserje.guest.Guest;
import io.conserje.knowledge.KnownTopic;
import io.conserje.knowledge.Question;
import io.conserje.knowledge.tools.KnowledgeTools;
import io.conserje.venue.Channel;
import io.conserje.venue.HouseFile;
import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import io.conserje.venue.house.HouseReader;
import io.conserje.venue.house.Imported;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** The tool over the sandbox's houses. */
class GetHouseInfoTest {

  private static final Path HOUSES = Path.of("../../sandbox/src/main/resources/houses");
  private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");

  private Database database;
  private ToolBox tools;

  @BeforeEach
  void open() throws IOException {
    database = Database.with(1);
    tools =
        KnowledgeTools.over(
            new PostgresKnowledge(database.sql), new PostgresUnansweredQuestions(database.sql));
    keep("hotel", Map.of());
    database.update("DELETE FROM channel_addresses");
    keep("restaurante", Map.of());
  }

  @AfterEach
  void close() {
    database.close();
  }

  private void keep(String house, Map<String, Object> changes) throws IOException {
    Map<String, Object> document =
        new HashMap<>(new Yaml().load(Files.readString(HOUSES.resolve(house + ".yaml"))));
    document.putAll(changes);
    HouseFile file = HouseReader.read(document);
    Imported kept = new PostgresHouseFiles(database.sql, database.json).keep(file, document, NOW);
    assertTrue(kept instanceof Imported.Kept, kept.toString());
  }

  @Test
  void aQuestionIsAnsweredInTheHousesOwnWords() {
    Map<String, Object> answer =
        ask("restaurante", "es", Map.of("question", "¿puedo ir con mi perro?"));

    assertEquals("found", answer.get("status"));
    assertEquals(
        List.of(
            Map.of(
                "topic",
                "mascotas",
                "language",
                "es",
                "text",
                "Los perros son bienvenidos en la terraza; dentro no pueden pasar.")),
        answer.get("topics"));
  }

  @Test
  void whatTheHouseKnowsInAnotherLanguageOnlyComesInThatOne() throws IOException {
    keep(
        "restaurante",
        Map.of(
            "knowledge",
            List.of(
                Map.of(
                    "topic", "aparcamiento",
                    "language", "es",
                    "words", List.of("parking"),
                    "text", "En la plaza."))));

    assertEquals(
        List.of("En la plaza."), texts(ask("restaurante", "en", question("is there parking?"))));
    assertEquals("unknown", ask("restaurante", "en", question("is there wifi?")).get("status"));
  }

  @Test
  @SuppressWarnings("unchecked")
  void theHoursOfADayComeFromTheHouseAndNotFromProse() {
    Map<String, Object> hours =
        (Map<String, Object>)
            ask("restaurante", "es", Map.of("topic", "hours", "date", "2027-11-02")).get("hours");

    assertEquals(true, hours.get("closed"), "a Tuesday after a holiday on a Monday");
    Map<String, Object> saturday =
        (Map<String, Object>)
            ask("restaurante", "es", Map.of("topic", "hours", "date", "2026-11-21")).get("hours");
    assertEquals(
        List.of("13:00", "20:00"),
        ((List<Map<String, Object>>) saturday.get("services"))
            .stream().map(s -> s.get("first_booking")).toList());
    assertEquals("found", ask("restaurante", "es", question("a que hora abris")).get("status"));
    assertTrue(ask("restaurante", "es", question("a que hora abris")).containsKey("hours"));
  }

  @Test
  @SuppressWarnings("unchecked")
  void roomsArePricedFromAndARestaurantHasNone() {
    List<Map<String, Object>> rooms =
        (List<Map<String, Object>>) ask("hotel", "es", Map.of("topic", "rooms")).get("rooms");

    assertEquals("individual", rooms.getFirst().get("room_type"));
    assertEquals(6500L, ((Map<String, Object>) rooms.getFirst().get("from")).get("amount"));
    assertEquals(
        List.of(), ask("restaurante", "es", question("¿tenéis habitaciones?")).get("rooms"));
  }

  @Test
  void whatIsUnknownIsCountedForTheOwnerWithoutWhoAsked() {
    Map<String, Object> answer =
        ask("restaurante", "es", question("soy Lucía Gil, 600112233. ¿Hay karaoke?"));
    ask("restaurante", "es", question("hay KARAOKE"));
    ask("restaurante", "es", Map.of("topic", "billar"));

    assertEquals(Map.of("status", "unknown", "house_phone", "+34600000999"), answer);
    assertEquals(
        List.of("restaurante hay karaoke 2"),
        database.list(
            "SELECT venue || ' ' || question || ' ' || asked AS row FROM unanswered_questions",
            row -> row.text("row")));
  }

  @Test
  void anotherHousesKnowledgeIsNotFound() {
    assertEquals("unknown", ask("restaurante", "es", question("¿hay gimnasio?")).get("status"));
    assertEquals("found", ask("hotel", "es", question("¿hay gimnasio?")).get("status"));
  }

  @Test
  void ofHundredsOfTopicsOfManyHousesTheOwnIsFound() {
    for (int i = 0; i < 50; i++) {
      database.update(
          """
          INSERT INTO venues (id, house) SELECT ?, jsonb_build_object('knowledge', jsonb_agg(jsonb_build_object(
            'topic', 'asunto ' || md5(n::text || ?), 'language', CASE n % 2 WHEN 0 THEN 'es' ELSE 'en' END,
            'words', jsonb_build_array('cosa ' || md5(n::text), 'otra cosa ' || md5((n + 1)::text), 'tercera ' || n),
            'text', 'Sobre esto decimos ' || repeat(md5(n::text) || ' ', 10))) || ?::jsonb)
          FROM generate_series(1, 499) AS n
          """,
          "many" + i,
          String.valueOf(i),
          "{\"topic\": \"piscina\", \"language\": \"es\", \"text\": \"Piscina %d.\"}".formatted(i));
    }
    database.update("ANALYZE");
    Venue restaurant = database.house(new VenueId("restaurante"));
    long[] times = new long[100];
    for (int i = 0; i < times.length; i++) {
      VenueId house = new VenueId("many" + i % 50);
      String question = i % 2 == 0 ? "¿tenéis psicina climatizada para niños?" : "hay piscina";
      long before = System.nanoTime();
      List<KnownTopic> found =
          new PostgresKnowledge(database.sql).find(house, Question.of(question), "es");
      times[i] = System.nanoTime() - before;
      assertFalse(i % 2 == 1 && !found.getFirst().text().equals("Piscina " + i % 50 + "."));
    }
    Arrays.sort(times);
    System.out.printf(
        "A question to one of 50 houses of 500 topics: p50 %.1f ms, p99 %.1f ms%n",
        times[50] / 1e6, times[98] / 1e6);
    long before = System.nanoTime();
    for (int i = 0; i < 100; i++) {
      new PostgresKnowledge(database.sql)
          .find(restaurant.id(), Question.of("¿puedo ir con mi pero pequeño a la teraza?"), "es");
    }
    System.out.printf(
        "A question to a house of 40 topics: %.1f ms%n", (System.nanoTime() - before) / 1e8);
  }

  private static Map<String, Object> question(String said) {
    return Map.of("question", said);
  }

  @SuppressWarnings("unchecked")
  private static List<Object> texts(Map<String, Object> answer) {
    return ((List<Map<String, Object>>) answer.get("topics"))
        .stream().map(t -> t.get("text")).toList();
  }

  private Map<String, Object> ask(String house, String language, Map<String, Object> arguments) {
    Venue venue = database.house(new VenueId(house));
    return tools
        .run(
            new ToolCall("1", "get_house_info", arguments),
            new Tool.Context(
                venue,
                Channel.WHATSAPP,
                new Guest("Lucía", "+34600112233"),
                UUID.randomUUID(),
                NOW.atZone(venue.zone()),
                Locale.of(language),
                "key"))
        .content();
  }
}
