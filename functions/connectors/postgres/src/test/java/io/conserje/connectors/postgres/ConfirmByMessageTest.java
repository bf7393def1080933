package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.conversation.Receptionist;
import io.conserje.conversation.TurnRules;
import io.conserje.conversation.builtin.BuiltInModel;
import io.conserje.guest.Guest;
import io.conserje.inbound.InboundLedger.Entry;
import io.conserje.inbound.InboundMessage;
import io.conserje.outbound.Notice;
import io.conserje.outbound.Notices.Said;
import io.conserje.reservation.ExpireHolds;
import io.conserje.reservation.Outcome.Done;
import io.conserje.reservation.Party;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.ReserveTable;
import io.conserje.reservation.Standing;
import io.conserje.reservation.Wish;
import io.conserje.reservation.tools.ReservationTools;
import io.conserje.venue.Channel;
import io.conserje.waitlist.FrontDesk;
import io.conserje.waitlist.tools.WaitlistTools;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who books by phone is asked on WhatsApp, and what they answer there counts. */
class ConfirmByMessageTest {

  private static final LocalDateTime NINE = LocalDateTime.parse("2026-11-21T21:00");
  private static final String MOBILE = "+34600000101";
  private static final String LANDLINE = "+34910000000";

  private Instant now = Instant.parse("2026-11-20T11:00:00Z");
  private final AtomicInteger events = new AtomicInteger();
  private Database database;
  private FrontDesk desk;

