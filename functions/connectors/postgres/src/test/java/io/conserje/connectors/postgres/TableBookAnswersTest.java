package io.conserje.connectors.postgres;

import static io.conserje.connectors.postgres.Casa.at;
import static io.conserje.connectors.postgres.Casa.done;
import static io.conserje.connectors.postgres.Casa.refused;
import static io.conserje.connectors.postgres.Casa.table;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.guest.Guest;
import io.conserje.reservation.Alternative;
import io.conserje.reservation.FreeTimes;
import io.conserje.reservation.Outcome.Refused;
import io.conserje.reservation.Party;
import io.conserje.reservation.Refusal;
import io.conserje.reservation.ReserveTable;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.Wish;
import io.conserje.venue.Channel;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** What the book answers, beside yes and no. */
class TableBookAnswersTest {

  private static final Database DATABASE = Database.with(1);

  private final Casa casa = new Casa(DATABASE);

  @AfterAll
  static void close() {
    DATABASE.close();
  }

  @Test
  void aTimeOffTheQuarterIsRefusedWithTheNearestOnes() {
    casa.tables(table("T1", "inside", 4));

    Refused refused = refused(casa.ask("20:07", Party.of(2), ""));

    assertEquals(Refusal.OFF_THE_QUARTER, refused.why());
    assertEquals(
        List.of(at("20:00"), at("20:15"), at("20:30")),
        refused.alternatives().stream().map(Alternative::at).toList());
  }

  @Test
  void aPersonMaySeatAPartyAtAnyMinute() {
    casa.tables(table("T1", "inside", 4));
    Wish wish =
        Wish.of(casa.venue(), at("20:07"), Party.of(2), "", casa.now).answeredFor();
    ReserveTable.For who =
        new ReserveTable.For(
            new Guest("Lucía", ""), Reservation.Details.NONE, Channel.STAFF, null);

    assertEquals(
        Casa.instant("20:07"),
        done(new ReserveTable(casa.book()).book(wish, who, casa.key())).period().from());
  }

  @Test
  void itIsSaidWhyThereIsNoTimeOnAnyDay() {
    casa.tables(table("T1", "inside", 4), table("T2", "terrace", 2)).limits(0, 1);

    assertEquals(Optional.empty(), never(Party.of(4), ""));
    assertEquals(Optional.of(Refusal.PARTY_TOO_SMALL), never(Party.of(0), ""));
    assertEquals(Optional.of(Refusal.PARTY_TOO_LARGE), never(Party.of(11), ""));
    assertEquals(Optional.of(Refusal.PARTY_TOO_LARGE), never(Party.of(500), ""));
    assertEquals(Optional.of(Refusal.PARTY_TOO_LARGE), never(Party.of(5), ""));
    assertEquals(Optional.of(Refusal.NO_SUCH_ZONE), never(Party.of(2), "roof"));
    assertEquals(Optional.of(Refusal.NO_SUITABLE_TABLE), never(Party.of(4), "terrace"));
    assertEquals(Optional.of(Refusal.NO_PETS_THERE), never(new Party(2, 0, true, false), "inside"));
    assertEquals(Optional.of(Refusal.NO_HIGH_CHAIR), never(new Party(2, 2, false, false), ""));
  }

  private Optional<Refusal> never(Party party, String zone) {
    return new FreeTimes(casa.book()).never(casa.venue(), party, zone, casa.now);
  }
}
