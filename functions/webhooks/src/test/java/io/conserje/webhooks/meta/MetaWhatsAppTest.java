package io.conserje.webhooks.meta;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.conserje.names.Queue;
import io.conserje.names.Variable;
import io.conserje.webhooks.SampleEvents;
import io.conserje.webhooks.WebhookUnderTest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MetaWhatsAppTest {

  private WebhookUnderTest webhook;

  @BeforeEach
  void start() {
    webhook = WebhookUnderTest.meta();
  }

  @AfterEach
  void stop() {
    webhook.close();
  }

  @Test
  void whileTheSecretIsChangedBothAreTakenWithoutARestart() {
    byte[] body = notice(1).getBytes(StandardCharsets.UTF_8);
    String old = MetaSigner.sign(body, WebhookUnderTest.META_SECRET);
    webhook
        .environment()
        .put(Variable.WHATSAPP_APP_SECRET, "new , " + WebhookUnderTest.META_SECRET);
    assertEquals(200, status(MetaSigner.event(body, old, false)));
    assertEquals(200, status(MetaSigner.event(body, MetaSigner.sign(body, "new"), false)));
    webhook.environment().put(Variable.WHATSAPP_APP_SECRET, "new");
    assertEquals(401, status(MetaSigner.event(body, old, false)));
  }

  @Test
  void withoutASecretNobodyIsLetIn() {
    webhook.environment().put(Variable.WHATSAPP_APP_SECRET, " ");
    assertEquals(503, status(MetaSigner.post(notice(1))));
    webhook.environment().remove(Variable.WHATSAPP_VERIFY_TOKEN);
    assertEquals(503, status(new SampleEvents("meta").read("good/verification.json")));
    assertEquals(List.of(), webhook.drain(Queue.INBOUND));
  }

  @Test
  void theChallengeComesBackAsItWas() {
    APIGatewayV2HTTPEvent event = new SampleEvents("meta").read("good/verification.json");
    event.setRawQueryString(
        "hub.verify_token=test-verify-token&hub.challenge=0123456789012345678901234567890"
            + "&hub.mode=subscribe");

    APIGatewayV2HTTPResponse answer = webhook.send(event);

    assertEquals("0123456789012345678901234567890", answer.getBody());
    assertTrue(answer.getHeaders().get("Content-Type").startsWith("text/plain"));
  }

  @Test
  void aHundredMessagesAreOnTheQueueInTheirOrder() {
    assertEquals(200, status(MetaSigner.post(notice(100))));

    List<String> texts =
        webhook.drain(Queue.INBOUND).stream()
            .map(body -> SampleEvents.map(body).get("text").toString())
            .toList();
    assertEquals(IntStream.range(0, 100).mapToObj(i -> "mensaje " + i).toList(), texts);
  }

  @Test
  void aNoticeOfManyGuestsIsOnTheQueueInTheOrderOfEach() {
    assertEquals(200, status(MetaSigner.post(ofGuests(300, 40))));

    Map<Object, List<Object>> texts = new TreeMap<>();
    for (String body : webhook.drain(Queue.INBOUND)) {
      Map<String, Object> message = SampleEvents.map(body);
      texts
          .computeIfAbsent(message.get("guestAddress"), _ -> new ArrayList<>())
          .add(message.get("text"));
    }
    Map<Object, List<Object>> expected = new TreeMap<>();
    for (int i = 0; i < 300; i++) {
      expected
          .computeIfAbsent("+346000001%02d".formatted(i % 40), _ -> new ArrayList<>())
          .add("mensaje " + i);
    }
    assertEquals(expected, texts);
  }

  @Test
  void theSameNoticeTwiceIsOnTheQueueOnce() {
    assertEquals(200, status(MetaSigner.post(notice(12))));
    assertEquals(200, status(MetaSigner.post(notice(12))));

    assertEquals(12, webhook.drain(Queue.INBOUND).size());
  }

  @Test
  void whereAPartCannotBeQueuedTheWholeNoticeIsNotAcknowledged() {
    String reports = webhook.environment().remove(Queue.DELIVERY_STATUSES.urlVariable());
    String both =
        notice(3)
            .replace(
                "\"messages\":", "\"statuses\":[{\"id\":\"o\",\"status\":\"sent\"}],\"messages\":");

    assertEquals(503, status(MetaSigner.post(both)));
    webhook.environment().put(Queue.DELIVERY_STATUSES.urlVariable(), reports);
    assertEquals(200, status(MetaSigner.post(both)));

    assertEquals(3, webhook.drain(Queue.INBOUND).size());
    assertEquals(1, webhook.drain(Queue.DELIVERY_STATUSES).size());
  }

  @Test
  void whileTheQueueIsDownNothingIsAcknowledged() {
    webhook.stopQueues();

    assertEquals(503, status(MetaSigner.post(notice(1))));
    assertEquals(503, status(MetaSigner.post(notice(2))));
    assertEquals(503, status(MetaSigner.post(ofGuests(100, 40))));
  }

  @Test
  void whatIsTooLargeIsNotRead() {
    byte[] large = new byte[4 * 1024 * 1024 + 10];
    assertEquals(413, status(MetaSigner.event(large, "sha256=", true)));
  }

  @Test
  void aNoticeAsLargeAsMetaMakesThemIsTaken() {
    List<String> messages = new ArrayList<>();
    for (int i = 0; i < 700; i++) {
      messages.add(message(i, "ñ".repeat(2000)));
    }

    assertEquals(200, status(MetaSigner.post(notice(String.join(",", messages)))));
    assertEquals(700, webhook.drain(Queue.INBOUND).size());
  }

  private int status(APIGatewayV2HTTPEvent event) {
    return webhook.send(event).getStatusCode();
  }

  private static String notice(int messages) {
    return notice(
        IntStream.range(0, messages)
            .mapToObj(i -> message(i, "mensaje " + i))
            .collect(Collectors.joining(",")));
  }

  private static String ofGuests(int messages, int guests) {
    return notice(
        IntStream.range(0, messages)
            .mapToObj(i ->
                message(i, "mensaje " + i)
                    .replace("34600000101", "346000001%02d".formatted(i % guests)))
            .collect(Collectors.joining(",")));
  }

  private static String notice(String messages) {
    return """
    {"object":"whatsapp_business_account","entry":[{"id":"1","changes":[{"field":"messages","value":{
      "metadata":{"phone_number_id":"106540352242922"},"messages":[%s]}}]}]}
    """
        .formatted(messages);
  }

  private static String message(int id, String text) {
    return """
    {"from":"34600000101","id":"wamid.%d","type":"text","text":{"body":"%s"}}\
    """
        .formatted(id, text);
  }
}
