package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.conversation.LanguageModel;
import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.ModelRequest;
import io.conserje.conversation.Receptionist;
import io.conserje.conversation.ToolCall;
import io.conserje.conversation.TurnRules;
import io.conserje.conversation.Wakeups;
import io.conserje.guest.Staff;
import io.conserje.handoff.CallPerson;
import io.conserje.handoff.HandBack;
import io.conserje.handoff.HandoverAnswer;
import io.conserje.handoff.RemindStaff;
import io.conserje.handoff.StaffedLedger;
import io.conserje.handoff.TakeOver;
import io.conserje.handoff.tools.HandoffTools;
import io.conserje.inbound.InboundLedger;
import io.conserje.inbound.InboundLedger.Entry;
import io.conserje.inbound.InboundMessage;
import io.conserje.venue.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** It is Friday noon; people are there from 09:00 to 24:00, Marta before Andrés. */
class CallPersonTest {

  private static final String GUEST = "+34600000101";
  private static final String MARTA = "+34600000950";
  private static final String ANDRES = "+34600000951";
  private static final String STAFF =
      """
      {"staff": {"hours": [{"from": "09:00", "to": "00:00"}], "list": ["party_size", "name"],
       "answers": [{"from": "20:00", "to": "21:00"}],
       "contacts": [{"name": "Marta", "whatsapp": "+34600000950"},
         {"name": "Andrés", "whatsapp": "+34600000951"}]}}
      """;

  private final Duties duties = new Duties();
  private Instant now = Instant.parse("2026-11-20T11:00:00Z");
  private Database database;
  private PostgresHandovers handovers;
  private PostgresPersonRequests requests;
  private PostgresNotices notices;
  private CallPerson person;
  private InboundLedger ledger;
  private RemindStaff remind;
  private int events;

