package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.conversation.LanguageModel;
import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.ModelRequest;
import io.conserje.conversation.Receptionist;
import io.conserje.conversation.SavedTurns.LeaseLost;
import io.conserje.conversation.ToolBox;
import io.conserje.conversation.TurnRules;
import io.conserje.conversation.Wakeups;
import io.conserje.guest.Staff;
import io.conserje.handoff.HandBack;
import io.conserje.handoff.HandoverAnswer;
import io.conserje.handoff.TakeOver;
import io.conserje.inbound.InboundLedger.Entry;
import io.conserje.inbound.InboundMessage;
import io.conserje.outbound.BackOff;
import io.conserje.outbound.DeliverReplies;
import io.conserje.outbound.EarlierTry;
import io.conserje.outbound.MessageSender;
import io.conserje.outbound.OutboundMessage;
import io.conserje.outbound.Senders;
import io.conserje.outbound.Sending;
import io.conserje.venue.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Guests write, several runs answer and send, and at some moment of it staff take over. Whatever
 * the moment, nothing of the assistant is written or handed to a provider afterwards.
 */
class TakeOverRaceTest {

  private static final long SEED = Long.getLong("takeover.seed", System.nanoTime());
  private static final int CONVERSATIONS = Integer.getInteger("takeover.conversations", 60);
  private static final int MESSAGES = 4;
  private static final int AT_ONCE = 6;

  /** A take-over that has waited long enough lets what is on its way arrive after it. */
  private static final int UNTIL_IT_HAS_ARRIVED = Integer.MAX_VALUE;

  private final Random random = new Random(SEED);

  /** Ticks at each reading, so that before and after can be told. */
  private final AtomicLong ticks = new AtomicLong();

  private final Map<UUID, List<Long>> sends = new ConcurrentHashMap<>();

  /** How often the model was asked for a conversation, or something of it sent. */
  private final Map<UUID, Integer> done = new ConcurrentHashMap<>();

  /** How many of a conversation's runs have come to an end. */
  private final Map<UUID, Integer> ended = new ConcurrentHashMap<>();

  private final Queue<Throwable> faults = new ConcurrentLinkedQueue<>();
  private final AtomicLong events = new AtomicLong();
  private Database database;
  private PostgresInboundLedger ledger;
  private PostgresHandovers handovers;
  private Receptionist receptionist;
  private DeliverReplies deliver;

  @BeforeEach
  void open() {
    database = Database.with(1);
    ledger = new PostgresInboundLedger(database.sql, database.json, database.digests);
    handovers = new PostgresHandovers(database.sql, database.json);
    receptionist =
        new Receptionist(
            new PostgresSavedTurns(database.sql, database.json),
            new PostgresVenues(database.venueRows, database.json),
            new Echo(),
            new ToolBox(List.of()),
            this::now,
            TurnRules::usual);
    deliver =
        new DeliverReplies(
            new PostgresOutbox(database.sql),
            new PostgresVenues(database.venueRows, database.json),
            new Senders(Map.of(Channel.WHATSAPP, List.of(new SlowCarrier()))),
            new NoReminders(),
            this::now,
            new BackOff(5, new Random(1)));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void nothingOfTheAssistantIsWrittenOrSentAfterATakeOver() throws Exception {
    int between = 0;
    try (ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < CONVERSATIONS || between == 0 && i < 20 * CONVERSATIONS; i += AT_ONCE) {
        between += someAtOnce(pool, i);
      }
    }
    assertEquals(List.of(), List.copyOf(faults), "seed " + SEED);
    assertTrue(between > 0, "no take-over came between two answers, seed " + SEED);
  }

  /** How many of the take-overs came in between. */
  private int someAtOnce(ExecutorService pool, int first) throws Exception {
    List<Future<Boolean>> all = new ArrayList<>();
    for (int i = first; i < first + AT_ONCE; i++) {
      String guest = "+346001%05d".formatted(i);
      long[] pauses = random.longs(MESSAGES + 1, 0, 12_000_000).toArray();
      int doings = random.nextInt(6);
      all.add(pool.submit(() -> conversation(pool, guest, pauses, doings)));
    }
    int between = 0;
    for (Future<Boolean> one : all) {
      between += one.get() ? 1 : 0;
    }
    return between;
  }

  /** Whether the take-over came in between: something was answered, and something was not. */
  private boolean conversation(ExecutorService pool, String guest, long[] pauses, int doings)
      throws Exception {
    Entry first = say(guest, "m0");
    UUID talk = first.conversation();
    List<Future<?>> runs = new ArrayList<>();
    runs.add(pool.submit(() -> answer(first)));
    Future<long[]> taken = pool.submit(() -> takeOver(talk, doings, pauses[0] / 3));
    for (int m = 1; m < MESSAGES; m++) {
      LockSupport.parkNanos(pauses[m]);
      Entry entry = say(guest, "m" + m);
      runs.add(pool.submit(() -> answer(entry)));
    }
    long[] moment = taken.get();
    for (Future<?> run : runs) {
      run.get();
    }
    long written = count(talk, "sender = 'assistant' AND state = 'done'");
    check(talk, moment, written);
    boolean between = written > 0 && waiting(talk) > 0;
    handBack(talk, guest);
    return between;
  }

