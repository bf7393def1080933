package io.conserje.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.conserje.call.RecordingLink;
import io.conserje.names.Variable;
import io.conserje.testkit.http.ScriptedServer;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RecordingApiTest {

  private static final String CALL = "00000000-0000-0000-0000-00000000ca11";
  private static final String KEPT = "telnyx:recording:3fa85f64";
  private static final String WITH_KEY = "/api/calls/" + CALL + "/recording";

  private final ScriptedServer telnyx = new ScriptedServer();
  private final House house = new House().seeded();
  private final RecordingLink link =
      new RecordingLink(
          () -> "https://api.example.com",
          () -> house.environment.get(Variable.SESSION_SECRET_KEY));

  @BeforeEach
  void called() {
    house.environment.put(Variable.TELNYX_API_KEY, "KEY0");
    house.environment.put(Variable.TELNYX_BASE_URL, telnyx.url());
    house.environment.put(Variable.PUBLIC_BASE_URL, "https://api.example.com/");
    house.run(
        """
        INSERT INTO calls (id, venue, provider, provider_call_id, direction, conversation, house_address,
          guest_address, state, began_at, heard_at, recording)
        SELECT '%s', 'restaurante', 'telnyx', 'leg-1', 'inbound', id, '+34600000900', '+34600000101', 'ended',
          '2026-11-20T09:00:00Z', '2026-11-20T09:01:00Z', '%s'
        FROM conversations WHERE venue = 'restaurante' LIMIT 1
        """
            .formatted(CALL, KEPT));
    telnyx.answers(
        200, "{\"data\":{\"download_urls\":{\"mp3\":\"https://s3.example/1?Expires=600\"}}}");
  }

  @AfterEach
  void close() {
    house.close();
    telnyx.close();
  }

  @Test
  void whoOpensItIsSentOnToAnAddressOfThatMoment() {
    for (APIGatewayV2HTTPResponse answer : new APIGatewayV2HTTPResponse[] {opened(), asked()}) {
      assertEquals(302, answer.getStatusCode());
      assertEquals("https://s3.example/1?Expires=600", header(answer, "location"));
      assertEquals("private, no-store", header(answer, "cache-control"));
    }
    assertEquals(2, telnyx.seen().size());
  }

  @Test
  void theApiNamesItsOwnAddressInPlaceOfOneThatDies() {
    Map<String, Object> call = house.json(house.get("/api/calls/" + CALL, ""));
    assertEquals("https://api.example.com" + WITH_KEY, call.get("recording"));
  }

  @Test
  void whatLastsIsNamedAndSentOnToAsItIs() {
    house.run("UPDATE calls SET recording = 'https://storage.example.com/1.wav'");

    Map<String, Object> call = house.json(house.get("/api/calls/" + CALL, ""));
    assertEquals("https://storage.example.com/1.wav", call.get("recording"));
    assertEquals("https://storage.example.com/1.wav", header(asked(), "location"));
    assertEquals(0, telnyx.seen().size());
  }

  @Test
  void onlyAnAddressThatWasMadeHereNeedsNoKey() {
    assertEquals(401, house.call("GET", WITH_KEY, "", Map.of()).getStatusCode());
    assertEquals(401, house.call("GET", "/recordings", "", Map.of()).getStatusCode());
    assertEquals(
        404, house.call("GET", "/recordings/" + "A".repeat(43), "", Map.of()).getStatusCode());
    String another = URI.create(link.to(UUID.randomUUID(), KEPT)).getPath();
    assertEquals(404, house.call("GET", another, "", Map.of()).getStatusCode());
  }

  @Test
  void afterThirtyDaysTheKeyIsNeeded() {
    house.run("UPDATE calls SET began_at = '2026-10-21T10:59:59Z'");

    assertEquals(404, opened().getStatusCode());
    assertEquals(302, asked().getStatusCode());
  }

  @Test
  void aCallWithoutOneOrOfAGuestWhoWasForgottenHasNothingToHear() {
    house.run("UPDATE calls SET recording = ''");

    assertEquals(404, opened().getStatusCode());
    assertEquals(404, asked().getStatusCode());
  }

  @Test
  void whatTelnyxHasNoMoreIsGoneAndItsSilenceIsToldApart() {
    telnyx.afresh().answers(404, "{}");
    assertEquals(410, opened().getStatusCode());
    telnyx.afresh().answers(500, "{}");
    assertEquals(503, opened().getStatusCode());
    assertEquals("60", header(opened(), "retry-after"));
  }

  @Test
  void whatTheHouseKeepsItselfIsHeardInItsBucket() {
    house.environment.put(Variable.AWS_REGION, "eu-west-1");
    house.environment.put("AWS_ACCESS_KEY_ID", "x");
    house.environment.put("AWS_SECRET_ACCESS_KEY", "x");
    house.environment.put(Variable.RECORDINGS_BUCKET, "recordings");
    house.run("UPDATE calls SET recording = 'house:recording:" + CALL + "'");

    String address = header(asked(), "location");
    assertTrue(
        address.matches("https://recordings\\.s3\\..*/calls/" + CALL + "\\.wav\\?.*"), address);
    assertEquals(0, telnyx.seen().size());
  }

  @Test
  void aRecordingIsPausedAndGoesOnUnlessTheGuestDoesNotWantIt() {
    assertEquals(404, post("/pause").getStatusCode());
    house.run(
        """
        INSERT INTO call_recordings (call, venue, announced_at, keep_until)
        VALUES ('%s', 'restaurante', '2026-11-20T09:00:00Z', '2026-12-20T09:00:00Z')
        """
            .formatted(CALL));
    assertEquals("paused", recording("/pause"));
    assertEquals("recording", recording("/resume"));
    assertEquals(401, house.call("POST", WITH_KEY + "/pause", "", Map.of()).getStatusCode());

    house.run("UPDATE call_recordings SET refused = true");
    assertEquals(409, post("/resume").getStatusCode());
    assertEquals("refused", recording("/pause"));
  }

  private APIGatewayV2HTTPResponse post(String verb) {
    return house.call("POST", WITH_KEY + verb, "", Map.of("authorization", "Bearer " + House.KEY));
  }

  private Object recording(String verb) {
    return house.json(post(verb)).get("recording");
  }

  /** As by a person of the house, who has no key. */
  private APIGatewayV2HTTPResponse opened() {
    String path = URI.create(link.to(UUID.fromString(CALL), KEPT)).getPath();
    return house.call("GET", path, "", Map.of());
  }

  private APIGatewayV2HTTPResponse asked() {
    return house.get(WITH_KEY, "");
  }

  private static String header(APIGatewayV2HTTPResponse answer, String name) {
    return answer.getHeaders().entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse("");
  }
}
