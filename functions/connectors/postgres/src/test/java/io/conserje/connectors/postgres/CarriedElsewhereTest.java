package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.conversation.Wakeups;
import io.conserje.inbound.DeliveryReport;
import io.conserje.inbound.InboundLedger;
import io.conserje.inbound.InboundMessage;
import io.conserje.inbound.OptOutLedger;
import io.conserje.outbound.BackOff;
import io.conserje.outbound.DeliverReplies;
import io.conserje.outbound.Delivery;
import io.conserje.outbound.EarlierTry;
import io.conserje.outbound.MessageSender;
import io.conserje.outbound.Notice;
import io.conserje.outbound.Notices.Said;
import io.conserje.outbound.OutboundMessage;
import io.conserje.outbound.ProviderWords;
import io.conserje.outbound.RecordDelivery;
import io.conserje.outbound.Senders;
import io.conserje.outbound.Sending;
import io.conserje.outbound.Sending.Refusal;
import io.conserje.venue.Channel;
import io.conserje.venue.Correspondence.Occasion;
import io.conserje.venue.Venue;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Templates where only they may be said, another channel where one does not reach, and silence. */
class CarriedElsewhereTest implements MessageSender, Wakeups, ProviderWords {

  private static final String GUEST = "+34600000101";

  private final List<String> sent = new ArrayList<>();
  private final Deque<Sending> answers = new ArrayDeque<>();
  private Instant now = Instant.parse("2026-11-20T11:00:00Z");
  private Database database;
  private PostgresOutbox outbox;
  private DeliverReplies deliver;
  private int events;

