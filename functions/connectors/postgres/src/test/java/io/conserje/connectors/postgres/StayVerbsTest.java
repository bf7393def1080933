package io.conserje.connectors.postgres;

import static io.conserje.connectors.postgres.Hotel.done;
import static io.conserje.connectors.postgres.Hotel.guest;
import static io.conserje.connectors.postgres.Hotel.no;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import io.conserje.stay.BookStay;
import io.conserje.stay.By;
import io.conserje.stay.CancelStay;
import io.conserje.stay.ChangeStay;
import io.conserje.stay.ChangeStay.Change;
import io.conserje.stay.CheckIn;
import io.conserje.stay.CheckOut;
import io.conserje.stay.ConfirmStay;
import io.conserje.stay.EarlyCheckIn;
import io.conserje.stay.ExpireStays;
import io.conserje.stay.ExtendHold;
import io.conserje.stay.HoldStay;
import io.conserje.stay.LateCheckOut;
import io.conserje.stay.NoShow;
import io.conserje.stay.QuoteStay;
import io.conserje.stay.Stay;
import io.conserje.stay.StayAnswer;
import io.conserje.stay.StayRefusal;
import io.conserje.stay.StayRequest;
import io.conserje.stay.StayState;
import io.conserje.stay.StayState.Cancelled;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What can be done with a stay once it is in the book. */
class StayVerbsTest {

  private Database database;
  private Hotel hotel;

