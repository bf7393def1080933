package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.venue.Channel;
import io.conserje.venue.DiningTable;
import io.conserje.venue.Venue;
import io.conserje.venue.VenueId;
import io.conserje.venue.house.Imported;
import io.conserje.venue.house.Imported.Kept;
import io.conserje.venue.house.InvalidHouse;
import io.conserje.venue.house.Problem;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A house comes into being and changes as its file says. */
class PostgresHouseFilesTest extends FilesOfCasa {

  @Test
  void aHouseComesIntoBeingFromItsFile() {
    assertEquals(new Kept(CASA, true, true), importHouse.put(casa("+34600000901", "T1", "T2")));

    Venue venue = venues.byAddress(Channel.WHATSAPP, "+34600000901").orElseThrow();
    assertEquals(CASA, venue.id());
    assertEquals(
        List.of("T1", "T2"), venue.room().tables().stream().map(DiningTable::name).toList());
    assertEquals(2, count("dining_tables WHERE venue = 'casa'"));
  }

  @Test
  void theSameFileAgainChangesNothing() {
    importHouse.put(casa("+34600000901", "T1", "T2"));
    long version = version();

    assertEquals(new Kept(CASA, false, false), importHouse.put(casa("+34600000901", "T1", "T2")));
    assertEquals(version, version());
  }

  @Test
  void aChangeIsSeenByWhoeverHasReadTheHouseBefore() {
    importHouse.put(casa("+34600000901", "T1"));
    Venue before = venues.byId(CASA).orElseThrow();
    assertSame(before, venues.byId(CASA).orElseThrow(), "is not read again while it is the same");

    assertEquals(new Kept(CASA, false, true), importHouse.put(casa("+34600000901", "T1", "T2")));

    assertEquals(2, venues.byId(CASA).orElseThrow().room().tables().size());
  }

  @Test
  void aVersionIsNeverUsedTwiceEvenIfTheHouseWasGoneMeanwhile() {
    importHouse.put(casa("+34600000901", "T1"));
    long version = version();
    database.update("DELETE FROM channel_addresses WHERE venue = 'casa'");
    database.update("DELETE FROM dining_tables WHERE venue = 'casa'");
    database.update("DELETE FROM venues WHERE id = 'casa'");

    importHouse.put(casa("+34600000901", "T2"));

    assertNotEquals(version, version());
  }

  @Test
  void theAddressesAreThoseOfTheFile() {
    importHouse.put(casa("+34600000901", "T1"));

    assertEquals(new Kept(CASA, false, true), importHouse.put(casa("+34600000902", "T1")));

    assertTrue(venues.byAddress(Channel.WHATSAPP, "+34600000901").isEmpty());
    assertEquals(CASA, venues.byAddress(Channel.WHATSAPP, "+34600000902").orElseThrow().id());
  }

  @Test
  void whoSendsAtFirstIsWhomTheFileNames() {
    Map<String, Object> house = casa("+34600000901", "T1");
    house.put("channels", Map.of("sms", List.of("+34600000901")));
    house.put("messages", Map.of("carriers", Map.of("sms", "telnyx")));
    importHouse.put(house);
    assertEquals(1, count("channel_addresses WHERE venue = 'casa' AND carrier = 'telnyx'"));

    house.remove("messages");
    importHouse.put(house);
    assertEquals(1, count("channel_addresses WHERE venue = 'casa' AND carrier = 'telnyx'"));
    house.put("messages", Map.of("carriers", Map.of("sms", "twilio")));
    importHouse.put(house);
    assertEquals(1, count("channel_addresses WHERE venue = 'casa' AND carrier = 'twilio'"));
  }

  @Test
  void anAddressOfAnotherHouseIsRefusedAndNothingIsWritten() {
    assertEquals(
        List.of(new Problem("/channels/whatsapp/0", "leads to the house house")),
        refused(casa("+34600000900", "T1")));

    assertTrue(venues.byId(CASA).isEmpty());
    assertEquals(0, count("dining_tables WHERE venue = 'casa'"));
  }

  @Test
  void aHouseThatCannotBeReadAnyMoreIsLeftOutUntilItsFileIsHandedInAgain() {
    importHouse.put(casa("+34600000901", "T1"));
    database.update(
        "UPDATE venues SET house = house || '{\"kind\": \"bar\"}', version = version + 1"
            + " WHERE id = 'casa'");

    assertEquals(List.of("house"), venues.all().stream().map(v -> v.id().value()).toList());
    assertThrows(InvalidHouse.class, () -> venues.byId(CASA));

    importHouse.put(casa("+34600000901", "T1"));
    assertEquals(2, venues.all().size());
  }

  @Test
  void whatComesOutIsWhatWentIn() {
    Map<String, Object> document = casa("+34600000901", "T1", "T2");
    importHouse.put(document);

    assertEquals(document, houses.document(CASA).orElseThrow());
    assertTrue(houses.document(new VenueId("nowhere")).isEmpty());
  }

  @Test
  void ofManyAtOnceOneBringsItIntoBeingAndNobodyFails() {
    List<CompletableFuture<Imported>> all =
        IntStream.range(0, 8)
            .mapToObj(i ->
                CompletableFuture.supplyAsync(() -> importHouse.put(casa("+34600000901", "T1"))))
            .toList();

    List<Imported> came = all.stream().map(CompletableFuture::join).toList();
    assertEquals(1, came.stream().filter(new Kept(CASA, true, true)::equals).count());
    assertEquals(7, came.stream().filter(new Kept(CASA, false, false)::equals).count());
  }

  private long version() {
    return database
        .one("SELECT version FROM venues WHERE id = 'casa'", row -> row.big("version"))
        .orElseThrow();
  }
}
