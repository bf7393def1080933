package io.conserje.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.sandbox.demo.WebChatStay;
import io.conserje.sandbox.demo.WhatsAppBooking;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The real functions from their deployment packages, and the controls over them. */
@InSharedSandbox
class WholeHouseTest {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static Sandbox sandbox;

  @BeforeAll
  static void start(Sandbox shared) {
    sandbox = shared;
  }

  @AfterAll
  static void stop() {
    HTTP.close();
  }

  @BeforeEach
  void reset() throws Exception {
    assertEquals(200, send("POST", "/_sim/reset", "").statusCode());
    set("2026-11-20T12:00+01:00", true);
  }

  @Test
  void guestBooksOverWhatsApp() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean held =
        WhatsAppBooking.play(sandbox, new PrintStream(out, true, StandardCharsets.UTF_8));
    assertTrue(held, out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void guestBooksARoomInTheWebChat() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    boolean held = WebChatStay.play(sandbox, new PrintStream(out, true, StandardCharsets.UTF_8));
    assertTrue(held, out.toString(StandardCharsets.UTF_8));
  }

  @Test
  void messageDeliveredTwiceIsAnsweredOnceAndResetForgetsIt() throws Exception {
    JsonNode delivered =
        json(
            send(
                "POST",
                "/_sim/whatsapp",
                "{\"from\":\"+34600000102\",\"text\":\"hola\",\"times\":2}"));
    assertEquals("[200,200]", delivered.path("statuses").toString());
    assertEquals(200, send("GET", "/_sim/idle?timeout=60", "").statusCode());
    assertEquals(1, sent().size());
    assertEquals("create-message", sent().path(0).path("operation").asText());
    long last = sent().path(0).path("id").asLong();
    assertEquals(
        0,
        json(send("GET", "/_sim/requests?provider=twilio&after=" + last, ""))
            .path("requests")
            .size());
    send("POST", "/_sim/reset", "");
    assertEquals(0, sent().size());
  }

  @Test
  void webhookWithAWrongTokenIsRefusedAfterTheSettingChanged() throws Exception {
    String old = config().path("TWILIO_AUTH_TOKEN").asText();
    send("PUT", "/_sim/settings", "{\"TWILIO_AUTH_TOKEN\":\"other\"}");
    try {
      assertEquals("other", config().path("TWILIO_AUTH_TOKEN").asText());
      JsonNode delivered =
          json(send("POST", "/_sim/whatsapp", "{\"from\":\"+34600000103\",\"text\":\"hola\"}"));
      assertEquals("[200]", delivered.path("statuses").toString());
      HttpRequest unsigned =
          HttpRequest.newBuilder(URI.create(sandbox.gateway() + "/whatsapp/webhook"))
              .header("Content-Type", "application/x-www-form-urlencoded")
              .POST(HttpRequest.BodyPublishers.ofString("Body=hola"))
              .build();
      assertEquals(403, HTTP.send(unsigned, HttpResponse.BodyHandlers.discarding()).statusCode());
      send("GET", "/_sim/idle?timeout=60", "");
    } finally {
      send("PUT", "/_sim/settings", "{\"TWILIO_AUTH_TOKEN\":\"" + old + "\"}");
    }
  }

  @Test
  void everyValueIsInTheConfigAndOnlyTheHousesOwnComeFromOutside() throws Exception {
    assertEquals("62", config().path("TURN_LEASE_SECONDS").asText());
    assertEquals("127.0.0.1", config().path("POSTGRES_SERVER").asText());
    assertEquals("sandbox-admin-key", config().path("ADMIN_API_KEY").asText());
    assertTrue(config().path("INBOUND_QUEUE_URL").asText().endsWith("/inbound.fifo"));
    assertEquals(sandbox.gateway().toString(), config().path("PUBLIC_BASE_URL").asText());
    assertEquals(
        String.valueOf(sandbox.gateway().getPort()), config().path("SANDBOX_PORT").asText());
  }

