package io.conserje.turns;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse.BatchItemFailure;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import io.conserje.names.Queue;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.serde.annotation.Serdeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every file of {@code events/turns} goes through the real handler, read as Lambda reads it. */
class EventsAreReplayedTest {

  private static final Path EVENTS = Path.of("../../events/turns");
  private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");

  /** What the words of each expectation mean in the database and on the queues. */
  private static final Map<String, Consumer<House>> THEN =
      Map.ofEntries(
          entry(
              "one ledger entry, one message, one turn-due",
              house -> {
                assertEquals(1, house.count("inbound_ledger"));
                assertEquals(1, house.count("messages"));
                assertEquals(1, house.waiting(Queue.TURN_DUE));
              }),
          entry("the unknown field is ignored", house -> assertEquals(1, house.count("messages"))),
          entry(
              "noted as belonging to no house, no conversation",
              house -> {
                assertEquals(1, house.count("inbound_ledger WHERE outcome = 'no_venue'"));
                assertEquals(0, house.count("conversations"));
              }),
          entry(
              "two messages of one conversation, in this order",
              house -> {
                assertEquals(2, house.count("messages"));
                assertEquals(1, house.count("conversations"));
                assertEquals(
                    0,
                    house.count(
                        "messages m JOIN inbound_ledger l ON l.message = m.position"
                            + " JOIN inbound_ledger e ON e.event_id < l.event_id AND e.message > l.message"));
              }),
          entry(
              "the delivery state moves forward if the message is ours",
              house ->
                  assertEquals(1, house.count("inbound_ledger WHERE outcome = 'unknown_message'"))),
          entry(
              "the message is undelivered with its code if it is ours",
              house ->
                  assertEquals(1, house.count("inbound_ledger WHERE outcome = 'unknown_message'"))),
          entry(
              "a conversation that is unknown or has nothing to answer changes nothing",
              EventsAreReplayedTest::nothing),
          entry(
              "a conversation with an empty outbox changes nothing",
              EventsAreReplayedTest::nothing),
          entry(
              "reported failed, so that it ends in the dead letters",
              EventsAreReplayedTest::nothing),
          entry("nothing; the snapshot was used today", EventsAreReplayedTest::nothing),
          entry(
              "one call in progress with its conversation",
              house -> {
                assertEquals(1, house.count("calls WHERE state = 'in_progress'"));
                assertEquals(1, house.count("conversations WHERE channel = 'voice'"));
              }));

  @Serdeable
  record Expected(List<String> batchItemFailures, String then) {}

  private static House house;
  private static Turns turns;

  @BeforeAll
  static void open() {
    house = new House();
    turns = new Turns(house.environment, () -> NOW);
  }

  @AfterAll
  static void close() {
    house.close();
  }

  @BeforeEach
  void empty() {
    house.empty();
  }

  @TestFactory
  Stream<DynamicTest> everyEventDoesWhatIsExpectedOfIt() throws IOException {
    List<Path> events;
    try (Stream<Path> files = Files.list(EVENTS)) {
      events =
          files
              .filter(f -> f.toString().endsWith(".json") && !f.toString().endsWith(".expect.json"))
              .sorted()
              .toList();
    }
    assertTrue(events.size() >= 8, "events are there");
    return events.stream().map(f -> dynamicTest(f.getFileName().toString(), () -> replay(f)));
  }

  @Test
  void behindAFailedMessageOfAGroupNothingOfItIsDone() throws IOException {
    SQSEvent event = event(EVENTS.resolve("inbound-two-of-one-guest.json"));
    event.getRecords().getFirst().setBody("not JSON");

    SQSBatchResponse response = turns.handleRequest(event, null);

    assertEquals(2, response.getBatchItemFailures().size());
    assertEquals(0, house.count("messages"));
  }

  @Test
  void onAStandardQueueOneFailureHoldsNobodyUp() throws IOException {
    SQSEvent event = event(EVENTS.resolve("inbound-two-of-one-guest.json"));
    event.getRecords().forEach(message -> message.getAttributes().remove("MessageGroupId"));
    event.getRecords().getFirst().setBody("not JSON");

    SQSBatchResponse response = turns.handleRequest(event, null);

    assertEquals(1, response.getBatchItemFailures().size());
    assertEquals(1, house.count("messages"));
  }

  private void replay(Path file) throws IOException {
    house.empty();
    Path beside = Path.of(file.toString().replace(".json", ".expect.json"));
    assertTrue(Files.exists(beside), beside + " says what is expected");
    Expected expected =
        ObjectMapper.getDefault().readValue(Files.readString(beside), Expected.class);

    SQSBatchResponse response = turns.handleRequest(event(file), null);

    List<String> failures =
        expected.batchItemFailures() == null ? List.of() : expected.batchItemFailures();
    assertEquals(
        failures,
        response.getBatchItemFailures().stream().map(BatchItemFailure::getItemIdentifier).toList());
    assertTrue(
        THEN.containsKey(expected.then()), "this test knows what '" + expected.then() + "' means");
    THEN.get(expected.then()).accept(house);
  }

  private static void nothing(House house) {
    assertEquals(0, house.count("messages"));
    assertEquals(0, house.count("outbox"));
    assertEquals(0, house.waiting(Queue.TURN_DUE));
  }

  private static SQSEvent event(Path file) throws IOException {
    return LambdaEventSerializers.serializerFor(SQSEvent.class, Turns.class.getClassLoader())
        .fromJson(Files.readString(file));
  }
}
