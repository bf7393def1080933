package io.conserje.connectors.postgres;

import static io.conserje.connectors.postgres.Casa.done;
import static io.conserje.connectors.postgres.Casa.instant;
import static io.conserje.connectors.postgres.Casa.refused;
import static io.conserje.connectors.postgres.Casa.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.reservation.ChangeReservation.Change;
import io.conserje.reservation.Outcome;
import io.conserje.reservation.Outcome.Done;
import io.conserje.reservation.Party;
import io.conserje.reservation.Refusal;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.Standing;
import io.conserje.venue.Channel;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** From held to finished, and the ways out. */
class TableBookLifecycleTest {

  private static final Database DATABASE = Database.with(1);

  private final Casa casa = new Casa(DATABASE);

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void aHoldThatNobodyTookUpGivesTheTableBack() {
    casa.tables(table("T1", "inside", 4));
    Reservation held = casa.held("21:00", 4);
    assertEquals(new Standing.Held(Casa.NOW.plus(Duration.ofMinutes(10))), held.standing());

    later(Duration.ofMinutes(9));
    assertEquals(List.of(), casa.expire());
    later(Duration.ofMinutes(1));
    assertEquals(Refusal.TOO_LATE, refused(casa.confirm(held)).why());
    assertEquals(1, casa.expire().size());

    assertEquals("expired", casa.now(held).standing().code());
    assertEquals(List.of(), casa.rows().claims());
    casa.confirmed("21:00", 4);
  }

  @Test
  void whoSpokeForAMobileIsAskedAndWhoSpokeForALandlineSaysYesAloud() {
    casa.tables(table("T1", "inside", 4), table("T2", "inside", 4), table("T3", "inside", 4));
    Party four = Party.of(4);

    assertEquals(
        new Standing.Pending(Casa.NOW.plus(Duration.ofHours(2))),
        done(casa.ask("21:00", four, "", Channel.VOICE, "+34600000101")).standing());
    assertEquals(
        new Standing.Pending(Casa.NOW.plus(Duration.ofMinutes(10))),
        done(casa.ask("21:00", four, "", Channel.VOICE, "+34941000101")).standing());
    assertEquals(
        new Standing.Confirmed(),
        done(casa.ask("21:00", four, "", Channel.WHATSAPP, "+34600000101")).standing());
  }

  @Test
  void nobodyIsWaitedForBeyondTheTimeOfTheBooking() {
    casa.tables(table("T1", "inside", 4));
    casa.now = instant("20:00");

    assertEquals(new Standing.Pending(instant("21:00")), casa.pending("21:00", 4).standing());
  }

  @Test
  void aSecondYesIsAYesToo() {
    casa.tables(table("T1", "inside", 4));
    Reservation made = casa.pending("21:00", 4);

    done(casa.confirm(made));
    assertEquals(new Standing.Confirmed(), done(casa.confirm(made)).standing());
    assertEquals(2, casa.moves(made).size());
  }

  @Test
  void aRefusedChangeLeavesTheBookingAsItWas() {
    casa.tables(table("T1", "inside", 4)).nobodyIsMoved();
    Reservation mine = casa.confirmed("20:00", 4);
    casa.confirmed("22:00", 4);
    BookRows before = casa.rows();

    assertEquals(Refusal.FULL, refused(casa.change(mine, "21:00", null, null)).why());
    assertEquals(
        Refusal.PARTY_TOO_LARGE, refused(casa.change(mine, null, Party.of(9), null)).why());
    assertEquals(before, casa.rows());
    assertEquals(mine, casa.now(mine));
  }

  @Test
  void aBookingCanMoveToATimeThatOverlapsItself() {
    casa.tables(table("T1", "inside", 4)).limits(4, 0);
    Reservation mine = casa.confirmed("20:00", 4);

    Reservation moved = done(casa.change(mine, "20:15", null, null));

    assertEquals(instant("20:15"), moved.period().from());
    assertEquals(List.of("T1"), moved.tables());
    assertEquals(moved, casa.now(mine));
  }

  @Test
  void aBookingCanMoveToADayWithNothingCounted() {
    casa.tables(table("T1", "inside", 4));
    Reservation mine = casa.confirmed("20:00", 4);
    LocalDateTime other = LocalDateTime.parse("2026-12-03T21:00");

    assertInstanceOf(Done.class, casa.change(mine, new Change(other, null, null, null)));
  }

  @Test
  void aNoteIsAddedHoweverLateAndTheTableStays() {
    casa.tables(table("T1", "inside", 2), table("T2", "inside", 6));
    Reservation first = casa.confirmed("21:00", 2);
    Reservation mine = casa.confirmed("21:00", 2);
    casa.cancel(first);
    casa.now = instant("20:50");

    Reservation noted =
        done(
            casa.change(
                mine, new Change(null, null, null, Reservation.Details.notes("cumpleaños"))));

    assertEquals("cumpleaños", casa.now(mine).details().notes());
    assertEquals(List.of("T2"), noted.tables());
  }

