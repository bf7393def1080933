package io.conserje.webhooks.telnyx;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.connectors.lambda.logs.LogLevel;
import io.conserje.names.Queue;
import io.conserje.webhooks.SampleEvents;
import io.conserje.webhooks.WebhookUnderTest;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One byte changed anywhere, and the request is not Telnyx's any more. */
class TamperingTest {

  private static WebhookUnderTest webhook;

  private final byte[] body =
      Base64.getDecoder()
          .decode(new SampleEvents("telnyx").read("good/call-initiated.base64.json").getBody());
  private final String timestamp = TelnyxSigner.now();
  private final String signature = TelnyxSigner.sign(timestamp, body);

  @BeforeAll
  static void start() {
    webhook = WebhookUnderTest.telnyx();
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
    assertEquals(List.of(), webhook.drain(Queue.CALL_EVENTS));
  }

  @Test
  void theSampleItselfIsTaken() {
    assertEquals(200, status(body, timestamp, signature));
    assertEquals(1, webhook.drain(Queue.CALL_EVENTS).size());
  }

  @Test
  void everyBitOfEveryByteOfTheBodyCounts() {
    for (int i = 0; i < body.length; i++) {
      byte[] other = body.clone();
      other[i] ^= (byte) (1 << i % 8);
      assertEquals(401, status(other, timestamp, signature), "byte " + i);
    }
  }

  @Test
  void everyByteOfTheSignatureCounts() {
    for (int i = 0; i < signature.length(); i++) {
      for (char other : List.of('A', 'B', 'x', '=', '-')) {
        if (signature.charAt(i) != other) {
          assertEquals(401, status(body, timestamp, changed(signature, i, other)), "byte " + i);
        }
      }
    }
  }

  /** Also to a time that would be within the five minutes. */
  @Test
  void everyByteOfTheTimestampCounts() {
    for (int i = 0; i < timestamp.length(); i++) {
      for (char other = '0'; other <= '9'; other++) {
        if (timestamp.charAt(i) != other) {
          assertEquals(401, status(body, changed(timestamp, i, other), signature), "byte " + i);
        }
      }
    }
  }

  @Test
  void whatIsCutOffOrAddedCounts() {
    assertEquals(401, status(Arrays.copyOf(body, body.length - 1), timestamp, signature));
    assertEquals(401, status(Arrays.copyOf(body, body.length + 1), timestamp, signature));
    assertEquals(401, status(new byte[0], timestamp, signature));
    assertEquals(401, status(body, "0" + timestamp, signature));
    assertEquals(401, status(body, timestamp, signature + "="));
    assertEquals(401, status(body, timestamp, signature.substring(0, 86)));
  }

  private static int status(byte[] body, String timestamp, String signature) {
    return webhook.send(TelnyxSigner.event(body, timestamp, signature, true)).getStatusCode();
  }

  private static String changed(String text, int at, char other) {
    return text.substring(0, at) + other + text.substring(at + 1);
  }
}
