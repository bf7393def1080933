package io.conserje.connectors.postgres;

import static io.conserje.connectors.postgres.GuestBook.HOUSE;
import static io.conserje.connectors.postgres.GuestBook.MARTA;
import static io.conserje.connectors.postgres.GuestBook.NOW;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.conserje.guest.EraseGuest;
import io.conserje.guest.GuestTiers;
import io.conserje.inbound.InboundLedger.Entry;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

/** Of an erased address only a digest under the house's own key is kept, for a while. */
class ForgottenAddressesTest extends WholeLife {

  @Test
  void whoHasTheListOfTheForgottenFindsNobodyByTryingAllNumbers() {
    live();
    erase.erase(HOUSE, guest, MARTA);

    String plain = Sha256.hex("house\n" + PHONE);
    assertEquals(0, book.database.count("forgotten_addresses WHERE digest = '" + plain + "'"));
    String other = new KeyedDigest(() -> "another key").of(HOUSE, PHONE);
    assertEquals(0, book.database.count("forgotten_addresses WHERE digest = '" + other + "'"));
    String own = book.database.digests.of(HOUSE, PHONE);
    assertEquals(1, book.database.count("forgotten_addresses WHERE digest = '" + own + "'"));
  }

  @Test
  void withoutAKeyNobodyIsErasedAndItIsSaid() {
    live();
    PostgresGuests keyless =
        new PostgresGuests(
            book.database.sql,
            book.database.json,
            new PostgresVenues(book.database.venueRows, book.database.json),
            GuestTiers.USUAL,
            new KeyedDigest(() -> {
              throw new IllegalStateException("SESSION_SECRET_KEY is not set");
            }));

    assertThrows(
        IllegalStateException.class, () -> new EraseGuest(keyless).erase(HOUSE, guest, MARTA));
    assertEquals(NAME, book.record(guest).name());
  }

  @Test
  void whoWasForgottenBeforeThereWasAKeyIsKnownWithIt() {
    book.database.update(
        "INSERT INTO forgotten_addresses VALUES ('house', ?, ?)",
        Sha256.hex("house\n" + PHONE),
        OffsetDateTime.ofInstant(NOW, ZoneOffset.UTC));
    ForgottenAddresses forgotten = new ForgottenAddresses(book.database.sql, book.database.digests);

    assertEquals(1, forgotten.seal());
    assertEquals(0, forgotten.seal());

    assertEquals(Entry.FORGOTTEN, ledger().record(letter("hola"), house(), false, null, NOW));
    assertEquals(0, forgotten.forget(NOW.plus(Duration.ofDays(14))));
    assertEquals(1, forgotten.forget(NOW.plus(Duration.ofDays(15))));
  }
}
