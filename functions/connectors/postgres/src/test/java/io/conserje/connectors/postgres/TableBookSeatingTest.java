package io.conserje.connectors.postgres;

import static io.conserje.connectors.postgres.Casa.done;
import static io.conserje.connectors.postgres.Casa.refused;
import static io.conserje.connectors.postgres.Casa.sitting;
import static io.conserje.connectors.postgres.Casa.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.conserje.guest.Guest;
import io.conserje.reservation.Alternative;
import io.conserje.reservation.Outcome;
import io.conserje.reservation.Outcome.Done;
import io.conserje.reservation.Party;
import io.conserje.reservation.Refusal;
import io.conserje.reservation.Reservation;
import io.conserje.venue.Channel;
import io.conserje.venue.HouseWords;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** Who sits where, who makes room, and what is offered instead. */
class TableBookSeatingTest {

  private static final Database DATABASE = Database.with(1);

  private final Casa casa = new Casa(DATABASE);

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void anUnconfirmedPartyMakesRoomForOneMore() {
    casa.tables(table("T1", "inside", 4), table("T2", "terrace", 4));
    Reservation waiting = casa.pending("21:00", 2);
    assertEquals(List.of("T1"), waiting.tables());

    Reservation made = done(casa.ask("21:00", Party.of(4), "inside"));

    assertEquals(List.of("T1"), made.tables());
    assertEquals(List.of("T2"), casa.now(waiting).tables());
    assertEquals("pending: house, given another table", casa.moves(waiting).getLast());
  }

  @Test
  void aConfirmedPartyStaysWhereItIs() {
    casa.tables(table("T1", "inside", 4), table("T2", "terrace", 4));
    casa.confirmed("21:00", 2);

    assertEquals(Refusal.FULL, refused(casa.ask("21:00", Party.of(4), "inside")).why());
  }

  @Test
  void whoWasToldTheirTableStaysAndNobodyIsMovedToOneThatMustBeTold() {
    casa.tables(table("T1", 2, 2, 1, "Está junto a los aseos."), table("T2", 4, 4, 1, ""));
    Reservation told = casa.pending("21:00", 2);
    assertEquals(List.of("T1"), told.tables());
    Reservation untold = casa.pending("21:00", 2);
    assertEquals(List.of("T2"), untold.tables());
    casa.cancel(told);

    assertEquals(Refusal.FULL, refused(casa.ask("21:00", Party.of(4), "")).why());
  }

  @Test
  void theGuestHearsWhatMustBeToldAboutTheTable() {
    casa.tables(table("T1", 2, 2, 1, "Está junto a los aseos."));

    Done done = assertInstanceOf(Done.class, casa.ask("21:00", Party.of(2), ""));

    assertEquals(List.of(HouseWords.of("Está junto a los aseos.")), done.tell().table());
    assertEquals(true, casa.now(done.reservation()).tableTold());
  }

  @Test
  void twoPartiesMakeRoomTogether() {
    casa.tables(
            table("T1", 2, 2, 1, ""),
            table("T2", 2, 2, 1, ""),
            table("T3", "terrace", 2),
            table("T4", "terrace", 2))
        .join(4, "T1", "T2");
    Reservation one = casa.pending("21:00", 2);
    Reservation other = casa.pending("21:00", 2);

    Reservation made = done(casa.ask("21:00", Party.of(4), "inside"));

    assertEquals(List.of("T1", "T2"), made.tables());
    assertEquals(
        Set.of("T3", "T4"),
        Set.of(casa.now(one).tables().getFirst(), casa.now(other).tables().getFirst()));
  }

  @Test
  void twoPartiesChangePlaces() {
    casa.tables(table("T1", 2, 3, 1, ""), table("T2", 4, 4, 1, ""));
    Reservation waiting = casa.pending("21:00", 3);
    assertEquals(List.of("T2"), waiting.tables());

    Reservation made = done(casa.ask("21:00", Party.of(4), ""));

    assertEquals(List.of("T2"), made.tables());
    assertEquals(List.of("T1"), casa.now(waiting).tables());
  }

  @Test
  void aHouseThatMovesNobodyIsFull() {
    casa.tables(table("T1", "inside", 4), table("T2", "terrace", 4)).nobodyIsMoved();
    casa.pending("21:00", 2);

    assertEquals(Refusal.FULL, refused(casa.ask("21:00", Party.of(4), "inside")).why());
  }

  @Test
  void petsSitOnTheTerraceOnly() {
    casa.tables(table("T1", "inside", 2), table("T2", "terrace", 4));
    Party dog = new Party(2, 0, true, false);

    assertEquals(List.of("T2"), done(casa.ask("21:00", dog, "")).tables());
    assertEquals(Refusal.FULL, refused(casa.ask("21:00", dog, "")).why());
    assertEquals(Refusal.NO_PETS_THERE, refused(casa.ask("21:00", dog, "inside")).why());
    assertEquals(Refusal.NO_SUCH_ZONE, refused(casa.ask("21:00", dog, "roof")).why());
  }

