package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.call.out.AfterCall;
import io.conserje.call.out.CallCarrier;
import io.conserje.call.out.MakeCall;
import io.conserje.call.out.OrderCall;
import io.conserje.call.out.OrderCall.Answer;
import io.conserje.call.out.OrderCall.Reason;
import io.conserje.call.out.OrderCall.Wish;
import io.conserje.call.out.OutgoingCall;
import io.conserje.outbound.ProviderSilent;
import io.conserje.venue.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Calls the house makes: when it may, that each rings once, and what follows. */
class OutgoingCallsTest {

  private static final String GUEST = "+34600000101";
  private static final Instant NOON = Instant.parse("2026-11-20T11:00:00Z");

  private final List<UUID> woken = Collections.synchronizedList(new ArrayList<>());
  private final Carrier twilio = new Carrier();
  private Instant now = NOON;
  private Database database;
  private PostgresOutgoingCalls outgoing;
  private OrderCall order;
  private AfterCall after;
  private MakeCall make;

  @BeforeEach
  void open() {
    database = Database.with(1);
    database.update("INSERT INTO channel_addresses VALUES ('voice', '+34600000900', 'house')");
    PostgresVenues venues = new PostgresVenues(database.venueRows, database.json);
    outgoing = new PostgresOutgoingCalls(database.sql, venues);
    order = new OrderCall(outgoing, (call, _) -> woken.add(call));
    after = new AfterCall(outgoing, venues, (call, _) -> woken.add(call), () -> now);
    make =
        new MakeCall(
            outgoing,
            new PostgresCalls(database.sql, database.json, database.digests),
            venues,
            List.of(twilio),
            after,
            (call, _) -> woken.add(call),
            () -> now);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aCallStandsInTheListBeforeItRings() {
    OutgoingCall call = ordered("key");

    assertEquals(List.of(call.id()), woken);
    assertEquals(
        "queued outbound " + GUEST,
        text(
            "SELECT state || ' ' || direction || ' ' || guest_address FROM calls WHERE id = '"
                + call.id()
                + "'"));
    assertEquals("+34600000900", call.from());
    assertEquals("twilio", call.provider());
  }

  @Test
  void theSameWishIsOneCall() {
    assertEquals(ordered("key").id(), ordered("key").id());
    assertEquals(1, woken.size());
    assertEquals(1, database.count("calls"));
  }

  @Test
  void itIsRefusedWithTheReason() {
    assertEquals(Reason.NOT_A_TELEPHONE, refused("600000101"));
    assertEquals(Reason.OWN_NUMBER, refused("+34600000900"));
    assertEquals(Reason.OWN_NUMBER, refused("+34600000999"));
    assertEquals(Reason.COSTLY_NUMBER, refused("+34803123456"));
    new PostgresOptOuts(database.sql).stop(Database.HOUSE, GUEST, Channel.SMS, now);
    assertEquals(Reason.UNWANTED, refused(GUEST));
    now = Instant.parse("2026-11-20T20:00:00Z");
    assertEquals(Reason.OUTSIDE_HOURS, refused("+34600000102"), "21:00 in Madrid");
    database.update("DELETE FROM channel_addresses WHERE channel = 'voice'");
    assertEquals(Reason.NO_NUMBER_OF_OURS, refused("+34600000102"));
    assertEquals(0, database.count("outgoing_calls"));
  }

  @Test
  void nobodyIsCalledTooOften() {
    for (int i = 0; i < 3; i++) {
      ordered("key" + i);
    }
    assertEquals(Reason.TOO_MANY_TO_GUEST, refused(GUEST));
    now = now.plus(Duration.ofHours(24)).plusSeconds(1);
    ordered("tomorrow");
  }

  /** Two assistants would talk with each other for as long as a call may last. */
  @Test
  void noHouseThatIsAnsweredHereIsCalled() {
    String neighbour = "+34600000910";
    database.update("INSERT INTO venues (id, house) VALUES ('next', '{}')");
    database.update("INSERT INTO channel_addresses VALUES ('voice', '" + neighbour + "', 'next')");

    assertEquals(Reason.OWN_NUMBER, refused(neighbour));
  }

  @Test
  void whoeverAsksAtTheSameMomentGetsNoMoreCallsThanTheHouseAllows() throws Exception {
    List<Callable<Answer>> all =
        IntStream.range(0, 12)
            .<Callable<Answer>>mapToObj(n ->
                () ->
                    order.order(
                        database.house(),
                        new Wish(GUEST, "su reserva", false, true, null),
                        "at once " + n,
                        now))
            .toList();
    List<Answer> answers = new ArrayList<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(all.size())) {
      for (Future<Answer> one : threads.invokeAll(all)) {
        answers.add(one.get());
      }
    }

    assertEquals(3, answers.stream().filter(Answer.Done.class::isInstance).count());
    assertTrue(
        answers.stream()
            .filter(Answer.Refused.class::isInstance)
            .allMatch(new Answer.Refused(Reason.TOO_MANY_TO_GUEST)::equals));
    assertEquals(3, database.count("outgoing_calls"));
  }

