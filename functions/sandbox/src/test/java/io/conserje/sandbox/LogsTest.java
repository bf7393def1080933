package io.conserje.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.sandbox.meta.MetaGuests;
import io.conserje.sandbox.telnyx.TelnyxCalls;
import io.conserje.sandbox.telnyx.TelnyxGuests;
import io.conserje.sandbox.twilio.GuestCalls;
import io.conserje.sandbox.twilio.GuestPhones;
import io.conserje.sandbox.vapi.PhoneCalls;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the functions log while guests write and call over every channel. */
@InSharedSandbox
class LogsTest {

  private static final String NAME = "Zoraida";
  private static final String PHONE = "+34611222333";
  private static final String WORDS = "Quisiera una mesa para dos";
  private static final String TEXT = WORDS + " el martes a las dos, a nombre de " + NAME;

  private static Sandbox sandbox;
  private static Overheard lines;

  @BeforeAll
  static void play(Sandbox shared) throws Exception {
    sandbox = shared;
    lines = Overheard.begin();
    write(false, TEXT);
    write(false, "sí");
    write(true, TEXT);
    write(false, "BAJA");
    write(false, "ALTA");
    chat();
    vapi();
    twilio();
    meta();
    telnyx();
    assertTrue(sandbox.awaitQuiet(Duration.ofMinutes(2)), "the house comes to rest");
  }

  @AfterAll
  static void end() {
    lines.close();
  }

  private static void write(boolean sms, String text) {
    GuestPhones.Written written =
        new GuestPhones.Written(PHONE, Guests.RESTAURANT, text, NAME, null, 1, sms, Map.of());
    while (!sandbox.twilio().guests().write(written).statuses().contains(200)) {
      Thread.onSpinWait();
    }
    assertTrue(sandbox.awaitQuiet(Duration.ofMinutes(2)), "the house comes to rest");
  }

  private static void chat() throws IOException, InterruptedException {
    String body = "{\"venue\": \"restaurante\", \"text\": \"" + TEXT + ", " + PHONE + "\"}";
    HttpRequest request =
        HttpRequest.newBuilder(sandbox.gateway().resolve("/webchat/messages"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      assertEquals(200, http.send(request, BodyHandlers.ofString()).statusCode());
    }
  }

  private static void vapi() {
    String script =
        """
        [{"user": "%1$s"},
         {"tool": "create_reservation", "id": "call_log_1", "arguments":
           {"date": "2026-11-21", "time": "21:00", "party_size": 2, "name": "%2$s"}},
         {"transfer": true},
         {"message": {"type": "hang"}}]
        """
            .formatted(TEXT, NAME);
    sandbox
        .vapi()
        .calls()
        .play(
            new PhoneCalls.Script(
                PHONE, Guests.RESTAURANT, Json.read(script), "customer-ended-call"));
  }

  private static void twilio() {
    sandbox
        .twilio()
        .calls()
        .play(
            new GuestCalls.Script(
                PHONE, Guests.RESTAURANT, GuestCalls.Sound.ENDED, "no-answer", true));
  }

  private static void meta() {
    List<MetaGuests.Written> written = List.of(MetaGuests.Written.text(PHONE, NAME, TEXT));
    assertEquals(List.of(200), sandbox.meta().guests().write(written, 1).statuses());
    assertTrue(sandbox.awaitQuiet(Duration.ofMinutes(2)), "the house comes to rest");
  }

  private static void telnyx() {
    sandbox
        .telnyx()
        .guests()
        .write(new TelnyxGuests.Written(PHONE, Guests.RESTAURANT, TEXT, "", null, 1));
    sandbox
        .telnyx()
        .calls()
        .play(
            new TelnyxCalls.Script(
                PHONE, Guests.RESTAURANT, TelnyxCalls.Sound.ENDED, "busy", true, ""));
  }

  @Test
  void nothingOfAGuestAndNoKeyStandsInAnyLine() {
    Set<String> secrets =
        sandbox.settings().environment().entrySet().stream()
            .filter(entry -> entry.getKey().matches(".*(TOKEN|SECRET|KEY|PASSWORD)$"))
            .map(Map.Entry::getValue)
            .filter(value -> value.length() > 12)
            .collect(Collectors.toSet());
    assertTrue(secrets.size() > 3, secrets.size() + " secrets");
    for (String line : lines.all()) {
      for (String told : List.of(PHONE.substring(1), NAME, WORDS, "Hecho", "reserva ")) {
        assertTrue(!line.contains(told), told + " stands in " + line);
      }
      secrets.forEach(secret -> assertTrue(!line.contains(secret), "a secret stands in " + line));
    }
  }

  @Test
  void aMessageIsFollowedFromTheWebhookToTheReplyByOneId() {
    for (String channel : List.of("whatsapp", "sms")) {
      List<JsonNode> queued = of(channel, "SqsInbound");
      assertTrue(!queued.isEmpty(), channel + " has no line of its webhook");
      String id = queued.getFirst().get("correlation").asText();
      Set<String> places =
          lines.json().stream()
              .filter(line -> line.path("correlation").asText().equals(id))
              .map(line -> line.get("logger").asText().replaceFirst(".*\\.", ""))
              .collect(Collectors.toSet());
      assertTrue(
          places.containsAll(Set.of("SqsInbound", "RecordInbound", "QueueSteps", "DeliverReplies")),
          channel + " is followed to " + places);
    }
  }

  @Test
  void everyProviderHasItsLines() {
    Set<String> providers =
        lines.json().stream()
            .map(line -> line.path("provider").asText())
            .collect(Collectors.toSet());
    assertTrue(
        providers.containsAll(Set.of("twilio", "telnyx", "meta", "vapi", "webchat")),
        providers.toString());
  }

  @Test
  void webChatAndCallsAreChannelsOfTheirOwn() {
    assertTrue(!of("webchat", "WebChat").isEmpty());
    assertTrue(!of("webchat", "AnswerAtOnce").isEmpty());
    for (String logger : List.of("VapiWebhook", "VoiceWebhook", "QueueSteps", "SqsCallEvents")) {
      List<JsonNode> found = of("voice", logger);
      assertTrue(!found.isEmpty(), logger);
      found.forEach(line -> assertTrue(line.hasNonNull("call"), line.toString()));
      found.forEach(line -> assertTrue(line.hasNonNull("correlation"), line.toString()));
    }
  }

  private static List<JsonNode> of(String channel, String logger) {
    return lines.json().stream()
        .filter(line -> line.path("channel").asText().equals(channel))
        .filter(line -> line.get("logger").asText().endsWith("." + logger))
        .toList();
  }
}
