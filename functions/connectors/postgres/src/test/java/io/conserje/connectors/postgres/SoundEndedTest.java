package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.call.CarriedCall;
import io.conserje.call.CarriedCall.Why;
import io.conserje.call.HouseTalk;
import io.conserje.call.HouseTalk.Answer;
import io.conserje.call.HouseTalk.Farewell;
import io.conserje.call.HouseTalk.HeardLine;
import io.conserje.call.HouseTalk.Line;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Why the sound of a call has ended, and how it goes on where it may. */
class SoundEndedTest extends CarriedTalk {

  @Test
  void aCallLeftToAPersonIsKnownAsSuch() {
    HouseTalk talk = talk();
    talk.answer("Hola");
    database.update("UPDATE conversations SET owner = 'person'");

    assertTrue(talk.answer("¿Oiga?").toPerson());
    talk.leave();
    assertEquals(Why.TO_PERSON, why());
  }

  @Test
  void whyTheSoundHasEndedIsKnown() {
    announce();
    assertEquals(Why.NEVER_CARRIED, why());

    HouseTalk talk = talk();
    assertEquals(Why.CUT_OFF, why());
    talk.leave();
    assertEquals(Why.GIVEN_UP, why());
  }

  @Test
  void aCallIsCarriedOnAFewTimesAndThenGivenUp() {
    talk();
    assertEquals(
        List.of(Why.CUT_OFF, Why.CUT_OFF, Why.CUT_OFF, Why.GIVEN_UP),
        List.of(why(), why(), why(), why()));
  }

  @Test
  void whoWasCutOffIsAnsweredAndToldAgainWhatMayBeMissed() {
    HouseTalk before = talk();
    Line greeting = before.greet().lines().getFirst();
    before.heard(List.of(new HeardLine(greeting.id(), greeting.text(), true)));
    before.answer("Una mesa");

    List<Line> again = talk().greet().lines();
    assertEquals(2, again.size(), again.toString());
    assertTrue(again.getFirst().text().contains("cortado"), again.toString());
    assertEquals("Dígame.", again.getLast().text());
    assertEquals(1, asked.size());
  }

  @Test
  void whoWasCutOffIsToldSoBeforeAnythingIsWrittenOrAnswered() {
    talk().greet();
    guestSays("Una mesa");
    String lines = text("SELECT count(*)::text FROM messages");
    List<String> early = new ArrayList<>();

    Answer rest =
        talk()
            .greet(told -> {
              early.addAll(texts(Answer.saying(told)));
              assertEquals(lines, text("SELECT count(*)::text FROM messages"));
              assertEquals(List.of(), asked);
            });
    assertEquals(1, early.size(), early.toString());
    assertTrue(early.getFirst().contains("cortado"), early.toString());
    assertEquals(List.of("Dígame."), texts(rest));
    assertEquals(
        "1", text("SELECT count(*)::text FROM messages WHERE body LIKE '%cortado%'"), "written");
  }

  @Test
  void whatWasSaidBeforeItWasCutOffIsAnsweredAfterwards() {
    talk().greet();
    guestSays("Una mesa");

    assertEquals("Dígame.", talk().greet().lines().getLast().text());
    assertEquals(1, asked.size());
  }

  @Test
  void aHostThatDiedWhileItAnsweredIsNotWaitedFor() {
    talk().greet();
    guestSays("Una mesa");
    database.update(
        "UPDATE conversations SET lease = lease + 1, lease_until = started_at + interval '30 s'");

    assertEquals("Dígame.", talk().greet().lines().getLast().text());
  }

  @Test
  void whoSaysNothingAnyMoreHasEndedTheCallAndWhatWasOpenIsKnown() {
    HouseTalk talk = talk();
    talk.takesLeave(Farewell.NOBODY_THERE, "¿Para cuántas personas?");
    talk.leave();

    assertEquals(Why.OVER, why());
    assertEquals("guest-silent: ¿Para cuántas personas?", text("SELECT ended_reason FROM calls"));
  }

  @Test
  void whomNobodyOfTheHouseTookIsToldSoAndAnsweredAgainOnce() {
    HouseTalk talk = talk();
    talk.answer("Hola");
    database.update("UPDATE conversations SET owner = 'person'");
    talk.leave();
    CarriedCall carried = new CarriedCall(calls);
    assertTrue(carried.mayComeBack(CALL, database.house(), NOW));

    HouseTalk back = talk();
    assertTrue(texts(back.greet()).getFirst().contains("He dejado aviso para que le devuelvan"));
    assertEquals(List.of("Dígame."), texts(back.answer("¿Tienen terraza?")));
    assertEquals(Why.CUT_OFF, why());
    database.update("UPDATE conversations SET owner = 'person'");
    back.leave();
    assertEquals(Why.TO_PERSON, why());
    assertFalse(carried.mayComeBack(CALL, database.house(), NOW), "once in a call");
  }

  @Test
  void aPersonWhoHasTakenTheConversationKeepsIt() {
    HouseTalk talk = talk();
    database.update("UPDATE conversations SET owner = 'person', taken_by = 'Marta'");
    talk.leave();
    assertTrue(new CarriedCall(calls).mayComeBack(CALL, database.house(), NOW));

    talk().greet();
    assertEquals("person", text("SELECT owner FROM conversations"));
  }

  @Test
  void aCallThatGoesOnHasLastedSinceItBegan() {
    assertEquals(Duration.ZERO, talk().lasted());
    database.update("UPDATE calls SET answered_at = answered_at - interval '3 minutes'");
    assertEquals(Duration.ofMinutes(3), talk().lasted());
  }

  @Test
  void aCallThatLastedTooLongIsForAPerson() {
    HouseTalk talk = talk();
    talk.takesLeave(Farewell.TIME_IS_OVER, "");
    talk.leave();

    assertEquals(Why.TO_PERSON, why());
    assertFalse(new CarriedCall(calls).mayComeBack(CALL, database.house(), NOW));
  }

  private Why why() {
    return new CarriedCall(calls).ended(CALL, database.house(), NOW);
  }
}
