package io.conserje.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.conserje.connectors.postgres.KeyedDigest;
import io.conserje.connectors.sqs.SqsClients;
import io.conserje.names.Queue;
import io.conserje.names.Variable;
import io.conserje.testkit.embedded.EmbeddedSqs;
import io.conserje.venue.VenueId;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.Message;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

class DeadLetterApiTest {

  private static final String TALK = "00000000-0000-0000-0000-00000000c001";
  private static final String UNSENT = "outbox-00000000-0000-0000-0000-00000000f003";

  private final EmbeddedSqs server = EmbeddedSqs.start();
  private final House house = new House().seeded();
  private SqsClient sqs;
  private int sent;

  @BeforeEach
  void open() {
    house.environment.put(Variable.AWS_ENDPOINT_URL_SQS, server.endpoint());
    house.environment.put("AWS_ACCESS_KEY_ID", "test");
    house.environment.put("AWS_SECRET_ACCESS_KEY", "test");
    sqs = SqsClients.create(house.environment);
    for (Queue queue : Queue.all()) {
      create(queue, queue.name());
      create(queue, queue.deadLetters());
      house.environment.put(queue.urlVariable(), url(queue.name()));
    }
  }

  private void create(Queue queue, String name) {
    Map<QueueAttributeName, String> fifo = Map.of(QueueAttributeName.FIFO_QUEUE, "true");
    sqs.createQueue(r -> r.queueName(name).attributes(queue.fifo() ? fifo : Map.of()));
  }

  @AfterEach
  void close() {
    house.close();
    sqs.close();
    server.close();
  }

  @Test
  void everyQueuesDeadLettersAreListedWithWhatTheyAreAbout() {
    dead(Queue.INBOUND, inbound("+34600000900"));
    dead(Queue.TURN_DUE, "{\"conversation\": \"" + TALK + "\", \"upTo\": 3}");
    dead(Queue.OUTBOX_DUE, "{\"conversation\": \"" + TALK + "\"}");
    dead(Queue.DELIVERY_STATUSES, report());
    dead(Queue.CALL_EVENTS, call());

    List<Map<String, Object>> letters = letters("venue=restaurante");

    assertEquals(
        List.of("call-events", "delivery-statuses", "inbound", "outbox", "outbox-due", "turn-due"),
        letters.stream().map(letter -> letter.get("queue").toString()).sorted().toList());
    Map<String, Object> inbound = of(letters, "inbound");
    assertEquals("whatsapp", inbound.get("channel"));
    assertEquals("SM777", inbound.get("event"));
    assertEquals("+34600000107", inbound.get("guest"));
    assertEquals("mesa para dos", inbound.get("text"));
    assertEquals("corr-777", inbound.get("correlation"));
    assertEquals(TALK, of(letters, "turn-due").get("conversation"));
    assertEquals(TALK, of(letters, "delivery-statuses").get("conversation"));
    assertEquals("voice", of(letters, "call-events").get("channel"));
    assertEquals("21610", of(letters, "outbox").get("errorCode"));
    assertEquals(List.of(), letters("venue=hotel"));
    assertEquals(1, letters("queue=turn-due").size());
    assertEquals(letters.size(), letters("").size(), "nothing went away by being looked at");
  }

  @Test
  void whatNobodyCanReadIsListedToo() {
    dead(Queue.INBOUND, "{\"provider\":");
    dead(Queue.TURN_DUE, "{}");

    for (String queue : List.of("inbound", "turn-due")) {
      Map<String, Object> letter = letters("queue=" + queue).getFirst();
      assertNull(letter.get("venue"));
      assertEquals(200, replay(letter.get("id").toString()).getStatusCode());
    }
    assertEquals("{\"provider\":", waiting(Queue.INBOUND).body());
  }

  @Test
  void aLetterComesBackOnItsQueueOnceHoweverOftenItIsAsked() {
    dead(Queue.INBOUND, inbound("+34600000900"));
    String id = letters("queue=inbound").getFirst().get("id").toString();

    APIGatewayV2HTTPResponse replayed = replay(id);

    assertEquals(200, replayed.getStatusCode(), replayed.getBody());
    assertEquals(Map.of("id", id, "venue", "restaurante", "replayed", true), house.json(replayed));
    assertEquals(house.json(replayed), house.json(replay(id)));
    assertEquals(inbound("+34600000900"), waiting(Queue.INBOUND).body());
    assertEquals(0, sqs.receiveMessage(r -> r.queueUrl(url("inbound.fifo"))).messages().size());
    assertEquals(List.of(), letters("queue=inbound"));
    assertEquals(List.of("dead_letter_replayed"), audit(id, "what"));
    assertEquals(List.of("Marta"), audit(id, "who"));
  }

