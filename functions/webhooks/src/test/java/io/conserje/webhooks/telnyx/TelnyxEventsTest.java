package io.conserje.webhooks.telnyx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.conserje.names.Queue;
import io.conserje.names.Variable;
import io.conserje.webhooks.WebhookUnderTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TelnyxEventsTest {

  private static final String CALL =
      """
      {"data":{"event_type":"call.initiated","id":"0ccc7b54-0000-4000-8000-000000000901",
       "occurred_at":"2026-11-20T11:00:00Z","payload":{"call_control_id":"v3:901",
       "call_leg_id":"leg-901","call_session_id":"s","direction":"incoming","from":"+34600000101",
       "to":"+34600000900"}}}
      """;
  private static final String SMS =
      """
      {"data":{"event_type":"message.received","id":"0ccc7b54-0000-4000-8000-000000000902",
       "payload":{"id":"m","direction":"inbound","text":"mesa para cuatro",
       "from":{"phone_number":"+34600000101"},"to":[{"phone_number":"+34600000900"}]}}}
      """;

  private static final String RECORDING =
      """
      {"data":{"event_type":"call.recording.saved","id":"0ccc7b54-0000-4000-8000-%012d",
       "payload":{"call_leg_id":"leg-901",%s}}}
      """;
  private static final String DYING =
      "\"recording_urls\":{\"mp3\":\"https://s3.example/1?X-Amz-Expires=600\"}";

  private WebhookUnderTest webhook;

  @BeforeEach
  void start() {
    webhook = WebhookUnderTest.telnyx();
  }

  @AfterEach
  void stop() {
    webhook.close();
  }

  @Test
  void duringARotationBothKeysAreTakenWithoutARestart() {
    String other = "MCowBQYDK2VwAyEAGb9ECWmEzf6FQbrBZ9w7lg==";
    webhook.environment().put(Variable.TELNYX_PUBLIC_KEY, other);
    assertEquals(503, status(TelnyxSigner.post(CALL)), "no key at all");
    webhook
        .environment()
        .put(
            Variable.TELNYX_PUBLIC_KEY,
            "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo= , " + WebhookUnderTest.TELNYX_PUBLIC_KEY);
    assertEquals(200, status(TelnyxSigner.post(CALL)));
    webhook
        .environment()
        .put(Variable.TELNYX_PUBLIC_KEY, "11qYAYKxCrfVS/7TyWQHOg7hcvPapiMlrwIaaPcHURo=");
    assertEquals(401, status(TelnyxSigner.post(CALL)));
  }

  @Test
  void withoutAKeyNothingIsTakenAndTheLogNamesIt() {
    webhook.environment().remove(Variable.TELNYX_PUBLIC_KEY);
    String log = logOf(() -> assertEquals(503, status(TelnyxSigner.post(CALL))));
    assertTrue(log.contains("TELNYX_PUBLIC_KEY is not set"), log);
    assertEquals(List.of(), webhook.drain(Queue.CALL_EVENTS));
  }

  @Test
  void whileTheQueueIsDownNothingIsAcknowledged() {
    webhook.stopQueues();
    assertEquals(503, status(TelnyxSigner.post(CALL)));
    assertEquals(503, status(TelnyxSigner.post(SMS)));
  }

  @Test
  void aTextThatNoQueueTakesIsShortenedAndNotLost() {
    String endless = "a".repeat(500_000);
    String text = SMS.replace("mesa para cuatro", endless);
    String file =
        SMS.replace("902", "903")
            .replace("\"id\":\"m\"", "\"media\":[{\"url\":\"https://" + endless + "\"}]");
    String tag =
        SMS.replace("message.received", "message.finalized")
            .replace("902", "904")
            .replace("{\"phone_number\":\"+34600000900\"", "{\"status\":\"delivered\"")
            .replace("\"direction\"", "\"tags\":[\"conserje:" + endless + "\"],\"direction\"");
    for (String event : List.of(text, file, tag)) {
      assertEquals(200, status(TelnyxSigner.post(event)));
    }
    assertEquals(2, webhook.drain(Queue.INBOUND).size());
    assertEquals(1, webhook.drain(Queue.DELIVERY_STATUSES).size());
  }

  @Test
  void theSameEventTenTimesIsOnTheQueueOnce() {
    for (int i = 0; i < 10; i++) {
      assertEquals(200, status(TelnyxSigner.post(CALL)));
      assertEquals(200, status(TelnyxSigner.post(SMS)));
    }
    assertEquals(1, webhook.drain(Queue.CALL_EVENTS).size());
    assertEquals(1, webhook.drain(Queue.INBOUND).size());
  }

  @Test
  void ofARecordingTheIdIsKeptAndNotAnAddressThatDies() {
    assertEquals("telnyx:recording:3fa85f64", recording("\"recording_id\":\"3fa85f64\"," + DYING));
    assertEquals("telnyx:leg:leg-901", recording(DYING), "where no id is told");
    assertEquals("telnyx:leg:leg-901", recording("\"recording_id\":\"../../calls\"," + DYING));
    assertEquals(
        "https://public.example/1",
        recording("\"public_recording_urls\":{\"mp3\":\"https://public.example/1\"}," + DYING));
    assertEquals("", recording("\"recording_id\":\"3fa85f64\",\"recording_urls\":{\"mp3\":null}"));
  }

  private String recording(String told) {
    String body = RECORDING.formatted(Math.abs(told.hashCode()), told);
    assertEquals(200, status(TelnyxSigner.post(body)));
    String queued = webhook.drain(Queue.CALL_EVENTS).getFirst();
    Matcher recording = Pattern.compile("\"recording\":\"([^\"]*)\"").matcher(queued);
    return recording.find() ? recording.group(1) : "none";
  }

  @Test
  void aBodyOverOneMegabyteIsRefusedWhateverItsSignature() {
    assertEquals(413, status(TelnyxSigner.post(CALL + " ".repeat(1024 * 1024 + 2))));
  }

  @Test
  void headersAreFoundWhateverTheirCase() {
    APIGatewayV2HTTPEvent event = TelnyxSigner.post(CALL);
    Map<String, String> titled = new TreeMap<>();
    titled.put("Telnyx-Signature-Ed25519", event.getHeaders().get("telnyx-signature-ed25519"));
    titled.put("Telnyx-Timestamp", event.getHeaders().get("telnyx-timestamp"));
    event.setHeaders(titled);
    assertEquals(200, status(event));
    titled.put("telnyx-timestamp", TelnyxSigner.now());
    assertEquals(401, status(event), "twice");
  }

  @Test
  void anIdOrNumberBeyondAllMeasureIsStillTaken() {
    String huge = "x".repeat(5000);
    assertEquals(200, status(TelnyxSigner.post(CALL.replace("leg-901", huge))));
    assertEquals(200, status(TelnyxSigner.post(SMS.replace("+34600000101", huge))));
    assertEquals(
        200, status(TelnyxSigner.post(SMS.replace("0ccc7b54-0000-4000-8000-000000000902", huge))));
    for (Queue queue : List.of(Queue.CALL_EVENTS, Queue.INBOUND)) {
      webhook.drain(queue).forEach(body -> assertFalse(body.contains("x".repeat(201)), body));
    }
  }

  @Test
  void whatIsSignedAndCannotBeUsedIsTakenAndLeftAndTheLogSaysSo() {
    for (String odd :
        List.of(
            SMS.replace("\"from\"", "\"other\""),
            SMS.replace("\"to\"", "\"other\""),
            SMS.replace("message.received", "message.finalized"),
            SMS.replace("\"data\"", "\"other\""),
            SMS.replace("event_type", "other"))) {
      String log = logOf(() -> assertEquals(200, status(TelnyxSigner.post(odd)), odd));
      assertTrue(log.contains("left"), log);
      assertFalse(log.contains("34600000101") || log.contains("mesa para"), log);
    }
    for (Queue queue : List.of(Queue.CALL_EVENTS, Queue.INBOUND, Queue.DELIVERY_STATUSES)) {
      assertEquals(List.of(), webhook.drain(queue));
    }
  }

  @Test
  void whatAGuestWroteAndTheirNumberStayOutOfTheLog() {
    String log =
        logOf(() -> {
          status(TelnyxSigner.post(SMS));
          status(TelnyxSigner.post(SMS.replace("\"from\"", "\"other\"")));
          status(TelnyxSigner.event(SMS.getBytes(StandardCharsets.UTF_8), "1", "x", true));
          webhook.stopQueues();
          status(TelnyxSigner.post(CALL));
        });
    assertTrue(log.contains("refused") && log.contains("Not queued"), log);
    for (String secret : List.of("34600000101", "mesa para", "v3:901")) {
      assertFalse(log.contains(secret), secret + " is in " + log);
    }
  }

  private int status(APIGatewayV2HTTPEvent event) {
    return webhook.send(event).getStatusCode();
  }

  private static String logOf(Runnable work) {
    PrintStream out = System.out;
    ByteArrayOutputStream captured = new ByteArrayOutputStream();
    System.setOut(new PrintStream(captured, true, StandardCharsets.UTF_8));
    try {
      work.run();
    } finally {
      System.setOut(out);
    }
    return captured.toString(StandardCharsets.UTF_8);
  }
}