  @BeforeEach
  void open() {
    database = Database.with(0);
    hotel = new Hotel(database, "hotel", Hotel.small());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void callingOffCostsNothingUntilADayBeforeAndThenHalfTheFirstNight() {
    Stay early = book("2026-12-01", 2, "suite");
    Stay late = book("2026-12-05", 2, "suite");

    hotel.now = Instant.parse("2026-11-30T14:00:00Z");
    assertEquals(new Cancelled(0), cancel(early).state());
    hotel.now = Instant.parse("2026-12-04T14:00:01Z");
    assertEquals(new Cancelled(12_500), cancel(late).state());
    assertEquals(0, hotel.count("room_claims"));
    assertEquals(0, hotel.count("type_nights WHERE used > 0"));
    assertEquals(
        StayRefusal.NOT_POSSIBLE, no(new CancelStay(hotel.book).cancel(hotel.desk(late))).why());
  }

  @Test
  void whoMovesAStayTooLateToCallItOffOwesTheFeeAllTheSame() {
    Stay made = book("2026-12-05", 2, "suite");
    hotel.now = Instant.parse("2026-12-04T14:00:01Z");

    Stay moved =
        done(
            change(
                made, new Change(day("2026-12-20"), day("2026-12-21"), "doble", null, null, null)));
    assertEquals(Instant.parse("2026-12-04T14:00:00Z"), moved.quote().freeUntil());
    assertEquals(10_000 + 2 * 110, moved.quote().total());
    assertEquals(12_500, moved.quote().noShowFee());
    Stay early = done(new EarlyCheckIn(hotel.book).comeAt(hotel.desk(moved), null));
    Stay again =
        done(change(early, new Change(day("2026-12-24"), day("2026-12-25"), null, 1, null, null)));

    assertEquals(new Cancelled(12_500), cancel(again).state());
  }

  @Test
  void whoMovesAStayInTimeMayStillCallItOff() {
    Stay made = book("2026-12-05", 2, "doble");
    hotel.now = Instant.parse("2026-12-04T14:00:00Z");

    Stay moved =
        done(
            change(
                made, new Change(day("2026-12-20"), day("2026-12-21"), "suite", null, null, null)));
    assertEquals(Instant.parse("2026-12-19T14:00:00Z"), moved.quote().freeUntil());
    hotel.now = moved.quote().freeUntil();
    assertEquals(new Cancelled(0), cancel(moved).state());
  }

  @Test
  void whatWasOnlyHeldBindsNobodyWhenItIsMoved() {
    hotel.now = Instant.parse("2026-12-04T20:00:00Z");
    Stay held =
        done(
            new HoldStay(hotel.book)
                .hold(hotel.wish("2026-12-05", 1, "suite"), guest("+34600000101"), "hold"));
    change(held, new Change(day("2026-12-20"), day("2026-12-21"), null, null, null, null));

    Stay confirmed = done(new ConfirmStay(hotel.book).confirm(hotel.desk(held)));

    assertEquals(new Cancelled(0), cancel(confirmed).state());
  }

  @Test
  void theSameCancellationTwiceIsOne() {
    Stay made = book("2026-12-01", 1, "suite");
    StayRequest request = hotel.desk(made);

    assertEquals(
        new CancelStay(hotel.book).cancel(request), new CancelStay(hotel.book).cancel(request));
    assertEquals(2, hotel.count("stay_moves"));
  }

  @Test
  void aKeyOfAnotherStayIsNotTakenForThisOnes() {
    Stay one = book("2026-12-01", 1, "doble");
    Stay other = book("2026-12-01", 1, "doble");
    StayRequest first = hotel.desk(one);
    done(new CancelStay(hotel.book).cancel(first));

    StayRequest same =
        new StayRequest(hotel.venue(), other.reference(), By.STAFF, first.key(), hotel.now);

    assertEquals(StayRefusal.KEY_USED, no(new CancelStay(hotel.book).cancel(same)).why());
  }

  @Test
  void aGuestReachesOnlyWhatIsTheirs() {
    Stay made = book("2026-12-01", 1, "suite");
    StayRequest stranger =
        new StayRequest(
            hotel.venue(),
            made.reference(),
            By.guest("+34600000666", null),
            hotel.key(),
            hotel.now);
    StayRequest owner =
        new StayRequest(
            hotel.venue(),
            made.reference().toLowerCase(java.util.Locale.ROOT).replaceFirst("^...", "$0-"),
            By.guest("+34600000101", null),
            hotel.key(),
            hotel.now);

    assertEquals(StayRefusal.NOT_FOUND, no(new CancelStay(hotel.book).cancel(stranger)).why());
    assertEquals("cancelled", done(new CancelStay(hotel.book).cancel(owner)).state().code());
  }

  @Test
  void aNoteAloneIsAddedToTheOthersAndKeepsThePrice() {
    Stay made = book("2026-12-01", 2, "doble");
    Change garage = new Change(null, null, null, null, null, null, "garage");
    Change late = new Change(null, null, null, null, null, null, "arrives at 23:30");

    Stay noted = done(change(done(change(made, garage)), late));

    assertEquals("garage; arrives at 23:30", stored(noted).notes());
    assertEquals(made.quote(), noted.quote());
    assertEquals(made.nights(), noted.nights());
  }

  @Test
  void aChangeIsPricedAndCheckedAnewAndChangesAllOrNothing() {
    Stay made = book("2026-12-01", 2, "doble");
    book("2026-12-03", 1, "suite");

    Stay longer = done(change(made, new Change(null, day("2026-12-04"), null, null, null, null)));
    assertEquals(3 * 10_000 + 3 * 2 * 110, longer.quote().total());
    StayAnswer.No full = no(change(made, new Change(null, null, "suite", null, null, null)));
    assertEquals(StayRefusal.FULL, full.why());
    assertEquals(longer, stored(made));
    assertEquals(
        StayRefusal.ROOM_TOO_SMALL,
        no(change(made, new Change(null, null, null, 4, null, null))).why());
    Stay moved =
        done(change(made, new Change(day("2026-12-10"), day("2026-12-11"), "suite", 3, 1, null)));
    assertEquals("301", moved.claim().room());
    assertEquals(moved, stored(made));
    assertEquals(2, hotel.count("type_nights WHERE used > 0"));
  }

  @Test
  void aChangedStayKeepsItsRoomIfItCan() {
    book("2026-12-01", 1, "doble");
    Stay made = book("2026-12-01", 1, "doble");

    Stay longer = done(change(made, new Change(day("2026-11-29"), null, null, null, null, null)));

    assertEquals(made.claim().room(), longer.claim().room());
  }

  @Test
  void aRoomIsHeldForTwentyMinutesAndTenMoreTwice() {
    Stay held =
        done(
            new HoldStay(hotel.book)
                .hold(hotel.wish("2026-12-01", 1, "suite"), guest("+34600000101"), "hold"));

    Stay longer = done(new ExtendHold(hotel.book).extend(hotel.desk(held)));
    longer = done(new ExtendHold(hotel.book).extend(hotel.desk(held)));
    assertEquals(new StayState.Held(hotel.now.plusSeconds(40 * 60), 2), longer.state());
    assertEquals(
        StayRefusal.HELD_LONG_ENOUGH,
        no(new ExtendHold(hotel.book).extend(hotel.desk(held))).why());
    assertEquals(0, expire());
    hotel.now = hotel.now.plusSeconds(40 * 60);
    assertEquals(
        StayRefusal.HOLD_OVER, no(new ConfirmStay(hotel.book).confirm(hotel.desk(held))).why());
    assertEquals(1, expire());
    assertEquals(0, expire());
    assertEquals("expired", stored(held).state().code());
    book("2026-12-01", 1, "suite");
  }

  @Test
  void aHouseThatWaitsForTheDepositConfirmsWhenItIsThere() {
    Map<String, Object> waits = new HashMap<>(Hotel.small());
    waits.put("deposit", Map.of("first_night", true, "within", "24h"));
    hotel.say(waits);
    Stay made = book("2026-12-01", 2, "suite");

    assertEquals(new StayState.Pending(hotel.now.plusSeconds(24 * 3600)), made.state());
    assertEquals(25_000, made.quote().deposit());
    StayRequest byGuest =
        new StayRequest(
            hotel.venue(), made.reference(), By.guest("+34600000101", null), "yes", hotel.now);
    assertEquals(StayRefusal.NOT_POSSIBLE, no(new ConfirmStay(hotel.book).confirm(byGuest)).why());
    assertEquals(
        "confirmed", done(new ConfirmStay(hotel.book).confirm(hotel.desk(made))).state().code());
  }

  @Test
  void lateCheckOutIsARealChangeAndOnlyWhileNobodyArrivesInThatRoom() {
    Stay made = book("2026-12-01", 1, "suite");

    Stay late = done(new LateCheckOut(hotel.book).stayUntil(hotel.desk(made), null));
    assertEquals(LocalTime.of(14, 0), late.hours().until());
    assertEquals(25_000 + 12_500 + 220, late.quote().total());
    assertEquals(late, stored(made));
    assertEquals(
        StayRefusal.FULL,
        no(new QuoteStay(hotel.book).quote(hotel.wish("2026-12-02", 1, "suite"))).why());

    Stay other = book("2026-12-10", 1, "suite");
    book("2026-12-11", 1, "suite");
    assertEquals(
        StayRefusal.ROOM_TAKEN,
        no(new LateCheckOut(hotel.book).stayUntil(hotel.desk(other), null)).why());
    assertEquals(
        StayRefusal.OUTSIDE_HOURS,
        no(new LateCheckOut(hotel.book).stayUntil(hotel.desk(other), LocalTime.of(15, 0))).why());
  }

  @Test
  void aLateGuestIsNotPutOutForOneWhoCanHaveAnotherRoom() {
    Stay made = book("2026-12-01", 1, "doble");
    Stay next = book("2026-12-02", 1, "doble");
    assertEquals(made.claim().room(), next.claim().room(), "as long as nobody asks for more");
    hotel.now = Instant.parse("2026-12-01T15:00:00Z");
    done(new CheckIn(hotel.book).arrive(hotel.desk(made)));

    Stay late = done(new LateCheckOut(hotel.book).stayUntil(hotel.desk(made), null));

    assertEquals(made.claim().room(), late.claim().room());
    assertNotEquals(made.claim().room(), stored(next).claim().room());
  }

  @Test
  void earlyCheckInIsRefusedWhileSomebodyHasTheRoomTheNightBefore() {
    book("2026-12-01", 1, "suite");
    Stay made = book("2026-12-02", 1, "suite");
    Stay free = book("2026-12-10", 1, "suite");

    assertEquals(
        StayRefusal.ROOM_TAKEN,
        no(new EarlyCheckIn(hotel.book).comeAt(hotel.desk(made), null)).why());
    Stay early = done(new EarlyCheckIn(hotel.book).comeAt(hotel.desk(free), LocalTime.of(12, 0)));
    assertEquals(Instant.parse("2026-12-10T11:00:00Z"), early.claim().period().from());
    assertEquals(25_000 + 12_500 + 220, early.quote().total());
  }

  @Test
  void aGuestComesAndGoesAndNightsNotSleptAreFree() {
    Stay made = book("2026-12-01", 3, "suite");

    assertEquals(
        StayRefusal.NOT_POSSIBLE, no(new CheckIn(hotel.book).arrive(hotel.desk(made))).why());
    hotel.now = Instant.parse("2026-12-01T12:00:00Z");
    Stay there = done(new CheckIn(hotel.book).arrive(hotel.desk(made)));
    assertEquals(hotel.now, there.claim().period().from(), "the room was ready before the hour");
    assertEquals(
        StayRefusal.NOT_POSSIBLE, no(new CancelStay(hotel.book).cancel(hotel.desk(made))).why());
    hotel.now = Instant.parse("2026-12-02T08:00:00Z");
    Stay gone = done(new CheckOut(hotel.book).leave(hotel.desk(made)));
    assertEquals(new StayState.Finished(hotel.now), gone.state());
    assertEquals("301", book("2026-12-02", 2, "suite").claim().room());
    assertEquals(
        StayRefusal.NOT_POSSIBLE, no(new CheckOut(hotel.book).leave(hotel.desk(made))).why());
  }

  @Test
  void aGuestWhoIsThereMayStayLongerButNotMove() {
    Stay made = book("2026-12-01", 1, "doble");
    hotel.now = Instant.parse("2026-12-01T18:00:00Z");
    done(new CheckIn(hotel.book).arrive(hotel.desk(made)));

    Stay longer = done(change(made, new Change(null, day("2026-12-04"), null, null, null, null)));
    assertEquals(made.claim().room(), longer.claim().room());
    assertEquals(
        StayRefusal.NOT_POSSIBLE,
        no(change(made, new Change(null, null, "suite", null, null, null))).why());
    assertEquals(
        StayRefusal.NOT_POSSIBLE,
        no(change(made, new Change(day("2026-12-03"), null, null, null, null, null))).why());
  }

  @Test
  void whoDoesNotComeIsMissedOnlyAfterAWhile() {
    Stay made = book("2026-12-01", 2, "suite");

    hotel.now = Instant.parse("2026-12-01T19:59:59Z");
    assertEquals(
        StayRefusal.NOT_POSSIBLE, no(new NoShow(hotel.book).missed(hotel.desk(made))).why());
    hotel.now = Instant.parse("2026-12-01T20:00:00Z");
    Stay missed = done(new NoShow(hotel.book).missed(hotel.desk(made)));
    assertEquals(new StayState.NoShow(12_500), missed.state());
    assertNull(missed.claim());
  }

  @Test
  void aHouseThatSellsFewerRoomsFromNowOnLosesNoStay() {
    Stay one = book("2026-12-01", 1, "doble");
    Stay two = book("2026-12-01", 1, "doble");
    Map<String, Object> fewer = new HashMap<>(Hotel.small());
    Map<String, Object> doble = new HashMap<>(Hotel.type("doble", 2, "101", "102"));
    doble.put("allotment", 1);
    fewer.put("types", List.of(doble, Hotel.type("suite", 4, "301")));
    hotel.say(fewer);

    hotel.now = Instant.parse("2026-12-01T15:00:00Z");
    done(new CheckIn(hotel.book).arrive(hotel.desk(one)));
    assertEquals(
        StayRefusal.FULL,
        no(change(two, new Change(null, day("2026-12-03"), null, null, null, null))).why());
    assertInstanceOf(StayAnswer.Done.class, new CancelStay(hotel.book).cancel(hotel.desk(two)));
    assertEquals(1, hotel.count("type_nights WHERE used = 1"));
  }

  @Test
  void theNightTheClocksChangeIsANightLikeAnyOther() {
    hotel.now = Instant.parse("2027-03-01T11:00:00Z");
    Stay before = book("2027-03-27", 1, "suite");
    Stay after = book("2027-03-28", 1, "suite");

    assertEquals(before.claim().period().to(), after.claim().period().from());
    assertEquals(25_220, before.quote().total());
  }

  private Stay book(String arrival, int nights, String type) {
    return done(
        new BookStay(hotel.book)
            .book(hotel.wish(arrival, nights, type), guest("+34600000101"), hotel.key()));
  }

  private Stay cancel(Stay stay) {
    return done(new CancelStay(hotel.book).cancel(hotel.desk(stay)));
  }

  private StayAnswer change(Stay stay, Change change) {
    return new ChangeStay(hotel.book).change(hotel.desk(stay), change);
  }

  private Stay stored(Stay stay) {
    return hotel.book.byReference(hotel.id, stay.reference()).orElseThrow();
  }

  private int expire() {
    return new ExpireStays(hotel.book).expire(hotel.venue(), hotel.now);
  }

  private static LocalDate day(String day) {
    return LocalDate.parse(day);
  }
}