  @BeforeEach
  void open() {
    database = Database.with(2);
    desk = LineForTables.deskOver(database);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aBookingByPhoneAsksItsGuestWithAllThatMatters() {
    Reservation booked = call(MOBILE, "es");

    String asked = said().getFirst();
    List.of("Casa", "sábado 21 de noviembre a las 21:00", "4 personas", "Lucía", "14:00")
        .forEach(fact -> assertTrue(asked.contains(fact), asked));
    assertTrue(asked.contains(booked.reference()), asked);
    assertEquals("notice:waiting:whatsapp:+34600000900:" + MOBILE, outbox());
    assertEquals(List.of("pending"), statuses());
  }

  @Test
  void yesConfirmsAndIsAnsweredWithTheConfirmation() {
    call(MOBILE, "es");
    write("sí");
    assertEquals(List.of("confirmed"), statuses());
    assertTrue(said().getLast().startsWith("Reserva confirmada"), said().getLast());
  }

  @Test
  void noGivesTheTableBack() {
    call(MOBILE, "es");
    write("no, gracias");
    assertEquals(List.of("cancelled"), statuses());
    assertTrue(said().getLast().contains("cancelada"), said().getLast());
    assertEquals(0, database.count("table_claims"));
  }

  @Test
  void anEnglishGuestIsAskedAndAnsweredInEnglish() {
    call(MOBILE, "en");
    assertTrue(said().getFirst().contains("Saturday 21 November at 21:00"), said().getFirst());
    write("yes");
    assertEquals(List.of("confirmed"), statuses());
    assertTrue(said().getLast().contains("is booked"), said().getLast());
  }

  @Test
  void noYesInTimeIsSaidOnceAndALateOneIsToldSo() {
    call(MOBILE, "es");
    now = now.plus(Duration.ofHours(2));
    assertEquals(1, new ExpireHolds(desk.book()).expire(database.house(), now).size());
    assertEquals(0, new ExpireHolds(desk.book()).expire(database.house(), now).size());
    assertEquals(2, said().size());
    assertTrue(said().getLast().contains("no nos ha llegado su sí"), said().getLast());
    write("sí");
    assertTrue(said().getLast().contains("ha llegado tarde"), said().getLast());
    assertTrue(said().getLast().contains("¿Está todo bien?"), said().getLast());
    write("sí");
    assertEquals(List.of("confirmed", "expired"), statuses());
  }

  @Test
  void aYesAfterTheTimeIsTooLateEvenBeforeTheJobHasRun() {
    call(MOBILE, "es");
    now = now.plus(Duration.ofHours(2));
    write("sí");
    assertTrue(said().getLast().contains("ha llegado tarde"), said().getLast());
    assertEquals(List.of("pending"), statuses());
  }

  @Test
  void aLandlineIsNotWrittenTo() {
    call(LANDLINE, "es");
    assertEquals(List.of(), said());
  }

  @Test
  void aHouseThatCannotWriteAsksAloud() {
    database.update("DELETE FROM channel_addresses");

    Reservation booked = call(MOBILE, "es");

    assertEquals(new Standing.Pending(now.plus(Duration.ofMinutes(10))), booked.standing());
    assertEquals(List.of(), said());
  }

  @Test
  void nobodyIsToldAtNightThatNoYesCame() {
    now = Instant.parse("2026-11-20T21:30:00Z");

    assertEquals(
        new Standing.Pending(Instant.parse("2026-11-21T08:00:00Z")), call(MOBILE, "es").standing());
  }

  @Test
  void aYesToAnythingElseIsAnsweredAsEver() {
    write("hola");
    write("sí");
    assertTrue(said().getLast().contains("¿en qué puedo ayudarle?"), said().getLast());
  }

  @Test
  void theSameNoticeIsWrittenOnceAndAGuestWithoutANumberIsNotReached() {
    PostgresNotices notices = new PostgresNotices(database.sql);
    Said first = notices.say(notice(MOBILE));
    assertEquals(first, notices.say(notice(MOBILE)));
    assertEquals(1, database.count("outbox"));
    assertEquals(1, database.count("messages"));
    assertInstanceOf(Said.Unreachable.class, notices.say(notice("web-7f3a9c01")));
  }

  @Test
  void aNoticeGoesIntoAConversationThatSomebodyIsHolding() {
    write("hola");
    UUID conversation = conversation();
    Said said =
        database.sql.at(
            Database.HOUSE,
            () -> {
              new TurnRows(database.sql, database.json).lock(conversation);
              return elsewhere(this::sayWithoutWaitingForLong);
            });
    assertEquals(new Said.Written(conversation), said);
  }

  private Said sayWithoutWaitingForLong() {
    return database.sql.at(
        Database.HOUSE,
        () -> {
          database.sql.update("SET LOCAL lock_timeout = '10s'");
          return new PostgresNotices(database.sql).say(notice(MOBILE));
        });
  }

  private static <T> T elsewhere(Supplier<T> work) {
    try (var other = Executors.newSingleThreadExecutor()) {
      return other.submit(work::get).get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private Notice notice(String phone) {
    return new Notice(Database.HOUSE, phone, Locale.of("es"), "Hola.", "key", now);
  }

  private UUID conversation() {
    return database.sql.at(
        Database.HOUSE,
        () -> database.sql.one("SELECT id FROM conversations", row -> row.id("id")).orElseThrow());
  }

  private Reservation call(String phone, String language) {
    Wish wish = Wish.of(database.house(), NINE, Party.of(4), "", now);
    ReserveTable.For who =
        new ReserveTable.For(
            new Guest("Lucía", phone),
            new Reservation.Details("", "", "", language),
            Channel.VOICE,
            null);
    return assertInstanceOf(Done.class, new ReserveTable(desk.book()).book(wish, who, "call"))
        .reservation();
  }

  private void write(String text) {
    now = now.plusSeconds(10);
    InboundMessage message =
        new InboundMessage(
            "twilio",
            "SM" + events.incrementAndGet(),
            Channel.WHATSAPP,
            "+34600000900",
            MOBILE,
            "",
            text,
            "text",
            List.of(),
            now,
            "correlation");
    Entry entry =
        new PostgresInboundLedger(database.sql, database.json, database.digests)
            .record(message, database.house(), false, null, now);
    new Receptionist(
            new PostgresSavedTurns(database.sql, database.json),
            new PostgresVenues(database.venueRows, database.json),
            new BuiltInModel(),
            ReservationTools.over(desk.book()).and(WaitlistTools.over(desk.join(), desk.leave())),
            () -> now,
            TurnRules::usual)
        .answer(entry.conversation(), entry.position());
  }

  private List<String> said() {
    return texts("SELECT body AS text FROM messages WHERE sender = 'assistant' ORDER BY position");
  }

  private List<String> statuses() {
    return texts("SELECT status AS text FROM reservations ORDER BY status");
  }

  private String outbox() {
    return texts(
            """
            SELECT concat_ws(':', kind, state, channel, house_address, guest_address) AS text FROM outbox
            """)
        .getFirst();
  }

  private List<String> texts(String query) {
    return database.sql.at(Database.HOUSE, () -> database.sql.list(query, row -> row.text("text")));
  }
}
