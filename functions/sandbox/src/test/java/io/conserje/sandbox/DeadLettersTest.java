package io.conserje.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.conserje.names.Queue;
import io.conserje.sandbox.queues.Queues;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

/** What could not be worked off comes back by one call. */
@InSharedSandbox
class DeadLettersTest {

  private static final int GUEST = 81;

  private static Sandbox sandbox;
  private static Guests guests;

  @BeforeAll
  static void open(Sandbox shared) {
    sandbox = shared;
    guests = new Guests(sandbox);
  }

  @Test
  void aMessageThatDiedOnItsQueueIsAnsweredAfterOneCall() throws Exception {
    dies(Queue.INBOUND, 2, "1");
    sandbox.database().execute("ALTER TABLE inbound_ledger RENAME TO ledger_under_repair");
    try {
      guests.write(GUEST, "mesa para dos el martes a las dos");
      await(() -> sandbox.queues().waiting(Queue.INBOUND.deadLetters()) == 1);
    } finally {
      sandbox.database().execute("ALTER TABLE ledger_under_repair RENAME TO inbound_ledger");
      dies(Queue.INBOUND, Queue.INBOUND.attempts(), "40");
    }
    assertTrue(sandbox.awaitQuiet(Duration.ofMinutes(2)));
    assertEquals(List.of(), guests.answers(GUEST));

    JsonNode letter = letters().get(0);
    assertEquals("inbound", letter.get("queue").asText());
    assertEquals(Guests.phone(GUEST), letter.get("guest").asText());
    String replay = "/api/dead-letters/" + letter.get("id").asText() + "/replay";
    assertEquals(200, call("POST", replay).statusCode());
    assertEquals(200, call("POST", replay).statusCode());

    await(() -> !guests.answers(GUEST).isEmpty());
    assertTrue(sandbox.awaitQuiet(Duration.ofMinutes(2)));
    assertEquals(1, guests.answers(GUEST).size());
    assertEquals(0, letters().size());
  }

  /** After so many tries, with so many seconds between them. */
  private static void dies(Queue queue, int tries, String seconds) {
    String policy =
        "{\"deadLetterTargetArn\":\"%s\",\"maxReceiveCount\":\"%d\"}"
            .formatted(Queues.arn(queue.deadLetters()), tries);
    Map<QueueAttributeName, String> attributes =
        Map.of(
            QueueAttributeName.VISIBILITY_TIMEOUT,
            seconds,
            QueueAttributeName.REDRIVE_POLICY,
            policy);
    sandbox
        .queues()
        .client()
        .setQueueAttributes(r -> r.queueUrl(sandbox.queues().url(queue)).attributes(attributes));
  }

  private static JsonNode letters() throws IOException, InterruptedException {
    HttpResponse<String> answer = call("GET", "/api/dead-letters?venue=restaurante");
    assertEquals(200, answer.statusCode(), answer.body());
    return new ObjectMapper().readTree(answer.body()).get("deadLetters");
  }

  private static HttpResponse<String> call(String method, String path)
      throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(sandbox.gateway().resolve(path))
            .header("Authorization", "Bearer sandbox-admin-key")
            .method(method, BodyPublishers.noBody())
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request, BodyHandlers.ofString());
    }
  }

  private static void await(BooleanSupplier condition) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofMinutes(2).toNanos();
    while (!condition.getAsBoolean()) {
      assertTrue(System.nanoTime() < end, "in two minutes");
      Thread.sleep(50);
    }
  }
}
