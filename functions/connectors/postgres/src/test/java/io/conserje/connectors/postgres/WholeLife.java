package io.conserje.connectors.postgres;

import static io.conserje.connectors.postgres.GuestBook.HOUSE;
import static io.conserje.connectors.postgres.GuestBook.LAST_MONTH;
import static io.conserje.connectors.postgres.GuestBook.MARTA;
import static io.conserje.connectors.postgres.GuestBook.NEXT_WEEK;
import static io.conserje.connectors.postgres.GuestBook.NOW;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.conserje.call.CallEvent;
import io.conserje.call.CallLine;
import io.conserje.call.CallPlace;
import io.conserje.call.CallReport;
import io.conserje.call.out.OutgoingCall.Kind;
import io.conserje.call.out.OutgoingCalls;
import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.SavedTurns.Opening;
import io.conserje.conversation.Step;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.Turn;
import io.conserje.guest.EraseGuest;
import io.conserje.guest.Guest;
import io.conserje.guest.MergeGuests;
import io.conserje.handoff.PersonRequest;
import io.conserje.inbound.InboundLedger.Entry;
import io.conserje.inbound.InboundMessage;
import io.conserje.outbound.Notice;
import io.conserje.venue.Channel;
import io.conserje.venue.Correspondence.Occasion;
import io.conserje.venue.Venue;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** A guest with a whole life in a house, in every table in which something of a guest can be. */
abstract class WholeLife {

  static final String NAME = "Xochitl";
  static final String PHONE = "+34600000666";
  static final String STAFF = "+34600000950";
  private static final String EMAIL = "x.quetzal@example.com";
  static final List<String> TELLING = List.of(NAME, "600000666", "quetzal");

  GuestBook book;
  EraseGuest erase;
  UUID guest;
  UUID bystander;

  @BeforeEach
  void open() {
    book = new GuestBook();
    erase = new EraseGuest(book.guests);
    guest = book.meet(NAME, PHONE);
    bystander = book.meet("Ana", "+34600000102");
  }

  @AfterEach
  void close() {
    book.close();
  }

  /** A whole life: written, answered, booked, noted, liked, merged. */
  UUID live() {
    Entry entry = say("wamid." + PHONE, "Soy " + NAME + ", mi número es " + PHONE);
    talk(entry);
    book.book(guest, "finished", LAST_MONTH, NAME, NAME + " es alérgica", entry.conversation());
    book.book(guest, "cancelled", NEXT_WEEK, NAME, "", null);
    UUID second = book.meet(NAME + " Quetzal", EMAIL);
    book.guests.addNote(HOUSE, second, "Se llama " + NAME, "k1", MARTA);
    book.guests.setPreference(HOUSE, second, "zone", "la mesa de " + NAME, MARTA);
    new MergeGuests(book.guests).merge(HOUSE, second, guest, MARTA);
    book.waitAndAsk(NAME, "600000666");
    new PostgresOptOuts(book.database.sql).stop(HOUSE, PHONE, Channel.SMS, LAST_MONTH);
    book.stay(guest, "finished", LAST_MONTH, NAME, PHONE);
    say("wamid.later", "Otra vez " + NAME);
    callUp();
    tellStaff(entry.conversation());
    sayAloud();
    tellReference();
    new PostgresHandovers(book.database.sql, book.database.json)
        .take(entry.conversation(), MARTA, "k2", true);
    return entry.conversation();
  }

  /** As they are told of a request: over WhatsApp, by mail and through a program. */
  private void tellStaff(UUID conversation) {
    UUID request =
        book.database.sql.at(
            HOUSE,
            () ->
                new PostgresPersonRequests(book.database.sql)
                    .note(
                        HOUSE,
                        new PersonRequest(
                            PersonRequest.Reason.WISH,
                            null,
                            null,
                            0,
                            new Guest(NAME, PHONE),
                            NAME,
                            conversation,
                            NOW))
                    .id());
    told(STAFF, Channel.WHATSAPP, request);
    told("marta@casa.example.com", Channel.EMAIL, request);
    told("https://hooks.example.com/marta", Channel.WEBHOOK, request);
  }

  void told(String contact, Channel over, UUID request) {
    told(contact, over, request, NAME + " (" + PHONE + ") espera.");
  }

  void told(String contact, Channel over, UUID request, String text) {
    Notice notice =
        new Notice(HOUSE, contact, Locale.of("es"), text, "staff:" + contact + text, NOW, over)
            .of(request)
            .about(
                Occasion.STAFF,
                request == null ? Map.of() : Map.of("guest_name", NAME, "guest_phone", PHONE));
    book.database.sql.at(HOUSE, () -> new PostgresNotices(book.database.sql).say(notice));
  }

