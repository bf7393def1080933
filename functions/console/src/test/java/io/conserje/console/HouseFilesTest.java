package io.conserje.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Houses come in and go out as files, through the function as API Gateway calls it. */
class HouseFilesTest {

  private static final Path FIXTURES = Path.of("../sandbox/src/main/resources/houses");
  private static final String YAML = "application/yaml";
  private static final String CASA =
      """
      venue: casa
      name: Casa Ñ
      kind: restaurant
      time_zone: Europe/Madrid
      language: es
      phone: "+34600000999"
      address: Plaza 1
      """;

  private static House house;

  @BeforeAll
  static void open() {
    house = new House();
  }

  @BeforeEach
  void empty() {
    house.run("TRUNCATE venues CASCADE");
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"restaurante", "hotel"})
  void aHouseComesIntoBeingAndItsFileComesBackOut(String name) throws IOException {
    byte[] file = Files.readAllBytes(FIXTURES.resolve(name + ".yaml"));

    assertAnswer(201, name, true, house.post("/api/venues", YAML, file));
    assertAnswer(200, name, false, house.post("/api/venues", YAML, file));

    APIGatewayV2HTTPResponse out = house.get("/api/venues/" + name, "");
    assertEquals(200, out.getStatusCode());
    assertEquals("application/yaml", out.getHeaders().get("Content-Type"));
    assertAnswer(200, name, false, house.post("/api/venues", YAML, utf8(out.getBody())));
    assertEquals(out.getBody(), house.get("/api/venues/" + name, "").getBody());
    assertTrue(house.get("/api/venues", "").getBody().contains("\"id\":\"" + name + "\""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/yaml",
        "application/yaml; charset=utf-8",
        "application/x-yaml",
        "text/yaml",
        "text/yaml; charset=utf-8"
      })
  void yamlIsTakenUnderEveryNameItGoesBy(String contentType) {
    assertAnswer(201, "casa", true, house.post("/api/venues", contentType, utf8(CASA)));
    assertTrue(house.get("/api/venues/casa", "").getBody().contains("\nname: Casa Ñ\n"));
  }

  @Test
  void jsonIsTakenAsWell() {
    String json =
        "{\n\t"
            + String.join(
                ",\n\t",
                Stream.of(CASA.split("\n"))
                    .map(l -> l.replaceFirst("(\\w+): \"?([^\"]*)\"?", "\"$1\":\"$2\""))
                    .toList())
            + "\n}";

    assertAnswer(201, "casa", true, house.post("/api/venues", "application/json", utf8(json)));
    assertAnswer(200, "casa", false, house.post("/api/venues", YAML, utf8(CASA)));
  }

  @Test
  void aChangeIsSaidToBeOne() {
    house.post("/api/venues", YAML, utf8(CASA));

    assertAnswer(
        200, "casa", true, house.post("/api/venues", YAML, utf8(CASA.replace("Ñ", "Lola"))));
  }

  @Test
  void everythingThatIsWrongIsToldAtOnceWithItsLine() {
    String file = CASA.replace("kind: restaurant", "kind: bar") + "tabels: []\n";

    Map<String, Object> problem = problem(422, house.post("/api/venues", YAML, utf8(file)));

    assertEquals(
        List.of(
            Map.of("line", 3, "path", "kind", "reason", "has to be restaurant or hotel"),
            Map.of("line", 8, "path", "tabels", "reason", reason(problem, 1))),
        problem.get("problems"));
    assertTrue(
        problem
            .get("detail")
            .toString()
            .startsWith(
                "Nothing was changed. line 3: kind has to be restaurant or hotel; line 8: tabels is"
                    + " not known here"),
        problem.toString());
    assertEquals(404, house.get("/api/venues/casa", "").getStatusCode());
  }

  @Test
  void whatIsNoHouseFileIsRefused() {
    assertEquals(2, first(problem(400, post("venue: casa\nvenue: casa\n"))).get("line"));
    problem(400, post(""));
    assertEquals(1, first(problem(400, post("# nothing yet\n"))).get("line"));
    assertEquals(
        1,
        first(problem(400, house.post("/api/venues", YAML, new byte[] {(byte) 0xff}))).get("line"));
    problem(413, post("#".repeat(256 * 1024 + 1)));
    problem(415, house.post("/api/venues", "application/xml", utf8("<venue/>")));
  }

  @Test
  void theFileOfNoHouseIsNotThere() {
    problem(404, house.get("/api/venues/nowhere", ""));
    problem(404, house.get("/api/venues/No%00Where", ""));
  }

  private static APIGatewayV2HTTPResponse post(String yaml) {
    return house.post("/api/venues", YAML, utf8(yaml));
  }

  private static void assertAnswer(
      int status, String venue, boolean changed, APIGatewayV2HTTPResponse response) {
    assertEquals(status, response.getStatusCode(), response.getBody());
    assertEquals(Map.of("venue", venue, "changed", changed), house.json(response));
  }

  private static Map<String, Object> problem(int status, APIGatewayV2HTTPResponse response) {
    assertEquals(status, response.getStatusCode(), response.getBody());
    assertEquals("application/problem+json", response.getHeaders().get("Content-Type"));
    return house.json(response);
  }

  @SuppressWarnings("unchecked")
  private static Map<String, Object> first(Map<String, Object> problem) {
    return ((List<Map<String, Object>>) problem.get("problems")).getFirst();
  }

  @SuppressWarnings("unchecked")
  private static Object reason(Map<String, Object> problem, int index) {
    return ((List<Map<String, Object>>) problem.get("problems")).get(index).get("reason");
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
