package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.conserje.conversation.Message;
import io.conserje.conversation.ModelAnswer;
import io.conserje.conversation.SavedTurns.Closing;
import io.conserje.conversation.SavedTurns.Opening;
import io.conserje.conversation.Step;
import io.conserje.conversation.Turn;
import io.conserje.inbound.InboundLedger.Entry;
import io.conserje.inbound.InboundMessage;
import io.conserje.venue.Channel;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OtherChannelsTest {

  private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");
  private static final String ANA = "+34600112233";

  private Database database;
  private PostgresInboundLedger ledger;
  private PostgresSavedTurns turns;
  private int events;

  @BeforeEach
  void open() {
    database = Database.with(1);
    ledger = new PostgresInboundLedger(database.sql, database.json, database.digests);
    turns = new PostgresSavedTurns(database.sql, database.json);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void whoGoesOnOverAnotherChannelIsKnownThereWithWhatWasSaid() {
    answer(say(Channel.WHATSAPP, ANA, "mesa para cuatro", NOW), "¿Para cuándo?", "day?", NOW);

    Turn call = opened(say(Channel.SMS, ANA, "mañana", NOW.plusSeconds(600)), NOW.plusSeconds(600));

    assertEquals(List.of("mesa para cuatro", "¿Para cuándo?"), texts(call.history()));
    assertEquals(Map.of("open", "day?"), call.memory());
    assertEquals("en", call.language());
  }

  @Test
  void whatWasSaidLastCountsWhereverItWas() {
    answer(say(Channel.WHATSAPP, ANA, "one", NOW), "first", "old", NOW);
    answer(say(Channel.SMS, ANA, "two", NOW.plusSeconds(60)), "second", "new", NOW.plusSeconds(60));

    Turn back =
        opened(say(Channel.WHATSAPP, ANA, "three", NOW.plusSeconds(99)), NOW.plusSeconds(99));

    assertEquals(List.of("one", "first", "two", "second"), texts(back.history()));
    assertEquals(Map.of("open", "new"), back.memory());
  }

  @Test
  void theNextDayIsAnotherTalkOverAnotherChannelAndTheSameOverTheSame() {
    answer(say(Channel.WHATSAPP, ANA, "hola", NOW), "Buenos días", "greeted", NOW);
    Instant tomorrow = NOW.plus(Duration.ofDays(1));

    assertEquals(Map.of(), opened(say(Channel.SMS, ANA, "hola", tomorrow), tomorrow).memory());
    Turn same = opened(say(Channel.WHATSAPP, ANA, "hola", tomorrow), tomorrow);
    assertEquals(Map.of("open", "greeted"), same.memory());
    assertEquals(2, same.history().size());
  }

  @Test
  void nobodyElseIsToldOfIt() {
    answer(say(Channel.WHATSAPP, ANA, "hola", NOW), "Buenos días", "greeted", NOW);

    Turn other = opened(say(Channel.SMS, "+34600112234", "hola", NOW), NOW);

    assertEquals(List.of(), other.history());
    assertEquals(Map.of(), other.memory());
  }

  private static List<String> texts(List<Message> messages) {
    return messages.stream().map(Message::text).toList();
  }

  private void answer(Entry entry, String text, String memory, Instant now) {
    Turn turn = opened(entry, now);
    Step step =
        new Step(
            1, entry.position(), ModelAnswer.say(text, Map.of("open", memory), "en"), List.of());
    turns.save(turn, step, "test", now);
    assertInstanceOf(Closing.Closed.class, turns.close(turn.with(step), now));
  }

  private Turn opened(Entry entry, Instant now) {
    Opening opening =
        turns.open(
            entry.conversation(),
            entry.position(),
            now,
            Duration.ofSeconds(35),
            Duration.ofSeconds(5));
    return assertInstanceOf(Opening.Opened.class, opening).turn();
  }

  private Entry say(Channel channel, String from, String text, Instant now) {
    InboundMessage message =
        new InboundMessage(
            "test",
            "event-" + events++,
            channel,
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
}