  private void sayAloud() {
    book.database.sql.everywhere(() ->
        book.database.sql.update(
            """
            INSERT INTO spoken_replies (outbox, venue, conversation, token, sound, until)
            SELECT id, venue, conversation, 'token', '\\x4f676753', ? FROM outbox LIMIT 1
            """,
            NEXT_WEEK));
  }

  private void tellReference() {
    book.database.sql.everywhere(() ->
        book.database.sql.update(
            """
            INSERT INTO reference_checks (venue, conversation, reference, passed, at)
            SELECT venue, conversation, 'KM4729', true, ? FROM outbox LIMIT 1
            """,
            NOW));
  }

  private void callUp() {
    record("end-of-call-report");
    book.database.sql.everywhere(() ->
        book.database.sql.update(
            """
            INSERT INTO call_recordings (call, venue, announced_at, keep_until)
            SELECT id, venue, began_at, began_at + interval '1 day' FROM calls
            """));
    callBack();
  }

  private void callBack() {
    PostgresVenues venues = new PostgresVenues(book.database.venueRows, book.database.json);
    new PostgresOutgoingCalls(book.database.sql, venues)
        .order(
            new OutgoingCalls.Order(
                HOUSE,
                "back",
                Kind.CALL_BACK,
                "twilio",
                "+34600000900",
                PHONE,
                "la mesa de " + NAME,
                null,
                true,
                1,
                NOW),
            NOW);
  }

  void record(String name) {
    record("call-1", name, PHONE);
  }

  void record(String call, String name, String caller) {
    CallPlace place = new CallPlace("vapi", call, "", List.of("+34600000900"), caller, "inbound");
    CallLine line = new CallLine(true, "Soy " + NAME, NOW);
    CallReport report =
        new CallReport(
            "customer-ended-call",
            NOW,
            NOW,
            "User: Soy " + NAME,
            "Llamó " + NAME,
            "https://storage.example.com/" + NAME,
            5L,
            "USD",
            "{\"name\": \"" + NAME + "\"}",
            NAME,
            List.of(line));
    new PostgresCalls(book.database.sql, book.database.json, book.database.digests)
        .record(
            CallEvent.of(place, name, "end-of-call-report", NOW, NOW, "c")
                .saying(line)
                .forwarding(PHONE)
                .reporting(report),
            book.database.house(),
            NOW);
  }

  private void talk(Entry entry) {
    PostgresSavedTurns turns = new PostgresSavedTurns(book.database.sql, book.database.json);
    Turn turn = open(turns, entry);
    ToolCall call = new ToolCall("c1", "create_reservation", Map.of("name", NAME));
    Step step =
        new Step(
            1,
            entry.position(),
            ModelAnswer.use(List.of(call), Map.of("name", NAME), "es"),
            List.of());
    turns.save(turn, step, "test", NOW);
    turns.once(
        turn,
        1,
        0,
        call,
        c -> new ToolResult(c.id(), c.name(), Map.of("name", NAME), "Reservado, " + NAME),
        NOW,
        Duration.ofSeconds(30));
    Turn spoken =
        turn.with(step)
            .with(
                new Step(
                    2,
                    entry.position(),
                    ModelAnswer.say("Hecho, " + NAME, Map.of("name", NAME), "es"),
                    List.of()));
    turns.close(spoken, NOW);
  }

  static Turn open(PostgresSavedTurns turns, Entry entry) {
    Opening opening =
        turns.open(
            entry.conversation(),
            entry.position(),
            NOW,
            Duration.ofSeconds(35),
            Duration.ofSeconds(5));
    return assertInstanceOf(Opening.Opened.class, opening).turn();
  }

  Entry say(String eventId, String text) {
    InboundMessage message =
        new InboundMessage(
            "meta",
            eventId,
            Channel.WHATSAPP,
            "+34600000900",
            PHONE,
            NAME,
            text,
            "text",
            List.of("https://media.example/" + NAME),
            NOW,
            "corr-" + PHONE);
    return ledger().record(message, house(), false, null, NOW);
  }

  InboundMessage letter(String text) {
    return new InboundMessage(
        "meta",
        "wamid.died." + PHONE,
        Channel.WHATSAPP,
        "+34600000900",
        PHONE,
        NAME,
        text,
        "text",
        List.of(),
        NOW.minusSeconds(3600),
        "corr-" + PHONE);
  }

  Venue house() {
    return book.database.house();
  }

  PostgresInboundLedger ledger() {
    return new PostgresInboundLedger(book.database.sql, book.database.json, book.database.digests);
  }

  /** Whole rows as text: every column of whatever type. */
  List<String> tablesWith(String text) {
    List<String> found = new ArrayList<>();
    for (String table : tables()) {
      if (book.database.count(table + " t WHERE t::text LIKE '%" + text + "%'") > 0) {
        found.add(table);
      }
    }
    return found;
  }

  private List<String> tables() {
    return book.database.list(
        "SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
        row -> row.text("tablename"));
  }
}