  @Test
  void itRingsOnce() {
    OutgoingCall call = ordered("key");

    assertEquals("rings", make.make(call.id()));
    assertEquals("nothing to do", make.make(call.id()));

    assertEquals(1, twilio.rung);
    assertEquals("ringing CA1", row(call, "state || ' ' || provider_call_id"));
    assertEquals("CA1", text("SELECT provider_call_id FROM calls"));
  }

  @Test
  void whoDiedAfterRingingIsFollowedByAQuestion() {
    OutgoingCall call = ordered("key");
    twilio.dies = true;
    assertEquals("died", died(call));
    assertEquals("nothing to do", make.make(call.id()), "somebody may still be at it");

    now = now.plus(Duration.ofSeconds(61));
    assertEquals("rings", make.make(call.id()));
    assertEquals(1, twilio.rung);
    assertEquals("CA1", text("SELECT provider_call_id FROM calls"));
  }

  private String died(OutgoingCall call) {
    try {
      return make.make(call.id());
    } catch (IllegalStateException killed) {
      return killed.getMessage();
    }
  }

  @Test
  void whereNobodyCanBeAskedItDoesNotRingAgain() {
    OutgoingCall call = ordered("key");
    twilio.answer = new CallCarrier.Dialled.Later("no answer", true);
    assertEquals("later", make.make(call.id()));
    twilio.silent = true;
    now = now.plus(Duration.ofSeconds(21));

    assertEquals("later", make.make(call.id()));
    assertEquals(1, twilio.rung);

    twilio.silent = false;
    now = now.plus(Duration.ofSeconds(21));
    assertEquals("rings", make.make(call.id()));
    assertEquals(1, twilio.rung, "the provider had it");
  }

  @Test
  void aProviderThatAsksToBeLeftAloneIs() {
    OutgoingCall call = ordered("key");
    twilio.answer =
        new CallCarrier.Dialled.Later("too many requests", false, Duration.ofSeconds(90));
    assertEquals("later", make.make(call.id()));

    now = now.plus(Duration.ofSeconds(89));
    assertEquals("nothing to do", make.make(call.id()));
    now = now.plus(Duration.ofSeconds(1));
    twilio.answer = null;
    assertEquals("rings", make.make(call.id()));
    assertEquals(2, twilio.rung);
  }

  @Test
  void whatItsOwnNewsTellsNeedsNoQuestion() {
    OutgoingCall call = ordered("key");
    twilio.answer = new CallCarrier.Dialled.Later("no answer", true);
    make.make(call.id());
    outgoing.rings(call.id(), "CA7", "CA7", now);
    now = now.plus(Duration.ofSeconds(21));

    assertEquals("nothing to do", make.make(call.id()));
    assertEquals(1, twilio.rung);
    assertEquals(call.id(), outgoing.of("twilio", "CA7").orElseThrow().id());
  }

  @Test
  void aCallBackThatNobodyAnswersIsMadeOnceMore() {
    OutgoingCall first = callBack();
    make.make(first.id());
    after.ended(first.id(), "no-answer");
    after.ended(first.id(), "no-answer");

    assertEquals(2, database.count("outgoing_calls"));
    OutgoingCall second = outgoing.ordered(Database.HOUSE, "again:" + first.id()).orElseThrow();
    assertEquals(2, second.attempt());
    assertTrue(outgoing.due(now.plus(Duration.ofMinutes(14)), 9).isEmpty());
    assertEquals(List.of(second.id()), outgoing.due(now.plus(Duration.ofMinutes(15)), 9));

    now = now.plus(Duration.ofMinutes(15));
    twilio.id = "CA2";
    assertEquals("rings", make.make(second.id()));
    after.ended(second.id(), "busy");
    assertEquals(2, database.count("outgoing_calls"), "not a third time");
  }

