package io.conserje.connectors.postgres;

import static io.conserje.connectors.postgres.GuestBook.HOUSE;
import static io.conserje.connectors.postgres.GuestBook.LAST_MONTH;
import static io.conserje.connectors.postgres.GuestBook.MARTA;
import static io.conserje.connectors.postgres.GuestBook.NEXT_WEEK;
import static io.conserje.connectors.postgres.GuestBook.NOW;
import static io.conserje.connectors.postgres.GuestBook.done;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.conserje.guest.AddNote;
import io.conserje.guest.Address;
import io.conserje.guest.FindGuest;
import io.conserje.guest.Guest;
import io.conserje.guest.GuestAnswer;
import io.conserje.guest.GuestAnswer.Reason;
import io.conserje.guest.GuestRecord;
import io.conserje.guest.SetPreference;
import io.conserje.guest.SetTier;
import io.conserje.guest.Staff;
import io.conserje.guest.Tier;
import io.conserje.guest.Visits;
import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostgresGuestsTest {

  private GuestBook book;
  private PostgresGuests guests;
  private FindGuest find;
  private Venue house;

  @BeforeEach
  void open() {
    book = new GuestBook();
    guests = book.guests;
    find = new FindGuest(guests);
    house = book.database.house();
  }

  @AfterEach
  void close() {
    book.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "+34600000101",
        "600000101",
        "600 00 01 01",
        "0034 600-000-101",
        " +34 (600) 000101"
      })
  void aNumberIsTheSameGuestHoweverItIsWritten(String written) {
    UUID guest = book.meet("Lucía", "+34600000101");

    assertEquals(guest, book.meet("Lucía", written));
    assertEquals(List.of(guest), ids(find.byPhone(house, written, NOW)));
    assertEquals(List.of(guest), ids(find.byWhatsapp(house, "34600000101", NOW)));
  }

  @Test
  void aNewNameIsTakenAndNoNameIsLost() {
    UUID guest = book.meet("Lucía", "+34600000101");
    for (String name : List.of("Lucía Gómez", "", "Lucy", "Lucía Gómez")) {
      book.meet(name, "+34600000101");
    }

    assertEquals("Lucía Gómez", book.record(guest).name());
    assertEquals(List.of("Lucía", "Lucy"), book.record(guest).alsoKnownAs());
  }

  @Test
  void whoLeavesNoAddressIsANewGuestEachTime() {
    assertNotEquals(book.meet("Ana", ""), book.meet("Ana", ""));
  }

  @Test
  void aHouseDoesNotKnowTheGuestsOfAnother() {
    VenueId other = book.database.secondHouse();
    UUID guest = book.meet("Lucía", "+34600000101");

    assertNotEquals(guest, guests.meet(other, new Guest("Lucía", "+34600000101"), NOW));
    assertEquals(List.of(), List.copyOf(guests.byId(other, guest, NOW).stream().toList()));
  }

  @Test
  void whoeverAsksAtTheSameMomentMeetsTheSameGuest() throws Exception {
    Set<UUID> met = new HashSet<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
      List<Future<UUID>> all =
          IntStream.range(0, 64)
              .mapToObj(i -> threads.submit(() -> book.meet("Ana " + i % 3, "+34600000101")))
              .toList();
      for (Future<UUID> one : all) {
        met.add(one.get());
      }
    }

    assertEquals(1, met.size());
    assertEquals(1, book.database.count("guests"));
  }

  @Test
  void aGuestIsFoundByEmailAndByAnIdThatIsNoNumber() {
    UUID guest = book.meet("Ana", "Ana@Example.com");
    UUID other = book.meet("Eva", "ES.1234abcd");

    assertEquals(List.of(guest), ids(find.byEmail(house, " ana@example.COM ", NOW)));
    assertEquals(List.of(other), ids(find.byWhatsapp(house, "ES.1234abcd", NOW)));
    assertEquals(
        List.of(new Address(Address.Kind.EMAIL, "ana@example.com")),
        book.record(guest).addresses());
  }

  @ParameterizedTest
  @ValueSource(strings = {"lucia", "Lucía", "LUCIA GOMEZ", "lusia", "gomes", "Gómez", "lucia gomz"})
  void aNameIsFoundWithoutAccentsAndWithSlips(String name) {
    UUID guest = book.meet("Lucía Gómez", "+34600000101");
    book.meet("Ramón Pérez", "+34600000102");
    book.meet("Bea", "+34600000103");

    assertEquals(List.of(guest), ids(find.byName(house, name, NOW)));
  }

  @Test
  void anEarlierNameFindsTheGuestToo() {
    UUID guest = book.meet("Lucía Gómez", "+34600000101");
    book.meet("Señora de Ortiz", "+34600000101");

    assertEquals(List.of(guest), ids(find.byName(house, "gomez", NOW)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "%", "'; --", "\u0000", "abc", "+", "++34", "123", "@", "a@b"})
  void whatIsNoAddressIsNobodys(String text) {
    book.meet("Lucía", "+34600000101");

    assertEquals(List.of(), find.byPhone(house, text, NOW));
    assertEquals(List.of(), find.byEmail(house, text, NOW));
    assertEquals(List.of(), find.byName(house, text, NOW));
  }

  @Test
  void visitsAreCountedFromTheBook() {
    UUID guest = book.meet("Lucía", "+34600000101");
    book.book(guest, "finished", LAST_MONTH);
    book.book(guest, "confirmed", LAST_MONTH.plusSeconds(60));
    book.book(guest, "finished", NOW.minus(Duration.ofDays(400)));
    book.book(guest, "no_show", LAST_MONTH);
    book.book(guest, "cancelled", LAST_MONTH);
    book.book(guest, "confirmed", NEXT_WEEK);

    assertEquals(
        new Visits(3, 1, 2, 1, LAST_MONTH.plusSeconds(60), 1), book.record(guest).visits());
  }

  @Test
  void tiersRiseWithVisitsAndFallWithNoShows() {
    UUID guest = book.meet("Lucía", "+34600000101");
    assertEquals(Tier.REGULAR, book.record(guest).tier());
    visits(guest, 3, Tier.FREQUENT);
    visits(guest, 5, Tier.VIP);
    visits(guest, 12, Tier.PREMIUM);
    book.book(guest, "no_show", LAST_MONTH);
    assertEquals(Tier.PREMIUM, book.record(guest).tier());
    book.book(guest, "no_show", LAST_MONTH);

    assertEquals(Tier.REGULAR, book.record(guest).tier());
  }

  private void visits(UUID guest, int more, Tier expected) {
    for (int i = 0; i < more; i++) {
      book.book(guest, "finished", LAST_MONTH);
    }
    assertEquals(expected, book.record(guest).tier());
  }

  @Test
  void whatTheStaffSaysOfTheTierCountsUntilItIsTakenBack() {
    UUID guest = book.meet("Lucía", "+34600000101");
    SetTier tier = new SetTier(guests);

    assertEquals(Tier.VIP, done(tier.set(HOUSE, guest, "vip", MARTA)).tier());
    assertEquals(Tier.VIP, done(tier.set(HOUSE, guest, "vip", MARTA)).tier());
    assertEquals(Tier.REGULAR, done(tier.set(HOUSE, guest, null, MARTA)).tier());
    assertRefused(Reason.INVALID, tier.set(HOUSE, guest, "king", MARTA));
    assertEquals(List.of("tier_set by Marta", "tier_set by Marta"), book.audit(guest));
  }

  @Test
  void aNoteIsKeptOnceWithWhoAndWhen() {
    UUID guest = book.meet("Lucía", "+34600000101");
    AddNote note = new AddNote(guests);

    note.add(HOUSE, guest, "Prefiere la ventana.", "k1", MARTA);
    GuestRecord record = done(note.add(HOUSE, guest, "Prefiere la ventana.", "k1", MARTA));

    assertEquals(
        List.of(new GuestRecord.Note("Prefiere la ventana.", "Marta", NOW)), record.notes());
    assertEquals(List.of("note_added by Marta"), book.audit(guest));
  }

  @Test
  void theNewestPreferenceCountsAndAnEmptyOneTakesItBack() {
    UUID guest = book.meet("Lucía", "+34600000101");
    SetPreference preference = new SetPreference(guests);
    preference.set(HOUSE, guest, "zone", "terrace", MARTA);
    preference.set(HOUSE, guest, "Zone", "inside", MARTA);
    preference.set(HOUSE, guest, "zone", "inside", MARTA);
    GuestRecord record = done(preference.set(HOUSE, guest, "diet", "vegan", MARTA));

    assertEquals(
        List.of("diet=vegan", "zone=inside"),
        record.preferences().stream().map(p -> p.name() + "=" + p.value()).toList());
    assertEquals(3, book.database.count("guest_preferences"));
    assertEquals(1, done(preference.set(HOUSE, guest, "zone", "", MARTA)).preferences().size());
  }

  @Test
  void whatCannotBeKeptIsRefused() {
    UUID guest = book.meet("Lucía", "+34600000101");
    UUID nobody = UUID.randomUUID();
    AddNote note = new AddNote(guests);
    SetPreference preference = new SetPreference(guests);
    Staff nameless = new Staff(" ", NOW);

    for (String text : new String[] {null, " ", "a".repeat(2001), "a\u0000b"}) {
      assertRefused(Reason.INVALID, note.add(HOUSE, guest, text, "k", MARTA));
    }
    assertRefused(Reason.INVALID, note.add(HOUSE, guest, "x", "", MARTA));
    assertRefused(Reason.INVALID, note.add(HOUSE, guest, "x", "k", nameless));
    assertRefused(Reason.UNKNOWN, note.add(HOUSE, nobody, "x", "k", MARTA));
    assertRefused(Reason.INVALID, preference.set(HOUSE, guest, "", "x", MARTA));
    assertRefused(Reason.INVALID, preference.set(HOUSE, guest, "x", "a".repeat(501), MARTA));
    assertRefused(Reason.UNKNOWN, preference.set(HOUSE, nobody, "x", "y", MARTA));
    assertEquals(0, book.database.count("audit_log"));
  }

  private static List<UUID> ids(List<GuestRecord> found) {
    return found.stream().map(GuestRecord::id).toList();
  }

  private static void assertRefused(Reason reason, GuestAnswer answer) {
    assertEquals(reason, ((GuestAnswer.Refused) answer).reason());
  }
}