  @BeforeEach
  void open() {
    database = Database.with(1);
    database.update("UPDATE venues SET house = house || ?::jsonb", STAFF);
    handovers = new PostgresHandovers(database.sql, database.json);
    requests = new PostgresPersonRequests(database.sql);
    notices = new PostgresNotices(database.sql);
    person = new CallPerson(requests, notices);
    ledger =
        new StaffedLedger(
            new PostgresInboundLedger(database.sql, database.json, database.digests),
            requests,
            person,
            new TakeOver(handovers, 1, () -> {}),
            notices);
    remind = new RemindStaff(requests, notices, new HandBack(handovers, duties));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void theGuestHearsThatAPersonComesAndThenNothingMoreOfTheAssistant() {
    UUID talk = asks("group", 15);

    assertEquals("person", owner(talk));
    assertEquals(1, said(talk).size());
    assertTrue(said(talk).getFirst().startsWith("reply: "), said(talk).toString());
    answer(say(GUEST, "¿hola?"));
    assertEquals(1, said(talk).size());
  }

  @Test
  void theFirstOfTheListIsToldWhatTheHouseWantsToKnow() {
    asks("group", 15);

    assertEquals(1, toldTo(MARTA).size());
    String told = toldTo(MARTA).getFirst();
    assertTrue(told.contains("Personas: 15\nNombre: Lucía"), told);
    assertTrue(told.contains("quiero hablar con alguien"), told);
    assertEquals(List.of(), toldTo(ANDRES));
  }

  @Test
  void afterFiveMinutesTheFirstIsToldAgainAndTheNextAsWell() {
    asks("person", 0);

    later(Duration.ofMinutes(4));
    assertEquals(List.of(1, 0), told());
    later(Duration.ofMinutes(1));
    assertEquals(List.of(2, 1), told());
    later(Duration.ofMinutes(1));
    assertEquals(List.of(2, 1), told());
    later(Duration.ofMinutes(4));
    assertEquals(List.of(2, 2), told());
  }

  @Test
  void whenNobodyTakesItTheGuestIsToldTheTruthAndTheAssistantAnswersAgain() {
    UUID talk = asks("complaint", 0);
    Entry still = say(GUEST, "¿hay alguien?");
    later(Duration.ofMinutes(5));
    later(Duration.ofMinutes(5));
    assertEquals("person", owner(talk));
    later(Duration.ofMinutes(5));

    assertEquals("assistant", owner(talk));
    assertTrue(said(talk).getLast().contains("+34600000999"), said(talk).toString());
    assertEquals(List.of(still.position()), duties.turns);
    later(Duration.ofMinutes(5));
    assertEquals(2, said(talk).size());
    assertEquals(List.of(2, 2), told());
  }

  @Test
  void whoAnswersOkHasIt() {
    UUID talk = asks("person", 0);

    Entry ok = say(MARTA, "Ok!");

    assertEquals("Marta", takenBy(talk));
    assertEquals(false, ok.answerable());
    assertTrue(toldTo(MARTA).getLast().contains(GUEST), toldTo(MARTA).toString());
    later(Duration.ofMinutes(5));
    assertEquals(List.of(2, 0), told());
  }

  @Test
  void whatStaffAreToldOfAGuestIsKnownAsTheirs() {
    asks("person", 0);
    later(Duration.ofMinutes(5));
    say(MARTA, "Ok!");

    assertEquals(
        List.of(MARTA, MARTA, ANDRES, MARTA),
        database.list(
            "SELECT guest_address FROM outbox o JOIN person_requests r ON r.id = o.request"
                + " ORDER BY position",
            row -> row.text("guest_address")));
    assertEquals(4, toldTo(MARTA).size() + toldTo(ANDRES).size(), "and there are no others");
  }

  @Test
  void anOkFromSomebodyElseOrAboutNothingIsAGuestsWord() {
    assertEquals(true, say(MARTA, "ok").answerable());
    UUID talk = asks("person", 0);

    assertEquals(true, say("+34600000102", "ok").answerable());
    assertEquals(true, say(ANDRES, "¿tenéis mesa?").answerable());
    assertEquals(null, takenBy(talk));
  }

  @Test
  void whoTookItAndFellSilentGivesItBack() {
    UUID talk = asks("person", 0);
    handovers.take(talk, new Staff("Marta", now), "k1", false);
    later(Duration.ofMinutes(20));
    handovers.say(talk, "Dígame", new Staff("Marta", now), "k2");
    Entry last = say(GUEST, "¿me oye?");

    later(Duration.ofMinutes(29));
    assertEquals("person", owner(talk));
    later(Duration.ofMinutes(1));

    assertEquals("assistant", owner(talk));
    assertEquals(List.of(last.position()), duties.turns);
  }

  @Test
  void afterANewWishTheListBeginsAnew() {
    UUID talk = asks("person", 0);
    handovers.take(talk, new Staff("Marta", now), "k1", false);
    handovers.giveBack(talk, new Staff("Marta", now), "k2");
    later(Duration.ofMinutes(1));
    assertEquals(List.of(1, 0), told());

    asks("person", 0);

    assertEquals("person", owner(talk));
    assertEquals(List.of(2, 0), told());
  }

  @Test
  void whenNobodyIsThereItIsNotedATimeIsPromisedAndTheAssistantGoesOn() {
    now = Instant.parse("2026-11-20T23:30:00Z");

    UUID talk = asks("group", 15);

    assertEquals("assistant", owner(talk));
    String said = said(talk).getLast();
    assertTrue(said.contains("sábado 21 de noviembre a las 09:00"), said);
    later(Duration.ofMinutes(10));
    assertEquals(List.of(0, 0), told());
    now = Instant.parse("2026-11-21T08:00:00Z");
    later(Duration.ZERO);
    assertEquals(List.of(1, 0), told());
    later(Duration.ofMinutes(10));
    assertEquals(List.of(1, 0), told());
  }

  @Test
  void anEmergencyIsToldAtAnyHour() {
    now = Instant.parse("2026-11-20T23:30:00Z");

    asks("emergency", 0);

    assertEquals(List.of(1, 0), told());
  }

  @ParameterizedTest
  @CsvSource({"person, wish", "wish, wish", "Group, group", "message, other"})
  void aReasonIsUnderstoodByItsOtherNames(String said, String written) {
    asks(said, 0);

    assertEquals(
        List.of(written),
        database.list("SELECT reason FROM person_requests", row -> row.text("reason")));
  }

  @Test
  void aMessageIsPassedOnAndTheAssistantGoesOn() {
    UUID talk = call("take_message", Map.of("about", "se dejó un paraguas", "name", "Lucía"));

    assertEquals("assistant", owner(talk));
    assertTrue(toldTo(MARTA).getFirst().contains("se dejó un paraguas"));
    assertEquals(
        List.of("message:se dejó un paraguas:Lucía"),
        database.list(
            "SELECT reason, notes, guest_name FROM person_requests",
            row -> row.text("reason") + ":" + row.text("notes") + ":" + row.text("guest_name")));
  }

  @Test
  void whileTheHouseAnswersItselfANewTalkIsTheirsFromTheFirstWord() {
    Entry before = say(GUEST, "hola");
    answer(before);
    now = Instant.parse("2026-11-20T19:10:00Z");
    answer(say(GUEST, "sigo aquí"));
    Entry first = say("+34600000102", "¿tienen mesa hoy?");
    answer(first);

    assertEquals("assistant", owner(before.conversation()));
    assertEquals("person", owner(first.conversation()));
    assertEquals(List.of(), said(first.conversation()));
    assertTrue(toldTo(MARTA).getFirst().contains("¿tienen mesa hoy?"));
    HandoverAnswer taken =
        handovers.take(first.conversation(), new Staff("Marta", now), "k1", false);
    assertInstanceOf(HandoverAnswer.Done.class, taken);
  }

  private UUID asks(String reason, int party) {
    Map<String, Object> arguments = new HashMap<>(Map.of("reason", reason, "name", "Lucía"));
    if (party > 0) {
      arguments.put("party_size", party);
    }
    return call("hand_to_person", arguments);
  }

  /** A guest asks, and the model calls this. */
  private UUID call(String tool, Map<String, Object> arguments) {
    Entry entry = say(GUEST, "quiero hablar con alguien");
    run(
        entry,
        request ->
            request.steps().isEmpty()
                ? ModelAnswer.use(List.of(new ToolCall("c1", tool, arguments)), Map.of(), "es")
                : ModelAnswer.say(
                    request.freshResults().getFirst().content().get("say").toString(),
                    Map.of(),
                    "es"));
    return entry.conversation();
  }

  private void answer(Entry entry) {
    run(entry, request -> ModelAnswer.say("Dígame.", Map.of(), "es"));
  }

  private interface Answers {
    ModelAnswer to(ModelRequest request);
  }

  private void run(Entry entry, Answers answers) {
    LanguageModel model =
        new LanguageModel() {
          @Override
          public String name() {
            return "scripted";
          }

          @Override
          public ModelAnswer answer(ModelRequest request) {
            return answers.to(request);
          }
        };
    new Receptionist(
            new PostgresSavedTurns(database.sql, database.json),
            new PostgresVenues(database.venueRows, database.json),
            model,
            HandoffTools.over(person),
            () -> now,
            TurnRules::usual)
        .answer(entry.conversation(), entry.position());
  }

  /** Time goes by, and the job runs. */
  private void later(Duration time) {
    now = now.plus(time);
    remind.remind(database.house(), now);
  }

  private Entry say(String from, String text) {
    InboundMessage message =
        new InboundMessage(
            "test",
            "event-" + events++,
            Channel.WHATSAPP,
            "+34600000900",
            from,
            "",
            text,
            "text",
            List.of(),
            now,
            "c");
    return ledger.record(message, database.house(), false, null, now);
  }

  private List<Integer> told() {
    return List.of(toldTo(MARTA).size(), toldTo(ANDRES).size());
  }

  private List<String> toldTo(String contact) {
    return database.list(
        "SELECT body FROM outbox WHERE guest_address = ? AND kind = 'notice' ORDER BY position",
        row -> row.text("body"),
        contact);
  }

  private List<String> said(UUID talk) {
    return database.list(
        """
        SELECT kind, body FROM outbox WHERE conversation = ? AND state = 'waiting'
          AND kind <> 'fallback' ORDER BY position
        """,
        row -> row.text("kind") + ": " + row.text("body"),
        talk);
  }

  private String owner(UUID talk) {
    return database
        .one("SELECT owner FROM conversations WHERE id = ?", row -> row.text("owner"), talk)
        .orElseThrow();
  }

  private String takenBy(UUID talk) {
    return database
        .list("SELECT taken_by FROM conversations WHERE id = ?", row -> row.text("taken_by"), talk)
        .getFirst();
  }

  private static final class Duties implements Wakeups {
    private final List<Long> turns = new ArrayList<>();

    @Override
    public void turnDue(UUID conversation, long upTo, Duration delay) {
      turns.add(upTo);
    }

    @Override
    public void outboxDue(UUID conversation, Duration delay, Instant waitsFor) {}
  }
}