  @BeforeEach
  void open() {
    database = Database.with(1);
    database.update("INSERT INTO channel_addresses VALUES ('sms', '+34600000901', 'house')");
    outbox = new PostgresOutbox(database.sql);
    deliver =
        new DeliverReplies(
            outbox,
            new PostgresVenues(database.venueRows, database.json),
            new Senders(Map.of(Channel.WHATSAPP, List.of(this), Channel.SMS, List.of(this))),
            this,
            () -> now,
            new BackOff(3, new Random(1)));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void withinADayOfTheGuestsWordANoticeIsFreeText() {
    writes("hola", "text");
    now = now.plus(Duration.ofHours(23));
    say("k");
    assertEquals(List.of("whatsapp:Confirme:-"), sent);
  }

  @Test
  void afterADayItIsTheHousesTemplate() {
    templates(
        "{\"notice\": \"confirmation\", \"language\": \"es\", \"content\": \"HX1\","
            + " \"variables\": [\"name\", \"text\", \"until\"]}");
    writes("hola", "text");
    now = now.plus(Duration.ofHours(24));
    say("k");
    assertEquals(List.of("whatsapp:Confirme:HX1{1=Ana, 2=Confirme, 3=-}"), sent);
  }

  @Test
  void withoutATemplateTheNextChannelTakesIt() {
    say("k");
    assertEquals(List.of("sms:Confirme:-"), sent);
    assertEquals(List.of("whatsapp:undelivered:window_closed", "sms:sent:null"), states());
  }

  @Test
  void withoutAnyOtherWayItIsTriedAllTheSame() {
    database.update("DELETE FROM channel_addresses WHERE channel = 'sms'");
    say("k");
    assertEquals(List.of("whatsapp:Confirme:-"), sent);
  }

  @Test
  void whatWhatsAppCannotDeliverGoesBySmsOnceHoweverOftenItIsReported() {
    writes("hola", "text");
    say("k");
    report("SM1", "undelivered", "63016");
    report("SM1", "undelivered", "63016");
    report("SM1", "failed", "63016");
    deliver.deliver(conversation(), null);
    assertEquals(List.of("whatsapp:Confirme:-", "sms:Confirme:-"), sent);
    assertEquals(List.of("whatsapp:undelivered:63016", "sms:sent:null"), states());
  }

  @Test
  void whatWasDeliveredIsNotSentAgainWhateverComesLate() {
    writes("hola", "text");
    say("k");
    report("SM1", "delivered", null);
    report("SM1", "undelivered", "63016");
    deliver.deliver(conversation(), null);
    assertEquals(1, sent.size());
  }

  @Test
  void anotherReasonIsNoReasonForAnotherChannel() {
    writes("hola", "text");
    say("k");
    report("SM1", "undelivered", "30007");
    deliver.deliver(conversation(), null);
    assertEquals(1, sent.size());
  }

  @Test
  void aRefusalAtOnceGoesBySmsAtOnce() {
    writes("hola", "text");
    answers.add(new Sending.Refused("63003", "no such", Refusal.NOT_OVER_THIS_CHANNEL));
    say("k");
    assertEquals(List.of("sms:Confirme:-"), sent);
  }

  @Test
  void theHousesOrderIsTheHouses() {
    messages("{\"order\": [\"sms\"]}");
    say("k");
    assertEquals(List.of("sms:Confirme:-"), sent);
    assertEquals(List.of("sms:sent:null"), states());
  }

  @Test
  void whoSaysStopIsNotWrittenToUntilTheySayStart() {
    writes("hola", "text");
    say("waiting");
    database.update("UPDATE outbox SET state = 'waiting', provider_message_id = NULL");
    sent.clear();
    writes("BAJA.", "text");
    deliver.deliver(conversation(), null);
    assertEquals(1, sent.size(), sent.toString());
    assertTrue(sent.getFirst().contains("no le escribiremos más"), sent.toString());
    assertFalse(new PostgresNotices(database.sql).reaches(Database.HOUSE, GUEST));
    assertInstanceOf(Said.Unreachable.class, notice("k"));
    assertEquals("guest:whatsapp", optOuts());

    writes("alta", "text");
    deliver.deliver(conversation(), null);
    assertTrue(sent.getLast().contains("volvemos a escribirle"), sent.toString());
    say("k2");
    assertEquals(3, sent.size());
  }

  @Test
  void startMeansNothingToWhoHasNotStopped() {
    assertTrue(writes("alta", "text").answerable());
    assertFalse(writes("stop", "text").answerable());
    assertTrue(writes("quiero parar en la planta baja", "text").answerable());
  }

  @Test
  void whoDiesOverAStopOrAStartHasDoneNothingOfItAndTheMessageComesAgain() {
    OptOutLedger dying = new OptOutLedger(new Dying(), new PostgresOptOuts(database.sql));
    for (String word : List.of("baja", "alta")) {
      long before = stopped();
      assertThrows(
          IllegalStateException.class,
          () -> dying.record(message(word, "text"), database.house(), false, null, now));
      assertEquals(before, stopped());

      writes(word, "text");
      deliver.deliver(conversation(), null);
      assertEquals(1 - before, stopped());
    }
    assertEquals(2, sent.size(), sent.toString());
    assertTrue(sent.getFirst().contains("no le escribiremos más"), sent.toString());
    assertTrue(sent.getLast().contains("volvemos a escribirle"), sent.toString());
  }

  /** Killed before it has written anything. */
  private static final class Dying implements InboundLedger {
    @Override
    public Entry record(
        InboundMessage message,
        Venue venue,
        boolean overLimit,
        Function<Locale, String> politeLine,
        Instant now) {
      throw new IllegalStateException("killed");
    }

    @Override
    public Optional<Entry> find(String provider, String eventId) {
      return Optional.empty();
    }

    @Override
    public void noVenue(InboundMessage message, Instant now) {}

    @Override
    public void report(DeliveryReport report, UUID conversation, Instant now) {}
  }

  private long stopped() {
    return database.one("SELECT count(*) AS n FROM opt_outs", row -> row.big("n")).orElseThrow();
  }

  @Test
  void whatTheProviderHasConfirmedIsNotConfirmedAgain() {
    writes("hola", "text");
    writes("cancel", "stop");
    deliver.deliver(conversation(), null);
    assertEquals(List.of(), sent);
    assertEquals("guest:whatsapp", optOuts());
  }

  @Test
  void whomTheProviderMayNotWriteToIsNotTriedAgainOverItsChannel() {
    messages("{\"order\": [\"sms\", \"whatsapp\"]}");
    answers.add(new Sending.Refused("21610", "opted out", Refusal.OPTED_OUT));
    say("k");
    assertEquals(List.of(), sent);
    assertEquals(List.of("sms:failed:21610"), states());
    assertEquals("provider:sms", optOuts());
    writes("hola", "text");
    say("k2");
    assertEquals(List.of("whatsapp:Confirme:-"), sent);
  }

  private void say(String key) {
    deliver.deliver(assertInstanceOf(Said.Written.class, notice(key)).conversation(), null);
  }

  private Said notice(String key) {
    Notice notice =
        new Notice(Database.HOUSE, GUEST, Locale.of("es"), "Confirme", key, now)
            .about(Occasion.CONFIRMATION, Map.of("name", "Ana"));
    return database.sql.at(Database.HOUSE, () -> new PostgresNotices(database.sql).say(notice));
  }

  private UUID conversation() {
    return database
        .one(
            "SELECT id FROM conversations ORDER BY last_at DESC, started_at DESC LIMIT 1",
            row -> row.id("id"))
        .orElseThrow();
  }

  private InboundLedger.Entry writes(String text, String kind) {
    return new OptOutLedger(
            new PostgresInboundLedger(database.sql, database.json, database.digests),
            new PostgresOptOuts(database.sql))
        .record(message(text, kind), database.house(), false, null, now);
  }

  private InboundMessage message(String text, String kind) {
    return new InboundMessage(
        "carrier",
        "E" + events++,
        Channel.WHATSAPP,
        "+34600000900",
        GUEST,
        "",
        text,
        kind,
        List.of(),
        now,
        "c");
  }

  private void report(String id, String status, String code) {
    new RecordDelivery(
            new PostgresInboundLedger(database.sql, database.json, database.digests),
            outbox,
            this,
            new PostgresVenues(database.venueRows, database.json),
            this,
            () -> now)
        .record(new DeliveryReport("carrier", id, null, status, code, now, "c"));
  }

  private void templates(String template) {
    messages("{\"order\": [\"whatsapp\", \"sms\"], \"templates\": [" + template + "]}");
  }

  private void messages(String json) {
    database.update(
        "UPDATE venues SET version = version + 1, house = house || jsonb_build_object('messages', ?::jsonb)",
        json);
  }

  private List<String> states() {
    return database.list(
        "SELECT channel || ':' || state || ':' || coalesce(error_code, 'null') AS s FROM outbox"
            + " ORDER BY position",
        row -> row.text("s"));
  }

  private String optOuts() {
    return database
        .one(
            "SELECT string_agg(said_by || ':' || channel, ',') AS s FROM opt_outs",
            r -> r.text("s"))
        .orElseThrow();
  }

  @Override
  public String provider() {
    return "carrier";
  }

  @Override
  public Sending send(OutboundMessage message) {
    Sending answer = answers.isEmpty() ? null : answers.poll();
    if (answer != null) {
      return answer;
    }
    String content =
        message.content() == null ? "-" : message.content().name() + message.content().variables();
    sent.add(message.channel().code() + ":" + message.text() + ":" + content);
    return new Sending.Taken("SM" + sent.size());
  }

  @Override
  public EarlierTry alreadyTaken(OutboundMessage message, Set<String> known) {
    return EarlierTry.NEVER_ARRIVED;
  }

  @Override
  public void turnDue(UUID conversation, long position, Duration delay) {}

  @Override
  public void outboxDue(UUID conversation, Duration delay, Instant waitedOut) {}

  @Override
  public Optional<Delivery> state(DeliveryReport report) {
    return Optional.of(Delivery.of(report.status()));
  }

  @Override
  public Refusal refusal(DeliveryReport report) {
    return "63016".equals(report.errorCode()) ? Refusal.NOT_OVER_THIS_CHANNEL : Refusal.FINAL;
  }
}