  @Test
  void lateInTheEveningTheSecondAttemptWaitsForTheMorning() {
    now = Instant.parse("2026-11-20T19:50:00Z");
    OutgoingCall first = callBack();
    make.make(first.id());
    after.ended(first.id(), "no-answer");

    Instant morning = Instant.parse("2026-11-21T09:00:00Z");
    assertTrue(outgoing.due(morning.minusSeconds(1), 9).isEmpty());
    assertFalse(outgoing.due(morning, 9).isEmpty(), "10:00 in Madrid");
  }

  @Test
  void newsThatNobodyAnswersAreNotTriedAgain() {
    OutgoingCall call = ordered("key");
    make.make(call.id());
    after.ended(call.id(), "no-answer");
    assertEquals(1, database.count("outgoing_calls"));
  }

  @Test
  void whatComesTooLateDoesNotRing() {
    OutgoingCall call = ordered("key");
    now = now.plus(Duration.ofMinutes(31));

    assertEquals("too-late", make.make(call.id()));
    assertEquals(0, twilio.rung);
    assertEquals("ended too-late", text("SELECT state || ' ' || ended_reason FROM calls"));
  }

  @Test
  void whatTheProviderRefusesStandsAsEnded() {
    OutgoingCall call = ordered("key");
    twilio.answer = new CallCarrier.Dialled.Refused("21211", "no number");

    assertEquals("refused-21211", make.make(call.id()));
    assertEquals("ended refused-21211", text("SELECT state || ' ' || ended_reason FROM calls"));
    assertEquals("over", row(call, "state"));
  }

  @Test
  void aMachineIsKnownLaterThanThatItWasAnsweredAndStays() {
    OutgoingCall call = ordered("key");
    make.make(call.id());
    after.answered(call.id(), "");
    assertEquals("answered ", row(call, "state || ' ' || answered_by"));
    after.answered(call.id(), AfterCall.MACHINE);
    after.answered(call.id(), AfterCall.PERSON);
    assertEquals("answered machine", row(call, "state || ' ' || answered_by"));
  }

  private OutgoingCall ordered(String key) {
    Wish wish = new Wish(GUEST, "su reserva", false, true, null);
    return assertInstanceOf(Answer.Done.class, order.order(database.house(), wish, key, now))
        .call();
  }

  private OutgoingCall callBack() {
    Wish wish = new Wish(GUEST, "", true, true, null);
    return assertInstanceOf(Answer.Done.class, order.order(database.house(), wish, "back", now))
        .call();
  }

  private Reason refused(String to) {
    Wish wish = new Wish(to, "su reserva", false, true, null);
    return assertInstanceOf(
            Answer.Refused.class,
            order.order(database.house(), wish, UUID.randomUUID().toString(), now))
        .reason();
  }

  private String row(OutgoingCall call, String columns) {
    return text("SELECT " + columns + " FROM outgoing_calls WHERE id = '" + call.id() + "'");
  }

  private String text(String query) {
    return database.one(query, row -> row.result().getString(1)).orElseThrow();
  }

  /** Rings, and answers or does not. */
  private static final class Carrier implements CallCarrier {

    private int rung;
    private String id = "CA1";
    private Dialled answer;
    private boolean dies;
    private boolean silent;

    @Override
    public String provider() {
      return "twilio";
    }

    @Override
    public Dialled dial(OutgoingCall call) {
      rung++;
      if (dies) {
        throw new IllegalStateException("died");
      }
      return answer == null ? new Dialled.Rings(id, id) : answer;
    }

    @Override
    public Optional<Dialled.Rings> earlier(OutgoingCall call, Predicate<String> anothers) {
      if (silent) {
        throw new ProviderSilent("Twilio", "no answer", null);
      }
      return rung > 0 && !anothers.test(id)
          ? Optional.of(new Dialled.Rings(id, id))
          : Optional.empty();
    }
  }
}
