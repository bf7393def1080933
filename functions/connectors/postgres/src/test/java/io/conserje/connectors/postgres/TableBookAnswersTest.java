package io.conserje.connectors.postgres;

import static io.conserje.connectors.postgres.Casa.at;
import static io.conserje.connectors.postgres.Casa.done;
import static io.conserje.connectors.postgres.Casa.instant;
import static io.conserje.connectors.postgres.Casa.refused;
import static io.conserje.connectors.postgres.Casa.sitting;
import static io.conserje.connectors.postgres.Casa.table;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.conserje.conversation.Tool;
import io.conserje.conversation.ToolCall;
import io.conserje.guest.Guest;
import io.conserje.reservation.Alternative;
import io.conserje.reservation.Asker;
import io.conserje.reservation.CancelReservation;
import io.conserje.reservation.ChangeReservation;
import io.conserje.reservation.ChangeReservation.Change;
import io.conserje.reservation.FindTable;
import io.conserje.reservation.FreeTimes;
import io.conserje.reservation.Outcome;
import io.conserje.reservation.Outcome.Done;
import io.conserje.reservation.Outcome.Refused;
import io.conserje.reservation.Party;
import io.conserje.reservation.Refusal;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.ReserveTable;
import io.conserje.reservation.ToTell;
import io.conserje.reservation.Wish;
import io.conserje.reservation.tools.CheckAvailabilityTool;
import io.conserje.venue.Channel;
import io.conserje.venue.DiningTable;
import io.conserje.venue.HouseWords;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
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
    Wish wish = Wish.of(casa.venue(), at("20:07"), Party.of(2), "", casa.now).answeredFor();
    ReserveTable.For who =
        new ReserveTable.For(new Guest("Lucía", ""), Reservation.Details.NONE, Channel.STAFF, null);

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

  @Test
  void theSameCallAgainTellsTheSame() {
    casa.tables(noted("T1", HouseWords.of("junto a los aseos")), noted("T2", HouseWords.of("alta")))
        .join(8, "T2", "T1")
        .sittings(sitting("20:00", "21:00", "22:30"), sitting("22:30", "23:00", null))
        .dish("sin gluten", 24, "gluten");
    casa.now = instant("20:30").minus(Duration.ofHours(25));
    Outcome early = sameTwice(() -> reserve("20:30", 8, "early"));
    assertEquals(
        new ToTell(
            List.of(HouseWords.of("alta"), HouseWords.of("junto a los aseos")),
            LocalTime.of(22, 30),
            List.of(),
            false),
        told(early));

    casa.now = instant("20:30").minus(Duration.ofHours(2));
    Outcome late = sameTwice(() -> reserve("22:30", 2, "late"));
    assertEquals(List.of("sin gluten"), told(late).dishes());
    Reservation second = done(late);
    Change change = new Change(at("22:45"), null, null, null);
    sameTwice(() -> change(second, change, "change"));
    Change note = new Change(null, null, null, Reservation.Details.notes("sin gluten, vela"));
    sameTwice(() -> change(second, note, "note"));
    Outcome off = sameTwice(() -> cancel(second));
    assertEquals(true, told(off).late());
  }

  /** The second time is a day later: what was true at the first is still what was told. */
  private Outcome sameTwice(Supplier<Outcome> call) {
    Instant then = casa.now;
    Outcome first = call.get();
    casa.now = then.plus(Duration.ofMinutes(90));
    Outcome again = call.get();
    casa.now = then;
    assertEquals(told(first), told(again));
    return first;
  }

  private static ToTell told(Outcome outcome) {
    return assertInstanceOf(Done.class, outcome).tell();
  }

  private Outcome reserve(String clock, int party, String key) {
    return new ReserveTable(casa.book())
        .book(
            Wish.of(casa.venue(), at(clock), Party.of(party), "", casa.now),
            new ReserveTable.For(
                new Guest("Lucía", "+34600000101"),
                Reservation.Details.notes("sin gluten"),
                Channel.WHATSAPP,
                null),
            key);
  }

  private Outcome change(Reservation made, Change change, String key) {
    return new ChangeReservation(casa.book())
        .change(casa.venue(), made.reference(), change, Asker.STAFF, key, casa.now);
  }

  private Outcome cancel(Reservation made) {
    return new CancelReservation(casa.book())
        .cancel(casa.venue(), made.reference(), Asker.STAFF, "off", casa.now);
  }

  private static DiningTable noted(String name, HouseWords tell) {
    return new DiningTable(name, "inside", 4, 4, 1, 0, true, tell);
  }

  @Test
  void whatThereIsToKnowIsSaidBeforeItIsBooked() {
    HouseWords words = new HouseWords(Map.of("es", "junto a los aseos", "en", "by the toilets"));
    casa.tables(noted("T1", words));

    assertEquals("Sobre su mesa: junto a los aseos.", asked("es").get("tell"));
    assertEquals("About your table: by the toilets.", asked("en").get("tell"));
    done(reserve("21:00", 2, "a"));
    assertEquals("refused", asked("es").get("status"));
  }

  private Map<String, Object> asked(String language) {
    Tool.Context context =
        new Tool.Context(
            casa.venue(),
            Channel.WHATSAPP,
            new Guest("Lucía", "+34600000101"),
            UUID.randomUUID(),
            casa.now.atZone(Casa.MADRID),
            Locale.of(language),
            "key");
    Map<String, Object> arguments = Map.of("date", "2026-11-21", "time", "21:00", "party_size", 2);
    return new CheckAvailabilityTool(new FindTable(casa.book()))
        .run(new ToolCall("1", "check_availability", arguments), context)
        .content();
  }
}