  @Test
  void tablesArePushedTogetherForALargeParty() {
    casa.tables(table("T1", "inside", 4), table("T2", "inside", 4)).join(8, "T1", "T2");

    assertEquals(List.of("T1", "T2"), done(casa.ask("21:00", Party.of(8), "")).tables());
    assertEquals(Refusal.FULL, refused(casa.ask("21:00", Party.of(2), "")).why());
  }

  @Test
  void anAuxiliaryTableIsPutToATableBeforeTwoAreJoined() {
    casa.tables(table("T1", 4, 6, 1, ""), table("T2", "inside", 4), table("T3", "inside", 4))
        .join(8, "T2", "T3");

    assertEquals(List.of("T1"), done(casa.ask("21:00", Party.of(6), "")).tables());
    assertEquals(List.of("T2", "T3"), done(casa.ask("21:00", Party.of(6), "")).tables());
  }

  @Test
  void largeTablesAreKeptForLargePartiesUntilShortlyBefore() {
    casa.tables(table("T1", 8, 8, 5, "")).largeTablesUntil(2);
    assertEquals(Refusal.PARTY_TOO_LARGE, refused(casa.ask("21:00", Party.of(9), "")).why());
    Outcome early = casa.ask("21:00", Party.of(2), "");
    assertInstanceOf(Outcome.Refused.class, early);

    casa.now = Casa.instant("19:01");
    assertEquals(List.of("T1"), done(casa.ask("21:00", Party.of(2), "")).tables());
  }

  @Test
  void noMoreGuestsArriveInAQuarterThanTheKitchenTakes() {
    casa.tables(table("T1", "inside", 4), table("T2", "inside", 4)).limits(6, 0);
    casa.confirmed("21:00", 4);

    assertEquals(Refusal.FULL, refused(casa.ask("21:00", Party.of(4), "")).why());
    casa.confirmed("21:15", 4);
  }

  @Test
  void highChairsAreCountedForAsLongAsTheyAreInUseAndGivenBackByACancellation() {
    casa.tables(table("T1", "inside", 4), table("T2", "inside", 4)).limits(0, 2);
    Party children = new Party(4, 2, false, false);
    Reservation made = done(casa.ask("21:00", children, ""));

    assertEquals(Refusal.NO_HIGH_CHAIR, refused(casa.ask("22:45", children, "")).why());
    casa.cancel(made);
    done(casa.ask("22:45", children, ""));
  }

  @Test
  void aPartyOfTheFirstSittingHearsUntilWhenItHasItsTable() {
    casa.tables(table("T1", "inside", 4))
        .sittings(sitting("20:30", "21:30", "22:00"), sitting("22:00", "23:00", null));

    Done first = assertInstanceOf(Done.class, casa.ask("21:00", Party.of(4), ""));
    Done second = assertInstanceOf(Done.class, casa.ask("22:00", Party.of(4), ""));

    assertEquals(LocalTime.of(22, 0), first.tell().until());
    assertEquals(Casa.instant("22:00"), first.reservation().period().to());
    assertEquals(null, second.tell().until());
    assertEquals(Refusal.BETWEEN_SITTINGS, refused(casa.ask("21:45", Party.of(4), "")).why());
  }

  @Test
  void nobodyStaysLongerThanTheHouseIsOpen() {
    casa.tables(table("T1", "inside", 4)).closes("00:30");

    assertEquals(Casa.instant("22:30"), casa.confirmed("20:30", 4).period().to());
    assertEquals(
        Casa.at("00:30").plusDays(1).atZone(Casa.MADRID).toInstant(),
        casa.confirmed("23:00", 4).period().to());
  }

  @Test
  void aHouseThatDoesNotSayWhenItClosesKeepsNobodyShort() {
    casa.tables(table("T1", "inside", 4)).closes("23:00");

    assertEquals(
        Casa.at("01:00").plusDays(1).atZone(Casa.MADRID).toInstant(),
        casa.confirmed("23:00", 4).period().to());
  }

  @Test
  void aDishThatNeedsNoticeIsNotPromisedTooLate() {
    casa.tables(table("T1", "inside", 4), table("T2", "inside", 4))
        .dish("arroz sin gluten", 24, "celíac", "gluten");
    Reservation.Details celiac = Reservation.Details.notes("Una persona es CELIACA");

    Done early = noted(celiac);
    casa.now = Casa.instant("10:00");
    Done late = noted(celiac);

    assertEquals(List.of(), early.tell().dishes());
    assertEquals(List.of("arroz sin gluten"), late.tell().dishes());
  }

  private Done noted(Reservation.Details details) {
    Guest guest = new Guest("Lucía", "+34600000101");
    return assertInstanceOf(
        Done.class, casa.ask(Casa.at("21:00"), Party.of(2), "", Channel.WHATSAPP, guest, details));
  }

