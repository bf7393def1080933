package io.conserje.webhooks.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.conserje.connectors.lambda.logs.LogLevel;
import io.conserje.names.Queue;
import io.conserje.webhooks.SampleEvents;
import io.conserje.webhooks.WebhookUnderTest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One byte changed anywhere, and the request is not Twilio's any more. */
class TamperingTest {

  private static final String TARGET =
      "/twilio/status?message=6f1c1f9e-0000-4000-8000-000000000301";

  private static WebhookUnderTest webhook;

  private final APIGatewayV2HTTPEvent genuine =
      new SampleEvents("twilio").read("good/status-delivered.base64.json");
  private final String form =
      new String(Base64.getDecoder().decode(genuine.getBody()), StandardCharsets.UTF_8);
  private final String signature = genuine.getHeaders().get("x-twilio-signature");

  @BeforeAll
  static void start() {
    webhook = WebhookUnderTest.twilio();
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
    assertEquals(204, status(TARGET, form, signature));
    assertEquals(1, webhook.drain(Queue.DELIVERY_STATUSES).size());
  }

  @Test
  void everyByteOfTheBodyCounts() {
    for (int i = 0; i < form.length(); i++) {
      assertEquals(403, status(TARGET, changed(form, i), signature), "byte " + i);
    }
  }

  /** What is signed are keys and values behind each other, without what parts them. */
  @Test
  void noByteOfTheBodyMayPartItOtherwise() {
    for (int i = 0; i < form.length(); i++) {
      for (String parting : List.of("&", "=", "&=")) {
        String other = form.substring(0, i) + parting + form.substring(i + 1);
        if (!other.equals(form)) {
          assertEquals(403, status(TARGET, other, signature), other);
        }
      }
    }
  }

  @Test
  void everyByteOfTheSignatureCounts() {
    for (int i = 0; i < signature.length(); i++) {
      assertEquals(403, status(TARGET, form, changed(signature, i)), "byte " + i);
    }
  }

  @Test
  void everyByteOfTheQueryCounts() {
    for (int i = TARGET.indexOf('?') + 1; i < TARGET.length(); i++) {
      assertEquals(403, status(changed(TARGET, i), form, signature), "byte " + i);
    }
  }

  @Test
  void everyByteOfThePathCounts() {
    for (int i = 1; i < TARGET.indexOf('?'); i++) {
      int status = status(changed(TARGET, i), form, signature);
      assertEquals(4, status / 100, "byte " + i + ": " + status);
    }
  }

  @Test
  void whatIsCutOffOrAddedCounts() {
    assertEquals(403, status(TARGET, form.substring(0, form.length() - 1), signature));
    assertEquals(403, status(TARGET, form + "&a=", signature));
    assertEquals(403, status(TARGET, form, signature + "="));
    assertEquals(403, status(TARGET, form, signature + " "));
    assertEquals(400, status(TARGET, form, " " + signature));
    assertEquals(403, status(TARGET.substring(0, TARGET.indexOf('?')), form, signature));
  }

  private static int status(String target, String form, String signature) {
    return webhook.send(TwilioSigner.event(target, form, signature)).getStatusCode();
  }

  /**
   * Another byte, and not the same letter in another case, which in an escape would mean the same.
   */
  private static String changed(String text, int at) {
    char other = text.charAt(at) == 'x' ? 'y' : 'x';
    return text.substring(0, at) + other + text.substring(at + 1);
  }
}