  @Test
  void nobodyHasToSayWhoTheyAre() {
    for (String body : new String[] {null, "", "{}", "{\"by\": null}"}) {
      dead(Queue.INBOUND, inbound("+34600000900"));
      String id = letters("queue=inbound").getFirst().get("id").toString();

      APIGatewayV2HTTPResponse replayed = replay(id, body);

      assertEquals(200, replayed.getStatusCode(), body + ": " + replayed.getBody());
      assertEquals(List.of("staff"), audit(id, "who"));
      sqs.purgeQueue(r -> r.queueUrl(url("inbound-dead.fifo")));
    }
    assertEquals(400, replay("inbound-" + TALK, "{\"by\":").getStatusCode());
  }

  @Test
  void aMessageThatWasGivenUpIsSentAgain() {
    assertEquals(UNSENT, letters("queue=outbox").getFirst().get("id"));

    assertEquals(200, replay(UNSENT).getStatusCode());
    assertEquals(200, replay(UNSENT).getStatusCode());

    assertEquals(List.of(), letters("queue=outbox"));
    assertTrue(waiting(Queue.OUTBOX_DUE).body().contains(TALK));
    assertEquals(0, sqs.receiveMessage(r -> r.queueUrl(url("outbox-due"))).messages().size());
    assertEquals(List.of("Marta"), audit(UNSENT, "who"));
  }

  @Test
  void aLetterIsDiscardedOnceHoweverOftenItIsAskedAndTheLogSaysWhy() {
    dead(Queue.INBOUND, inbound("+34600000900"));
    String id = letters("queue=inbound").getFirst().get("id").toString();

    APIGatewayV2HTTPResponse discarded = discard(id, "{\"by\": \"Marta\", \"reason\": \"old\"}");

    assertEquals(200, discarded.getStatusCode(), discarded.getBody());
    assertEquals(
        Map.of("id", id, "venue", "restaurante", "discarded", true), house.json(discarded));
    assertEquals(house.json(discarded), house.json(discard(id, "{\"reason\": \"old\"}")));
    assertEquals(List.of(), letters("queue=inbound"));
    assertEquals(404, replay(id).getStatusCode());
    assertEquals(0, sqs.receiveMessage(r -> r.queueUrl(url("inbound.fifo"))).messages().size());
    assertEquals(List.of("dead_letter_discarded"), audit(id, "what"));
    assertEquals(List.of("Marta"), audit(id, "who"));
    assertEquals(List.of(Map.of("reason", "old")), audit(id, "details"));
  }

  @Test
  void soIsAMessageThatWasGivenUp() {
    assertEquals(200, discard(UNSENT, "{\"reason\": \"telephoned\"}").getStatusCode());
    assertEquals(200, discard(UNSENT, "{\"reason\": \"telephoned\"}").getStatusCode());

    assertEquals(List.of(), letters("queue=outbox"));
    assertEquals(404, replay(UNSENT).getStatusCode());
    assertEquals(List.of("dead_letter_discarded"), audit(UNSENT, "what"));
    assertEquals(0, sqs.receiveMessage(r -> r.queueUrl(url("outbox-due"))).messages().size());
  }

  @Test
  void whatWasReplayedIsNotThereToBeDiscarded() {
    assertEquals(200, replay(UNSENT).getStatusCode());
    assertEquals(404, discard(UNSENT, "{\"reason\": \"late\"}").getStatusCode());
  }

  @Test
  void whoDiscardsSaysWhyAndHasTheKey() {
    for (String body : new String[] {null, "{}", "{\"reason\": \" \"}", "{\"reason\":"}) {
      assertEquals(400, discard(UNSENT, body).getStatusCode(), body);
    }
    assertEquals(404, discard("x", "{\"reason\": \"old\"}").getStatusCode());
    assertEquals(
        401,
        house
            .call("POST", "/api/dead-letters/" + UNSENT + "/discard", "", Map.of())
            .getStatusCode());
    assertEquals(1, letters("queue=outbox").size());
  }

  @Test
  void aLetterNobodyCanReadIsDiscardedToo() {
    dead(Queue.TURN_DUE, "{}");
    String id = letters("queue=turn-due").getFirst().get("id").toString();

    assertEquals(200, discard(id, "{\"reason\": \"broken\"}").getStatusCode());
    assertEquals(List.of(), letters("queue=turn-due"));
  }

  @Test
  void ofAGuestWhoHasBeenErasedSinceNothingIsShown() {
    dead(Queue.INBOUND, inbound("+34600000900"));
    String digest =
        new KeyedDigest(() -> house.environment.get(Variable.SESSION_SECRET_KEY))
            .of(new VenueId("restaurante"), "+34600000107");
    house.run(
        "INSERT INTO forgotten_addresses VALUES ('restaurante', '"
            + digest
            + "', '2026-11-20T11:00:00Z')");

    Map<String, Object> letter = letters("queue=inbound").getFirst();

    assertEquals("restaurante", letter.get("venue"));
    for (String telling : List.of("guest", "text", "event", "correlation")) {
      assertNull(letter.get(telling), telling);
    }
    assertTrue(letter.get("error").toString().contains("erased"), letter.toString());
  }

