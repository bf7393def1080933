package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.call.HouseTalk;
import io.conserje.call.HouseTalk.HeardLine;
import io.conserje.call.HouseTalk.Line;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** However many calls a house has had in its years, each looks only at what is its own. */
class FoundByIndexInCallsTest extends CarriedTalk {

  @Override
  Database emptyBook() {
    return Database.byIndex(1);
  }

  /** It is closed where its scans are counted. */
  @Override
  @AfterEach
  void close() {}

  @Test
  void whatIsSaidInACallAndWhatOfItWasHeardIsFoundByAnIndex() {
    HouseTalk talk = talk();
    Line greeting = talk.greet().lines().getFirst();
    talk.heard(List.of(new HeardLine(greeting.id(), greeting.text().substring(0, 12), false)));
    books = true;
    Line booked = talk.answer("Una mesa").lines().getFirst();
    talk.heard(List.of(new HeardLine(booked.id(), "Reservada. ¿Algo", false)));
    talk.overheard("un momento");
    talk.answer("No");

    assertEquals(
        List.of(),
        database.closedAfterScansOf(
            "conversations", "messages", "turns", "turn_steps", "tool_results", "outbox", "calls"));
  }
}