  @Test
  void alternativesComeInTheOrderOfAGoodMaitre() {
    casa.tables(table("T1", "inside", 4), table("T2", "terrace", 4))
        .sittings(sitting("20:00", "21:45", "22:15"), sitting("22:30", "23:00", null))
        .nobodyIsMoved();
    done(casa.ask("21:45", Party.of(4), "inside"));

    List<Alternative> offered = refused(casa.ask("21:30", Party.of(4), "inside")).alternatives();

    assertEquals(
        List.of(
            new Alternative(Casa.at("21:30"), "terrace"),
            new Alternative(Casa.at("22:30"), ""),
            new Alternative(LocalDateTime.parse("2026-11-22T21:30"), "")),
        offered);
  }

  @Test
  void whoNamesATimeOutsideAllSittingsIsOfferedTheNearestBeforeAndAfter() {
    casa.tables(table("T1", "inside", 4))
        .sittings(sitting("20:00", "20:30", null), sitting("22:30", "23:00", null));

    List<Alternative> offered = refused(casa.ask("21:15", Party.of(4), "")).alternatives();

    assertEquals(new Alternative(Casa.at("20:30"), ""), offered.get(0));
    assertEquals(new Alternative(Casa.at("22:30"), ""), offered.get(1));
  }

  @Test
  void wrongInputIsAClearRefusal() {
    casa.tables(table("T1", "inside", 4));
    assertEquals(Refusal.PARTY_TOO_SMALL, refused(casa.ask("21:00", Party.of(0), "")).why());
    assertEquals(Refusal.PARTY_TOO_SMALL, refused(casa.ask("21:00", Party.of(-5), "")).why());
    assertEquals(Refusal.PARTY_TOO_LARGE, refused(casa.ask("21:00", Party.of(500), "")).why());
    assertEquals(Refusal.NAME_MISSING, wrong("x".repeat(10_000), "+34600000101"));
    assertEquals(Refusal.NAME_MISSING, wrong(" ", "+34600000101"));
    assertEquals(Refusal.NAME_MISSING, wrong("Lu\u0000cía", "+34600000101"));
    assertEquals(Refusal.PHONE_INVALID, wrong("Lucía", "call me"));
    assertEquals(Refusal.PHONE_INVALID, wrong("Lucía", "1".repeat(10_000)));
    assertEquals(Refusal.PAST, on("2026-11-19T21:00"));
    assertEquals(Refusal.PAST, on("0001-01-01T21:00"));
    assertEquals(Refusal.PAST, on("-99999-01-01T21:00"));
    assertEquals(Refusal.TOO_FAR_AHEAD, on("+99999-01-01T21:00"));
    assertEquals(Refusal.TOO_FAR_AHEAD, on(LocalDateTime.MAX.toString()));
    assertEquals(Refusal.PAST, on(LocalDateTime.MIN.toString()));
    assertEquals(List.of(), casa.rows().reservations());
  }

  private Refusal wrong(String name, String phone) {
    return refused(
            casa.ask(
                Casa.at("21:00"),
                Party.of(2),
                "",
                Channel.VOICE,
                new Guest(name, phone),
                Reservation.Details.NONE))
        .why();
  }

  private Refusal on(String at) {
    return refused(
            casa.ask(
                LocalDateTime.parse(at),
                Party.of(2),
                "",
                Channel.WHATSAPP,
                new Guest("Lucía", "+34600000101"),
                Reservation.Details.NONE))
        .why();
  }

  @Test
  void theDatabaseItselfRefusesACountAboveItsLimitOrBelowNothing() {
    casa.tables(table("T1", "inside", 4)).limits(4, 0);
    casa.confirmed("21:00", 4);
    String house = casa.venue().id().value();

    assertThrows(
        Sql.DatabaseFailure.class,
        () -> DATABASE.update("UPDATE house_counts SET used = used + 1 WHERE venue = ?", house));
    assertThrows(
        Sql.DatabaseFailure.class,
        () -> DATABASE.update("UPDATE house_counts SET used = used - 5 WHERE venue = ?", house));
  }

  @Test
  void theDatabaseChecksOverlapsWhenTheTransactionEndsIfAskedTo() {
    casa.tables(table("T1", "inside", 4), table("T2", "inside", 4));
    casa.confirmed("21:00", 4);
    casa.confirmed("21:00", 4);
    String house = casa.venue().id().value();

    DATABASE.sql.everywhere(() -> {
      DATABASE.sql.update("SET CONSTRAINTS one_party_per_table DEFERRED");
      DATABASE.sql.update(
          "UPDATE table_claims SET table_name = 'T1' WHERE venue = ? AND table_name = 'T2'", house);
      return DATABASE.sql.update(
          """
          UPDATE table_claims SET table_name = 'T2' WHERE ctid =
            (SELECT ctid FROM table_claims WHERE venue = ? ORDER BY reservation LIMIT 1)
          """,
          house);
    });

    assertThrows(
        RuntimeException.class,
        () -> DATABASE.update("UPDATE table_claims SET table_name = 'T1' WHERE venue = ?", house));
    assertEquals(2, casa.rows().claims().stream().map(c -> c.table()).distinct().count());
  }
}
