package io.conserje.webhooks.twilio;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.conserje.names.Queue;
import io.conserje.names.Variable;
import io.conserje.webhooks.WebhookUnderTest;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TwilioMessagesTest {

  private static final String PATH = "/whatsapp/webhook";
  private static final String FORM =
      "MessageSid=SM901&AccountSid=AC00000000000000000000000000000001"
          + "&From=whatsapp%3A%2B34600000101&To=whatsapp%3A%2B34600000900"
          + "&ProfileName=Luc%C3%ADa&Body=mesa+para+cuatro";

  private WebhookUnderTest webhook;

  @BeforeEach
  void start() {
    webhook = WebhookUnderTest.twilio();
  }

  @AfterEach
  void stop() {
    webhook.close();
  }

  @Test
  void duringARotationBothTokensAreTakenWithoutARestart() {
    webhook
        .environment()
        .put(Variable.TWILIO_AUTH_TOKEN, "new-token , " + WebhookUnderTest.TWILIO_TOKEN);
    assertEquals(200, status(TwilioSigner.post(PATH, FORM, WebhookUnderTest.TWILIO_TOKEN)));
    assertEquals(200, status(TwilioSigner.post(PATH, FORM, "new-token")));
    webhook.environment().put(Variable.TWILIO_AUTH_TOKEN, "new-token");
    assertEquals(403, status(TwilioSigner.post(PATH, FORM, WebhookUnderTest.TWILIO_TOKEN)));
  }

  @Test
  void withoutATokenNothingIsTakenAndTheLogNamesIt() {
    webhook.environment().remove(Variable.TWILIO_AUTH_TOKEN);
    String log = logOf(() -> assertEquals(503, status(genuine())));
    assertTrue(log.contains("TWILIO_AUTH_TOKEN is not set"), log);
    assertEquals(List.of(), webhook.drain(Queue.INBOUND));
  }

  @Test
  void anEmptyTokenIsNoToken() {
    for (String nothing : List.of("", " ", ",", " , ")) {
      webhook.environment().put(Variable.TWILIO_AUTH_TOKEN, nothing);
      assertEquals(503, status(TwilioSigner.post(PATH, FORM, "some-token")));
    }
    assertEquals(List.of(), webhook.drain(Queue.INBOUND));
  }

  @Test
  void withoutAPublicAddressNothingIsTaken() {
    webhook.environment().remove(Variable.PUBLIC_BASE_URL);
    assertEquals(503, status(genuine()));
    assertEquals(List.of(), webhook.drain(Queue.INBOUND));
  }

  @Test
  void aSlashAtTheEndOfThePublicAddressDoesNotMatter() {
    webhook.environment().put(Variable.PUBLIC_BASE_URL, "https://api.example.com/");
    assertEquals(200, status(genuine()));
  }

  @Test
  void withoutAnAccountAnyAccountOfTheTokenIsTaken() {
    webhook.environment().remove(Variable.TWILIO_ACCOUNT_SID);
    assertEquals(200, status(genuine()));
  }

  @Test
  void whileTheQueueIsDownNothingIsAcknowledged() {
    webhook.stopQueues();
    APIGatewayV2HTTPResponse response = webhook.send(genuine());
    assertEquals(503, response.getStatusCode());
    assertEquals("application/problem+json", response.getHeaders().get("Content-Type"));
    assertEquals(
        503,
        status(
            TwilioSigner.post(
                "/twilio/status?message=1",
                FORM + "&MessageStatus=sent",
                WebhookUnderTest.TWILIO_TOKEN)));
  }

  @Test
  void withoutAQueueNothingIsAcknowledged() {
    webhook.environment().remove(Queue.INBOUND.urlVariable());
    String log = logOf(() -> assertEquals(503, status(genuine())));
    assertTrue(log.contains("INBOUND_QUEUE_URL is not set"), log);
  }

  @Test
  void aQueueThatIsNotThereIsNoReasonToAcknowledge() {
    webhook
        .environment()
        .computeIfPresent(Queue.INBOUND.urlVariable(), (_, url) -> url + "-elsewhere.fifo");
    assertEquals(503, status(genuine()));
  }

  @Test
  void whatNoKeyOfTheLedgerTakesIsShortenedAndNotLost() {
    String endless = FORM.replace("SM901", "SM" + "9".repeat(30_000)) + "&MessageType=te%00xt";
    assertEquals(200, status(TwilioSigner.post(PATH, endless, WebhookUnderTest.TWILIO_TOKEN)));
    String queued = webhook.drain(Queue.INBOUND).getFirst();
    assertTrue(queued.length() < 2_000, "of " + queued.length());
    assertTrue(queued.contains("\"kind\":\"text\""), queued);
  }

  @Test
  void theSameMessageTenTimesIsOnTheQueueOnce() {
    for (int i = 0; i < 10; i++) {
      assertEquals(200, status(genuine()));
    }
    assertEquals(1, webhook.drain(Queue.INBOUND).size());
  }

  @Test
  void aBodyOver128KilobytesIsRefusedWhateverItsSignature() {
    String large = FORM + "&Filler=" + "x".repeat(128 * 1024);
    assertEquals(413, status(TwilioSigner.post(PATH, large, WebhookUnderTest.TWILIO_TOKEN)));
    APIGatewayV2HTTPEvent plain = TwilioSigner.post(PATH, large, WebhookUnderTest.TWILIO_TOKEN);
    plain.setIsBase64Encoded(false);
    plain.setBody(large);
    assertEquals(413, status(plain));
    assertEquals(List.of(), webhook.drain(Queue.INBOUND));
  }

  @Test
  void aLongButAllowedBodyIsTaken() {
    String longForm = FORM + "&Filler=" + "x".repeat(100 * 1024);
    assertEquals(200, status(TwilioSigner.post(PATH, longForm, WebhookUnderTest.TWILIO_TOKEN)));
  }

  @Test
  void headersAreFoundWhateverTheirCase() {
    APIGatewayV2HTTPEvent event = genuine();
    Map<String, String> upper = new TreeMap<>();
    event.getHeaders().forEach((name, value) -> upper.put(name.toUpperCase(), value));
    event.setHeaders(upper);
    assertEquals(200, status(event));
    upper.put("x-twilio-signature", upper.get("X-TWILIO-SIGNATURE"));
    assertEquals(403, status(event));
  }

  @Test
  void signedJsonIsVerifiedAndThenNotTaken() {
    String json = "{\"property\": \"value\", \"boolean\": true}";
    String hash = "0a1ff7634d9ab3b95db5c9a2dfe9416e41502b283a80c7cf19632632f96e6620";
    String target = PATH + "?bodySHA256=" + hash;
    String signature =
        TwilioSigner.sign("https://api.example.com" + target, "=", WebhookUnderTest.TWILIO_TOKEN);
    assertEquals(415, status(json(target, json, signature)));
    assertEquals(403, status(json(target, json.replace("true", "null"), signature)));
    assertEquals(403, status(json(PATH, json, signature)));
    assertEquals(List.of(), webhook.drain(Queue.INBOUND));
  }

  @Test
  void anEventWithHardlyAnythingInItIsRefused() {
    APIGatewayV2HTTPEvent event = genuine();
    event.setHeaders(null);
    event.setBody(null);
    event.setRawQueryString(null);
    assertEquals(403, status(event));
  }

  @Test
  void whatAGuestWroteAndTheirNumberStayOutOfTheLog() {
    String log =
        logOf(() -> {
          status(genuine());
          status(TwilioSigner.event(PATH, FORM, "wrong"));
          status(
              TwilioSigner.post(
                  PATH, FORM.replace("MessageSid", "x"), WebhookUnderTest.TWILIO_TOKEN));
          webhook.stopQueues();
          status(
              TwilioSigner.post(
                  PATH, FORM.replace("SM901", "SM902"), WebhookUnderTest.TWILIO_TOKEN));
        });
    assertTrue(log.contains("refused") && log.contains("Not queued"), log);
    for (String secret :
        List.of("34600000101", "mesa para", "mesa+para", "Luc", WebhookUnderTest.TWILIO_TOKEN)) {
      assertFalse(log.contains(secret), secret + " is in " + log);
    }
  }

  @Test
  void aFormMayBeginWithAnEmptyFieldAndHaveAnyOrder() {
    String form = "ProfileName=&WaId=34600000101&" + FORM.replace("&ProfileName=Luc%C3%ADa", "");
    assertEquals(200, status(TwilioSigner.post(PATH, form, WebhookUnderTest.TWILIO_TOKEN)));
    String audio =
        form.replace("mesa+para+cuatro", "")
            + "&MessageType=audio&NumMedia=1&MediaUrl0=https%3A%2F%2Fx%2FME1";
    assertEquals(
        200,
        status(
            TwilioSigner.post(
                PATH, audio.replace("SM901", "SM902"), WebhookUnderTest.TWILIO_TOKEN)));
    assertEquals(2, webhook.drain(Queue.INBOUND).size());
  }

  @Test
  void theGatewaysIdIsTheCorrelationWhenTwilioGivesNone() {
    webhook.send(genuine());
    assertTrue(webhook.drain(Queue.INBOUND).getFirst().contains("\"correlation\":\"gateway-1\""));
  }

  private static APIGatewayV2HTTPEvent genuine() {
    return TwilioSigner.post(PATH, FORM, WebhookUnderTest.TWILIO_TOKEN);
  }

  private static APIGatewayV2HTTPEvent json(String target, String body, String signature) {
    APIGatewayV2HTTPEvent event = TwilioSigner.event(target, body, signature);
    event.getHeaders().put("content-type", "application/json");
    return event;
  }

  private int status(APIGatewayV2HTTPEvent event) {
    return webhook.send(event).getStatusCode();
  }

  private static String logOf(Runnable work) {
    PrintStream before = System.out;
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    System.setOut(new PrintStream(bytes, true, StandardCharsets.UTF_8));
    try {
      work.run();
    } finally {
      System.setOut(before);
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
