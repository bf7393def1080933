package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.reservation.Asker;
import io.conserje.reservation.ExpireHolds;
import io.conserje.reservation.Party;
import io.conserje.reservation.Refusal;
import io.conserje.reservation.Reservation;
import io.conserje.waitlist.JoinWaitlist.Answer;
import io.conserje.waitlist.WaitlistEntry;
import io.conserje.waitlist.Wanted;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who waits for a table gets it, in the order of the line. */
class WaitlistTest extends LineForTables {

  @Test
  void theTableSomebodyGivesBackIsOfferedToTheFirstInLineWhoTakesIt() {
    house(1);
    Reservation luis = booked(LUIS, NINE);
    assertEquals(1, joined(ANA, NINE).position());
    assertEquals(2, joined(EVA, NINE).position());
    cancel(luis, LUIS);
    assertEquals(List.of("offered", "waiting"), line());
    assertEquals(1, notices(ANA).size());
    assertTrue(notices(ANA).getFirst().contains("12:15"), notices(ANA).toString());
    assertEquals(List.of(), notices(EVA));
    assertEquals("held", held(ANA).standing().code());
    confirm(held(ANA), ANA);
    assertEquals(List.of("booked", "waiting"), line());
    assertEquals("confirmed", held(ANA).standing().code());
  }

  @Test
  void anOfferThatIsLetPassGoesToTheNextAtOnce() {
    house(1);
    Reservation luis = booked(LUIS, NINE);
    joined(ANA, NINE);
    joined(EVA, NINE);
    cancel(luis, LUIS);
    now = now.plus(Duration.ofMinutes(15));
    new ExpireHolds(desk.book()).expire(database.house(), now);
    assertEquals(List.of("expired", "offered"), line());
    assertEquals(2, notices(ANA).size());
    assertEquals(1, notices(EVA).size());
    assertEquals(0, desk.offers().offer(database.house(), now));
    assertEquals(1, database.count("table_claims"));
  }

  @Test
  void anOfferThatIsDeclinedGoesToTheNextAtOnce() {
    house(1);
    Reservation luis = booked(LUIS, NINE);
    joined(ANA, NINE);
    joined(EVA, NINE);
    cancel(luis, LUIS);
    cancel(held(ANA), ANA);
    assertEquals(List.of("declined", "offered"), line());
  }

  @Test
  void whoLeavesGivesTheirOfferToTheNext() {
    house(1);
    Reservation luis = booked(LUIS, NINE);
    joined(ANA, NINE);
    joined(EVA, NINE);
    cancel(luis, LUIS);
    leave(ANA);
    assertEquals(List.of("declined", "offered"), line());
    leave(EVA);
    assertEquals(List.of("declined", "declined"), line());
    assertEquals(0, database.count("table_claims"));
  }

  @Test
  void whoWaitsForSomethingElseIsPassedOverAndKeepsThePlace() {
    house(1);
    Reservation luis = booked(LUIS, EIGHT);
    booked("+34600000199", TEN);
    joined(ANA, NINE);
    joined(EVA, EIGHT);
    cancel(luis, LUIS);
    assertEquals(List.of("waiting", "offered"), line());
  }

  @Test
  void theEarliestTimeOfTheWindowThatIsFreeIsOffered() {
    house(1);
    booked(LUIS, EIGHT);
    Reservation late = booked("+34600000199", TEN);
    join(ANA, new Wanted(NINE, TEN.plusHours(1), Party.of(4), ""), "ana");
    cancel(late, "+34600000199");
    assertEquals(TEN, held(ANA).period().from().atZone(database.house().zone()).toLocalDateTime());
  }

  @Test
  void theSameCallAndTheSameWishJoinOnce() {
    house(1);
    booked(LUIS, NINE);
    WaitlistEntry first = joined(ANA, NINE).entry();
    assertEquals(first, joined(ANA, NINE).entry());
    assertEquals(
        first,
        assertInstanceOf(
                Answer.Joined.class, join(ANA, new Wanted(EIGHT, TEN, Party.of(4), ""), "other"))
            .entry());
    assertEquals(1, database.count("waitlist"));
  }

  @Test
  void nobodyWaitsForWhatCanNeverBe() {
    house(1);
    assertEquals(Refusal.CLOSED, refused(ANA, LocalDateTime.parse("2026-11-21T17:00")));
    assertEquals(Refusal.PAST, refused(ANA, LocalDateTime.parse("2026-11-19T21:00")));
    assertEquals(Refusal.MOBILE_NEEDED, refused("+34910000000", NINE));
    assertEquals(Refusal.MOBILE_NEEDED, refused("", NINE));
    assertEquals(
        new Answer.Refused(Refusal.PARTY_TOO_LARGE),
        join(ANA, new Wanted(NINE, NINE, Party.of(5), ""), "five"));
  }

  @Test
  void everyMoveIsWrittenDown() {
    house(1);
    Reservation luis = booked(LUIS, NINE);
    joined(ANA, NINE);
    cancel(luis, LUIS);
    confirm(held(ANA), ANA);
    assertEquals(
        List.of("waiting guest joined", "offered house offered a table", "booked guest confirmed"),
        texts(
            "SELECT status || ' ' || who || ' ' || why AS text FROM waitlist_moves ORDER BY number"));
  }

  private Refusal refused(String phone, LocalDateTime at) {
    Answer answer = join(phone, new Wanted(at, at, Party.of(4), ""), "refused " + phone + at);
    return assertInstanceOf(Answer.Refused.class, answer).why();
  }

  private void leave(String phone) {
    Asker guest = Asker.guest(phone, null);
    assertEquals(1, desk.leave().leave(Database.HOUSE, guest, "leave:" + phone, now).size());
  }
}
