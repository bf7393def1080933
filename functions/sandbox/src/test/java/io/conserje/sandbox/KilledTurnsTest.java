package io.conserje.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.names.LambdaFunction;
import io.conserje.names.Queue;
import io.conserje.names.Variable;
import io.conserje.sandbox.twilio.TwilioMessage;
import io.conserje.testkit.lambda.DeploymentPackage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * The JVM of {@code turns} is killed with SIGKILL at random moments while guests write; queue and
 * database stay alive and flush to disk. Two such JVMs run, so that one takes over what the other
 * leaves. {@code -Dkills=50} for the full count.
 */
class KilledTurnsTest {

  private static final int KILLS = Integer.getInteger("kills", 5);
  private static final long SEED = Long.getLong("seed", System.nanoTime());
  private static final Duration LONGEST = Duration.ofMinutes(4);

  private final Random random = new Random(SEED);
  private final AtomicInteger guestNumber = new AtomicInteger();

  @Test
  void whatWasAcknowledgedIsAnsweredOnceAndNoBookingGoesUnsaid() throws Exception {
    Path modules = Path.of("..");
    try (DeploymentPackage turns =
            DeploymentPackage.unpack(modules.resolve("turns/target/turns.zip"));
        MortalFunction mortal = new MortalFunction(LambdaFunction.TURNS, turns, 2);
        Sandbox sandbox = Sandbox.start(options(modules, mortal))) {
      Guests guests = new Guests(sandbox);
      AtomicBoolean stop = new AtomicBoolean();
      AtomicReference<Throwable> fault = new AtomicReference<>();
      List<Thread> writing =
          java.util.stream.IntStream.range(0, 6)
              .mapToObj(i ->
                  Thread.ofVirtual()
                      .uncaughtExceptionHandler((thread, e) -> fault.set(e))
                      .start(() -> keepWriting(guests, stop)))
              .toList();
      for (int kill = 0; kill < KILLS; kill++) {
        int victim = random.nextInt(2);
        mortal.awaitWork(victim);
        Thread.sleep(random.nextInt(1500));
        mortal.kill(victim);
      }
      stop.set(true);
      for (Thread thread : writing) {
        thread.join();
      }
      assertEquals(null, fault.get());
      boolean quiet = sandbox.awaitQuiet(LONGEST);
      report(sandbox);
      assertTrue(quiet, "the house comes to rest; seed " + SEED);
      assertNothingLost(sandbox);
      assertNothingTwice(sandbox);
      assertNoBookingUnsaid(sandbox);
    }
  }

  private static SandboxOptions options(Path modules, MortalFunction mortal) {
    return SandboxOptions.of(
            Map.of(Variable.TURN_LEASE_SECONDS, "4", "SANDBOX_NOW", "real"), modules)
        .onFreePorts()
        .tuned(
            new Tuning(
                true,
                Duration.ofSeconds(8),
                Map.of(LambdaFunction.TURNS.name(), mortal::runningIn)));
  }

  /** Each guest books a table on a day of their own, in two messages, then the next guest comes. */
  private void keepWriting(Guests guests, AtomicBoolean stop) {
    while (!stop.get()) {
      int guest = guestNumber.getAndIncrement();
      String day = "el " + (1 + guest % 28) + " de enero";
      guests.write(guest, "mesa para dos " + day + " a las dos de la tarde");
      await(() -> !guests.answers(guest).isEmpty());
      guests.write(guest, "sí");
    }
  }

  private static void await(BooleanSupplier condition) {
    long end = System.nanoTime() + LONGEST.toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("A guest was not answered within " + LONGEST);
      }
      LockSupport.parkNanos(50_000_000);
    }
  }

  private void report(Sandbox sandbox) {
    System.out.printf(
        "%d kills, seed %d: %s messages of guests, %s turns, %s bookings, %s replies sent%n",
        KILLS,
        SEED,
        one(sandbox, "SELECT count(*) FROM messages WHERE sender = 'guest'"),
        one(sandbox, "SELECT count(*) FROM turns"),
        one(sandbox, "SELECT count(*) FROM reservations"),
        one(sandbox, "SELECT count(*) FROM outbox WHERE provider_message_id IS NOT NULL"));
  }

  private void assertNothingLost(Sandbox sandbox) {
    assertEquals(
        String.valueOf(
            sandbox.twilio().messages().all(m -> m.direction().equals("inbound")).size()),
        one(sandbox, "SELECT count(*) FROM messages WHERE sender = 'guest' AND state = 'done'"));
    assertEquals("0", one(sandbox, "SELECT count(*) FROM turns WHERE closed_at IS NULL"));
    assertEquals(
        "0",
        one(
            sandbox,
            """
            SELECT count(*) FROM turns t WHERE NOT EXISTS (SELECT 1 FROM outbox o
              WHERE o.turn = t.id AND o.provider_message_id IS NOT NULL)
            """),
        "every turn was heard");
    for (Queue queue : Queue.all()) {
      assertEquals(0, sandbox.queues().waiting(queue.deadLetters()), queue.deadLetters());
    }
  }

  private void assertNothingTwice(Sandbox sandbox) {
    Set<String> known =
        new HashSet<>(
            sandbox
                .database()
                .strings(
                    "SELECT provider_message_id FROM outbox WHERE provider_message_id IS NOT NULL"));
    Set<String> sent =
        sandbox.twilio().messages().all(m -> m.direction().equals("outbound-api")).stream()
            .map(TwilioMessage::sid)
            .collect(Collectors.toSet());
    assertEquals(known, sent);
    assertEquals(
        "0",
        one(
            sandbox,
            """
            SELECT count(*) FROM (SELECT turn FROM outbox WHERE provider_message_id IS NOT NULL
              GROUP BY turn HAVING count(*) > 1) AS twice
            """));
  }

  private void assertNoBookingUnsaid(Sandbox sandbox) {
    assertEquals(
        List.of(),
        sandbox
            .database()
            .strings(
                """
                SELECT r.reference FROM reservations r WHERE NOT EXISTS (SELECT 1 FROM outbox o
                  WHERE o.conversation = r.conversation AND o.provider_message_id IS NOT NULL
                    AND position(r.reference IN o.body) > 0)
                """));
  }

  private static String one(Sandbox sandbox, String sql) {
    return sandbox.database().strings(sql).getFirst();
  }
}