  @Test
  void anotherNumberIsOfWhomeverIsReachedThere() {
    casa.tables(table("T1", "inside", 4));
    Reservation mine = casa.confirmed("20:00", 4);

    done(casa.change(mine, reachedAt("600 44 55 66")));

    assertEquals("+34600445566", casa.now(mine).guest().phone());
    assertEquals(mine.guest().name(), casa.now(mine).guest().name());
    assertEquals(Refusal.PHONE_INVALID, refused(casa.change(mine, reachedAt("12"))).why());
    assertEquals("+34600445566", casa.now(mine).guest().phone());
  }

  private static Change reachedAt(String phone) {
    return new Change(null, null, null, null, null, phone);
  }

  @Test
  void whatHasLapsedIsNotChangedAnyMore() {
    casa.tables(table("T1", "inside", 4));
    Reservation held = casa.held("21:00", 4);
    later(Duration.ofMinutes(10));

    assertEquals(Refusal.TOO_LATE, refused(casa.change(held, "22:00", null, null)).why());
  }

  @Test
  void callingOffLateIsToldAndWrittenDown() {
    casa.tables(table("T1", "inside", 4), table("T2", "inside", 4));
    Reservation early = casa.confirmed("21:00", 4);
    Reservation late = casa.confirmed("21:00", 4);

    assertTrue(!late(casa.cancel(early)));
    later(Duration.ofHours(20));
    assertTrue(late(casa.cancel(late)));

    assertEquals("cancelled: staff, called off", casa.moves(early).getLast());
    assertEquals("cancelled: staff, called off late", casa.moves(late).getLast());
  }

  private static boolean late(Outcome outcome) {
    return assertInstanceOf(Done.class, outcome).tell().late();
  }

  @Test
  void aPartyIsMissedOnlyWhenItsGraceIsOver() {
    casa.tables(table("T1", "inside", 4));
    Reservation made = casa.confirmed("21:00", 4);
    casa.now = instant("21:14");
    assertEquals(Refusal.TOO_EARLY, refused(casa.missed(made)).why());

    casa.now = instant("21:15");
    assertEquals(new Standing.NoShow(), done(casa.missed(made)).standing());
    assertEquals(List.of(), casa.rows().claims());
    assertEquals(Refusal.TOO_LATE, refused(casa.sitDown(made)).why());
  }

  @Test
  void aPartyThatHasLeftFreesItsTableOnceItIsLaidAgain() {
    casa.tables(table("T1", "inside", 4)).limits(0, 2).buffer(15);
    Reservation made = done(casa.ask("20:00", new Party(4, 2, false, false), ""));
    assertEquals(Refusal.TOO_LATE, refused(casa.leave(made)).why());
    casa.now = instant("20:05");
    done(casa.sitDown(made));
    assertEquals(Refusal.TOO_LATE, refused(casa.cancel(made)).why());
    casa.now = instant("20:50").plusSeconds(30);
    done(casa.leave(made));

    assertEquals(instant("21:05"), casa.rows().claims().getFirst().to());
    casa.now = instant("20:51");
    done(casa.ask("21:30", new Party(4, 2, false, false), ""));
  }

  @Test
  void aPartyThatComesEarlyHasItsTableFromThenOn() {
    casa.tables(table("T1", "inside", 4)).limits(4, 0);
    Reservation early = casa.confirmed("23:00", 4);
    casa.now = instant("20:10").plusSeconds(20);
    done(casa.sitDown(early));

    assertEquals(Refusal.FULL, refused(casa.ask("20:45", Party.of(2), "")).why());
    assertEquals(instant("20:10"), casa.rows().claims().getFirst().from());
    assertEquals(Map.of("covers " + instant("23:00"), 4), casa.rows().counts());

    casa.now = instant("20:40");
    done(casa.leave(early));
    assertEquals(instant("20:40"), casa.rows().claims().getFirst().to());
    assertEquals(Map.of(), casa.rows().counts());
    casa.confirmed("21:15", 4);
  }

  @Test
  void nobodyIsSeatedEarlyAtATableSomebodyElseHasTillThen() {
    casa.tables(table("T1", "inside", 4));
    Reservation first = casa.confirmed("20:00", 4);
    Reservation second = casa.confirmed("22:00", 4);
    casa.now = instant("21:30");
    BookRows before = casa.rows();

    assertEquals(Refusal.TABLE_TAKEN, refused(casa.sitDown(second)).why());
    assertEquals(before, casa.rows());
    done(casa.sitDown(first));
    done(casa.leave(first));
    done(casa.sitDown(second));
  }

  @Test
  void nobodyIsSeatedHalfADayEarly() {
    casa.tables(table("T1", "inside", 4));
    Reservation made = casa.confirmed("21:00", 4);

    assertEquals(Refusal.TOO_EARLY, refused(casa.sitDown(made)).why());
  }

  @Test
  void everyMoveIsWrittenDownWithWhoAndWhy() {
    casa.tables(table("T1", "inside", 4));
    Reservation made = casa.pending("21:00", 4);
    casa.confirm(made);
    casa.change(made, "21:15", null, null);
    casa.now = instant("21:20");
    casa.sitDown(made);
    casa.leave(made);

    assertEquals(
        List.of(
            "pending: guest, booked",
            "confirmed: staff, confirmed",
            "confirmed: staff, changed",
            "seated: staff, sat down",
            "finished: staff, left"),
        casa.moves(made));
  }

  private void later(Duration time) {
    Instant then = casa.now.plus(time);
    casa.now = then;
  }
}