  @Test
  void clockIsSetAndStopped() throws Exception {
    JsonNode clock = set("2027-02-03T04:05:06Z", false);
    assertEquals("2027-02-03T04:05:06Z", clock.path("now").asText());
    assertFalse(clock.path("running").asBoolean());
    assertEquals("2027-02-03T04:05:06Z", sandbox.clock().instant().toString());
    assertEquals(400, send("POST", "/_sim/clock", "{\"now\":\"tomorrow\"}").statusCode());
    assertEquals(400, send("POST", "/_sim/clock", "{\"when\":\"tomorrow\"}").statusCode());
  }

  @Test
  void addressLeadsToAnotherHouse() throws Exception {
    String body = "{\"channel\":\"whatsapp\",\"address\":\"+34600000901\",\"venue\":\"%s\"}";
    assertEquals(200, send("PUT", "/_sim/addresses", body.formatted("restaurante")).statusCode());
    HttpResponse<String> refused = send("PUT", "/_sim/addresses", body.formatted("nowhere"));
    assertEquals(400, refused.statusCode());
    assertTrue(refused.body().contains("hotel, restaurante"), refused.body());
  }

  @Test
  void whatIsWrongIsSaid() throws Exception {
    assertEquals(404, send("GET", "/_sim/nothing", "").statusCode());
    assertEquals(404, send("GET", "/elsewhere", "").statusCode());
    assertEquals(405, send("GET", "/_sim/reset", "").statusCode());
    HttpResponse<String> noJson = send("POST", "/_sim/faults", "provider=twilio");
    assertEquals(400, noJson.statusCode());
    assertTrue(json(noJson).path("expected").asText().contains("slow|status|drop"));
    for (String wrong :
        new String[] {
          "{\"provider\":\"nobody\",\"fault\":\"slow\"}",
          "{\"provider\":\"twilio\",\"fault\":\"lazy\"}",
          "{\"provider\":\"twilio\"}",
          "{\"provider\":\"twilio\",\"fault\":\"status\",\"status\":200}",
          "{\"provider\":\"twilio\",\"fault\":\"slow\",\"operation\":\"sing\"}",
          "{\"provider\":\"twilio\",\"fault\":\"slow\",\"times\":\"often\"}",
          "{\"provider\":\"twilio\",\"fault\":\"slow\",\"colour\":\"blue\"}"
        }) {
      assertEquals(400, send("POST", "/_sim/faults", wrong).statusCode(), wrong);
    }
  }

  @Test
  void faultStandsUntilItIsTakenAway() throws Exception {
    JsonNode standing =
        json(
            send(
                "POST",
                "/_sim/faults",
                "{\"provider\":\"twilio\",\"fault\":\"status\",\"status\":503}"));
    assertEquals(1, standing.path("faults").size());
    assertEquals(0, json(send("DELETE", "/_sim/faults", "")).path("faults").size());
  }

  @Test
  void waitingForQuietEndsWithItsTimeout() throws Exception {
    send("POST", "/_sim/faults", "{\"provider\":\"twilio\",\"fault\":\"status\",\"status\":503}");
    send("POST", "/_sim/whatsapp", "{\"from\":\"+34600000104\",\"text\":\"hola\"}");
    assertEquals(504, send("GET", "/_sim/idle?timeout=0.2", "").statusCode());
  }

  private static JsonNode sent() throws Exception {
    return json(send("GET", "/_sim/requests?provider=twilio", "")).path("requests");
  }

  private static JsonNode config() throws Exception {
    return json(send("GET", "/_sim/config", ""));
  }

  private static JsonNode set(String now, boolean running) throws Exception {
    String body = "{\"now\":\"" + now + "\",\"running\":" + running + "}";
    return json(send("POST", "/_sim/clock", body));
  }

  private static JsonNode json(HttpResponse<String> answer) {
    return Json.read(answer.body());
  }

  private static HttpResponse<String> send(String method, String path, String body)
      throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(sandbox.simulators() + path))
            .method(method, HttpRequest.BodyPublishers.ofString(body))
            .build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
  }
}