  /** The tick after its commit, and how many messages of the assistant stood then. */
  private long[] takeOver(UUID talk, int doings, long after) {
    while (done.getOrDefault(talk, 0) < doings && ended.getOrDefault(talk, 0) < MESSAGES) {
      LockSupport.parkNanos(200_000);
    }
    LockSupport.parkNanos(after);
    HandoverAnswer answer =
        new TakeOver(handovers, UNTIL_IT_HAS_ARRIVED, () -> LockSupport.parkNanos(1_000_000))
            .takeOver(talk, new Staff("Marta", now()), "take " + talk);
    long tick = ticks.incrementAndGet();
    if (!(answer instanceof HandoverAnswer.Done)) {
      faults.add(new AssertionError("not taken over: " + answer));
    }
    return new long[] {
      tick, count(talk, "sender = 'assistant'"), waitingToBeSent(talk), sentSoFar(talk)
    };
  }

  private void check(UUID talk, long[] moment, long written) {
    List<Long> late =
        sends.getOrDefault(talk, List.of()).stream().filter(tick -> tick > moment[0]).toList();
    if (!late.isEmpty()) {
      faults.add(new AssertionError("handed to the provider after the take-over: " + late));
    }
    if (count(talk, "sender = 'assistant'") != moment[1]) {
      faults.add(new AssertionError("written after the take-over"));
    }
    if (moment[2] + waitingToBeSent(talk) > 0) {
      faults.add(new AssertionError("something of the assistant waits to be sent"));
    }
    if (count(talk, "sender = 'guest'") != MESSAGES) {
      faults.add(new AssertionError("something the guest said is not there"));
    }
    if (count(talk, "sender = 'guest' AND state NOT IN ('waiting', 'in_turn', 'done')") > 0) {
      faults.add(new AssertionError("something the guest said is lost"));
    }
  }

  /** What nobody has answered is answered now, each message once. */
  private void handBack(UUID talk, String guest) {
    HandoverAnswer answer =
        new HandBack(handovers, new NoReminders())
            .handBack(talk, new Staff("Marta", now()), "back " + talk);
    long newest = ((HandoverAnswer.Done) answer).waiting();
    if (newest > 0) {
      receptionist.answer(talk, newest);
    }
    deliver.deliver(talk, null);
    String said =
        String.join(
            " ",
            database.list(
                """
                SELECT body FROM outbox WHERE conversation = ? AND state = 'sent' ORDER BY position
                """,
                row -> row.text("body"),
                talk));
    for (int m = 0; m < MESSAGES; m++) {
      if (said.split("m" + m, -1).length != 2) {
        faults.add(new AssertionError(guest + " was answered otherwise than once: " + said));
      }
    }
  }

  private void answer(Entry entry) {
    try {
      while (receptionist.answer(entry.conversation(), entry.position())
          instanceof Receptionist.Answer.Busy) {
        LockSupport.parkNanos(2_000_000);
      }
      deliver.deliver(entry.conversation(), null);
    } catch (LeaseLost e) {
      // a person took over
    } catch (RuntimeException e) {
      faults.add(e);
    } finally {
      ended.merge(entry.conversation(), 1, Integer::sum);
    }
  }

  private Entry say(String guest, String text) {
    InboundMessage message =
        new InboundMessage(
            "test",
            "e" + events.incrementAndGet(),
            Channel.WHATSAPP,
            "+34600000900",
            guest,
            "",
            text,
            "text",
            List.of(),
            now(),
            "c");
    return ledger.record(message, database.house(), false, null, now());
  }

  private Instant now() {
    return Instant.parse("2026-11-20T11:00:00Z").plusNanos(ticks.incrementAndGet() * 1_000);
  }

  private long count(UUID talk, String which) {
    return number("SELECT count(*) AS n FROM messages WHERE conversation = ? AND " + which, talk);
  }

  private long waiting(UUID talk) {
    return count(talk, "state IN ('waiting', 'in_turn')");
  }

  private long waitingToBeSent(UUID talk) {
    return number(
        "SELECT count(*) AS n FROM outbox WHERE conversation = ? AND state IN ('waiting', 'sending')",
        talk);
  }

  private long sentSoFar(UUID talk) {
    return sends.getOrDefault(talk, List.of()).size();
  }

  private long number(String query, UUID talk) {
    return database.one(query, row -> row.big("n"), talk).orElseThrow();
  }

  /** Says what it was told, after a while. */
  private final class Echo implements LanguageModel {
    @Override
    public String name() {
      return "echo";
    }

    @Override
    public ModelAnswer answer(ModelRequest request) {
      talkOf(request).ifPresent(talk -> done.merge(talk, 1, Integer::sum));
      LockSupport.parkNanos(3_000_000);
      List<String> heard = request.unanswered().stream().map(m -> m.text()).toList();
      return ModelAnswer.say(String.join(" ", heard), Map.of(), "es");
    }
  }

  private Optional<UUID> talkOf(ModelRequest request) {
    return database.one(
        "SELECT id FROM conversations WHERE guest_address = ?",
        row -> row.id("id"),
        request.guest().phone());
  }

  /** Notes when a message has reached it for good: as late as it can. */
  private final class SlowCarrier implements MessageSender {
    @Override
    public String provider() {
      return "test";
    }

    @Override
    public Sending send(OutboundMessage message) {
      done.merge(message.conversation(), 1, Integer::sum);
      LockSupport.parkNanos(4_000_000);
      sends.merge(
          message.conversation(),
          List.of(ticks.incrementAndGet()),
          (a, b) -> java.util.stream.Stream.concat(a.stream(), b.stream()).toList());
      return new Sending.Taken(message.id().toString());
    }

    @Override
    public EarlierTry alreadyTaken(OutboundMessage message, Set<String> known) {
      return EarlierTry.NEVER_ARRIVED;
    }
  }

  private static final class NoReminders implements Wakeups {
    @Override
    public void turnDue(UUID conversation, long upTo, Duration delay) {}

    @Override
    public void outboxDue(UUID conversation, Duration delay, Instant waitsFor) {}
  }
}
