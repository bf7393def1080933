package io.conserje.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Many guests at once, through webhook, queues, turns, Postgres and Twilio. */
@InSharedSandbox
class EveningStormTest {

  private static final int GUESTS = 200;

  /** By its file the house gives twelve of its tables to two guests who come tomorrow. */
  private static final int COVERS = 2 * 12;

  private static final Duration LONGEST = Duration.ofMinutes(4);

  private static Sandbox sandbox;
  private static Guests guests;

  @BeforeAll
  static void open(Sandbox shared) {
    sandbox = shared;
    guests = new Guests(sandbox);
  }

  @Test
  void twoHundredWantOneTimeAndTwelveTablesAreFree() {
    everybody("mesa para dos mañana a las nueve de la noche");
    assertAnswers(1);
    everybody("sí");
    assertAnswers(2);

    assertEquals(2 * GUESTS, count("SELECT count(*) FROM messages WHERE sender = 'guest'"));
    assertEquals(COVERS, count("SELECT sum(party_size) FROM reservations"));
    assertEquals(0, doubleBookings());
    assertEquals(0, deadLetters());
    for (String reference : strings("SELECT reference FROM reservations")) {
      assertEquals(
          1,
          IntStream.range(0, GUESTS)
              .filter(g -> guests.answers(g).getLast().contains(reference))
              .count(),
          reference);
    }
  }

  /** The same message is delivered twice to every fifth house door, as providers do. */
  private void everybody(String text) {
    List<CompletableFuture<Void>> written =
        IntStream.range(0, GUESTS)
            .mapToObj(g ->
                CompletableFuture.runAsync(
                    () -> guests.write(g, text, g % 5 == 0 ? 2 : 1), Thread::startVirtualThread))
            .toList();
    written.forEach(CompletableFuture::join);
    assertTrue(sandbox.awaitQuiet(LONGEST), "the house comes to rest");
  }

  private void assertAnswers(int each) {
    for (int guest = 0; guest < GUESTS; guest++) {
      assertEquals(each, guests.answers(guest).size(), guests.answers(guest).toString());
    }
  }

  private static long doubleBookings() {
    return count(
        """
        SELECT count(*) FROM table_claims a JOIN table_claims b ON a.venue = b.venue
          AND a.table_name = b.table_name AND a.period && b.period AND a.reservation < b.reservation
        """);
  }

  private static int deadLetters() {
    return io.conserje.names.Queue.all().stream()
        .mapToInt(queue -> sandbox.queues().waiting(queue.deadLetters()))
        .sum();
  }

  private static long count(String sql) {
    return Long.parseLong(strings(sql).getFirst());
  }

  private static List<String> strings(String sql) {
    return sandbox.database().strings(sql);
  }
}