  @Test
  void whatReachedTheGuestAnotherWayOrIsNotWantedIsNotDead() {
    house.run(
        """
        INSERT INTO outbox (id, venue, conversation, kind, channel, house_address, guest_address, body, state,
          due_at, written_at, changed_at, instead_of)
        SELECT gen_random_uuid(), venue, conversation, kind, 'sms', house_address, guest_address, body, 'sent',
          due_at, written_at, changed_at, id FROM outbox WHERE state = 'failed'
        """);
    assertEquals(List.of(), letters("queue=outbox"));
    assertEquals(404, replay(UNSENT).getStatusCode());

    house.run("DELETE FROM outbox WHERE instead_of IS NOT NULL");
    house.run("INSERT INTO opt_outs VALUES ('restaurante', '+34600000101', 'guest', 'sms', now())");
    assertEquals(List.of(), letters("queue=outbox"));
    assertEquals(404, replay(UNSENT).getStatusCode());
  }

  /** While STOP stands it is not wanted; after START it is not true. */
  @Test
  void thatNothingMoreWillBeWrittenIsNeverSaidLater() {
    house.run("UPDATE outbox SET last_word = true");

    assertEquals(List.of(), letters("queue=outbox"));
    assertEquals(404, replay(UNSENT).getStatusCode());
  }

  @Test
  void whatIsNotThereIsSaid() {
    assertEquals(404, get("venue=nowhere").getStatusCode());
    assertEquals(400, get("queue=nowhere").getStatusCode());
    assertEquals(404, replay("x").getStatusCode());
    assertEquals(404, replay("nowhere-" + TALK).getStatusCode());
    assertEquals(404, replay("turn-due-" + TALK).getStatusCode());
    assertEquals(404, replay("outbox-" + TALK).getStatusCode());
    assertEquals(404, replay("outbox-------------------------------------").getStatusCode());
  }

  private static String inbound(String to) {
    return """
    {"provider":"twilio","eventId":"SM777","channel":"WHATSAPP","houseAddress":"%s",\
    "guestAddress":"+34600000107","guestName":"Ana","text":"mesa para dos","kind":"text","media":[],\
    "receivedAt":"2026-11-20T10:59:00Z","correlation":"corr-777"}\
    """
        .formatted(to);
  }

  private static String report() {
    return """
    {"provider":"twilio","providerMessageId":"SM301","outboxId":null,"status":"read",\
    "receivedAt":"2026-11-20T10:59:00Z","correlation":"corr-778"}\
    """;
  }

  private String call() {
    house.run(
        "INSERT INTO channel_addresses VALUES ('voice', '+34600000900', 'restaurante')"
            + " ON CONFLICT DO NOTHING");
    return """
    {"place":{"provider":"vapi","callId":"call-9","carrierCallId":"","houseAddresses":["+34600000900"],\
    "caller":"+34600000107","direction":"inbound"},"name":"hang:1","signal":"hang","endedReason":"",\
    "forwardedTo":"","language":"","at":"2026-11-20T10:59:00Z","receivedAt":"2026-11-20T10:59:00Z",\
    "correlation":"corr-779"}\
    """;
  }

  private void dead(Queue queue, String body) {
    sqs.sendMessage(r -> {
      r.queueUrl(url(queue.deadLetters())).messageBody(body);
      if (queue.fifo()) {
        r.messageGroupId("group-1").messageDeduplicationId(String.valueOf(sent++));
      }
    });
  }

  private Message waiting(Queue queue) {
    return sqs.receiveMessage(r -> r.queueUrl(url(queue.name())).waitTimeSeconds(5))
        .messages()
        .getFirst();
  }

  private String url(String name) {
    return server.endpoint() + "/000000000000/" + name;
  }

  private static Map<String, Object> of(List<Map<String, Object>> letters, String queue) {
    return letters.stream().filter(l -> l.get("queue").equals(queue)).findFirst().orElseThrow();
  }

  private List<Map<String, Object>> letters(String query) {
    APIGatewayV2HTTPResponse answer = get(query);
    assertEquals(200, answer.getStatusCode(), answer.getBody());
    return Rows.list(house.json(answer), "deadLetters");
  }

  private APIGatewayV2HTTPResponse get(String query) {
    return house.get("/api/dead-letters", query);
  }

  private APIGatewayV2HTTPResponse replay(String id) {
    return replay(id, "{\"by\": \"Marta\"}");
  }

  private APIGatewayV2HTTPResponse replay(String id, String body) {
    return act(id, "replay", body);
  }

  private APIGatewayV2HTTPResponse discard(String id, String body) {
    return act(id, "discard", body);
  }

  private APIGatewayV2HTTPResponse act(String id, String what, String body) {
    Map<String, String> headers = new HashMap<>();
    headers.put("authorization", "Bearer " + House.KEY);
    if (body != null && !body.isEmpty()) {
      headers.put("content-type", "application/json");
    }
    APIGatewayV2HTTPEvent event =
        House.event("POST", "/api/dead-letters/" + id + "/" + what, "", headers);
    event.setBody(body);
    return house.console.handleRequest(event, new MockLambdaContext());
  }

  private List<Object> audit(String subject, String field) {
    return Rows.each(
        house.json(house.get("/api/audit", "venue=restaurante&subject=" + subject)),
        "entries",
        field);
  }
}
