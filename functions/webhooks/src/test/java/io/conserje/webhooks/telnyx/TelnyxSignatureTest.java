package io.conserje.webhooks.telnyx;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.conserje.names.Variable;
import io.conserje.webhooks.SampleEvents;
import io.conserje.webhooks.WebhookUnderTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every vector as it stands, through the real handler at the vector's own time. */
class TelnyxSignatureTest {

  private static WebhookUnderTest webhook;

  @BeforeAll
  static void start() {
    webhook = WebhookUnderTest.telnyx();
  }

  @AfterAll
  static void stop() {
    webhook.close();
  }

  @TestFactory
  Stream<DynamicTest> vectors() {
    List<Map<String, Object>> vectors = all();
    assertTrue(vectors.size() >= 27, "only " + vectors.size());
    return vectors.stream()
        .map(
            vector -> DynamicTest.dynamicTest(vector.get("id").toString(), () -> verified(vector)));
  }

  /** What is let in may still say nothing we know: then it is 400, and never 401. */
  private static void verified(Map<String, Object> vector) {
    long at = ((Number) vector.get("verifyAtEpochSeconds")).longValue();
    webhook.at(Instant.ofEpochSecond(at));
    webhook.environment().put(Variable.TELNYX_PUBLIC_KEY, vector.get("publicKey").toString());
    APIGatewayV2HTTPEvent event =
        TelnyxSigner.event(
            body(vector),
            vector.get("timestamp").toString(),
            vector.get("signature").toString(),
            false);
    int status = webhook.send(event).getStatusCode();
    boolean letIn = status == 200 || status == 400;
    assertEquals(vector.get("expectValid"), letIn, "answered " + status);
    boolean configured = !vector.get("id").equals("bad-public-key");
    assertTrue(letIn || status == (configured ? 401 : 503), "answered " + status);
  }

  @Test
  void aKeyIsThirtyTwoBytesOfBase64() {
    assertTrue(TelnyxSignature.with("").isEmpty());
    assertTrue(TelnyxSignature.with("dGVzdA==").isEmpty());
    assertTrue(TelnyxSignature.with("-----BEGIN PUBLIC KEY-----").isEmpty());
    assertTrue(TelnyxSignature.with(WebhookUnderTest.TELNYX_PUBLIC_KEY).isPresent());
  }

  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> all() {
    Map<String, Object> file = SampleEvents.map(text("/telnyx/signature-vectors.json"));
    return (List<Map<String, Object>>) ((Map<String, Object>) file.get("telnyx")).get("vectors");
  }

  private static byte[] body(Map<String, Object> vector) {
    return vector.get("bodyFile") instanceof String file
        ? bytes("/telnyx/" + file)
        : vector.get("rawBody").toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String text(String resource) {
    return new String(bytes(resource), StandardCharsets.UTF_8);
  }

  private static byte[] bytes(String resource) {
    try (InputStream in = TelnyxSignatureTest.class.getResourceAsStream(resource)) {
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
