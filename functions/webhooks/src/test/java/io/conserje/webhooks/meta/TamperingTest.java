package io.conserje.webhooks.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.connectors.lambda.logs.LogLevel;
import io.conserje.names.Queue;
import io.conserje.webhooks.SampleEvents;
import io.conserje.webhooks.WebhookUnderTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One byte changed anywhere, and the notice is not Meta's any more. */
class TamperingTest {

  private static WebhookUnderTest webhook;

  private final byte[] body =
      new SampleEvents("meta")
          .read("good/text.plain.json")
          .getBody()
          .getBytes(StandardCharsets.UTF_8);
  private final String signature = MetaSigner.sign(body, WebhookUnderTest.META_SECRET);

  @BeforeAll
  static void start() {
    webhook = WebhookUnderTest.meta();
  }

  @AfterAll
  static void stop() {
    webhook.close();
  }

  @BeforeEach
  void quietly() {
    LogLevel.from(Map.of("LOG_LEVEL", "ERROR"));
  }

  @AfterEach
  void nothingWasKept() {
    LogLevel.from(Map.of());
    assertEquals(List.of(), webhook.drain(Queue.INBOUND));
    assertEquals(List.of(), webhook.drain(Queue.DELIVERY_STATUSES));
  }

  @Test
  void theSampleItselfIsTaken() {
    assertEquals(200, status(body, signature));
    assertEquals(1, webhook.drain(Queue.INBOUND).size());
  }

  @Test
  void everyByteOfTheBodyCounts() {
    for (int i = 0; i < body.length; i++) {
      for (int bit : List.of(1, 0x20)) {
        byte[] changed = body.clone();
        changed[i] ^= (byte) bit;
        assertEquals(401, status(changed, signature), "byte " + i);
      }
    }
  }

  @Test
  void everyByteOfTheSignatureCounts() {
    for (int i = 0; i < signature.length(); i++) {
      char[] changed = signature.toCharArray();
      changed[i] = changed[i] == '0' ? '1' : '0';
      assertEquals(401, status(body, new String(changed)), "byte " + i);
      changed[i] = Character.toUpperCase(signature.charAt(i));
      if (changed[i] != signature.charAt(i)) {
        assertEquals(401, status(body, new String(changed)), "byte " + i);
      }
    }
  }

  @Test
  void whatIsCutOffOrAddedCounts() {
    byte[] cut = java.util.Arrays.copyOf(body, body.length - 1);
    byte[] added = java.util.Arrays.copyOf(body, body.length + 1);
    assertEquals(401, status(cut, signature));
    assertEquals(401, status(added, signature));
    assertEquals(401, status(new byte[0], signature));
    assertEquals(401, status(body, signature.substring(0, signature.length() - 1)));
    assertEquals(401, status(body, signature + "0"));
    assertEquals(401, status(body, signature + "," + signature));
  }

  private static int status(byte[] body, String signature) {
    return webhook.send(MetaSigner.event(body, signature, true)).getStatusCode();
  }
}
