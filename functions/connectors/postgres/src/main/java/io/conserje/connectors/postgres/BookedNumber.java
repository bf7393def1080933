package io.conserje.connectors.postgres;

import io.conserje.guest.Address;
import io.conserje.reservation.Act;
import io.conserje.reservation.Reservation;
import io.conserje.venue.Venue;
import java.util.Optional;

/** A reservation that is to bear another number belongs to whoever is reached there. */
final class BookedNumber {

  private final Sql sql;

  BookedNumber(Sql sql) {
    this.sql = sql;
  }

  void move(Reservation before, Reservation after, Venue venue, Act act) {
    if (after.guest().phone().equals(before.guest().phone())) {
      return;
    }
    Optional<Address> address = Address.of(after.guest().phone(), after.channel(), venue::phone);
    sql.update(
        """
        UPDATE reservations SET guest_phone = ?, guest = meet_guest(?, ?, ?, ?, ?)
        WHERE id = ? AND venue = ?
        """,
        after.guest().phone(),
        after.venue().value(),
        address.map(known -> known.kind().code()).orElse(null),
        address.map(Address::value).orElse(null),
        after.guest().name(),
        act.at(),
        after.id(),
        after.venue().value());
  }
}
