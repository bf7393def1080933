package io.conserje.connectors.postgres;

import io.conserje.connectors.postgres.Sql.Row;
import io.conserje.guest.Guest;
import io.conserje.reservation.Period;
import io.conserje.stay.Hours;
import io.conserje.stay.Nights;
import io.conserje.stay.Party;
import io.conserje.stay.Quote;
import io.conserje.stay.RoomClaim;
import io.conserje.stay.Stay;
import io.conserje.stay.StayState;
import io.conserje.stay.StayState.Cancelled;
import io.conserje.stay.StayState.Confirmed;
import io.conserje.stay.StayState.Expired;
import io.conserje.stay.StayState.Finished;
import io.conserje.stay.StayState.Held;
import io.conserje.stay.StayState.InHouse;
import io.conserje.stay.StayState.NoShow;
import io.conserje.stay.StayState.Pending;
import io.conserje.venue.Channel;
import io.conserje.venue.VenueId;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.UUID;

/** Reads stays and claims out of their rows. */
final class StayRows {

  static final String STAYS =
      """
      SELECT s.*, c.stay, c.room, c.begins, c.ends, c.room_type AS claimed_type, c.from_night,
        c.to_night, c.movable
      FROM stays s LEFT JOIN room_claims c ON c.stay = s.id AND c.venue = s.venue
      """;

  private final Json json;

  StayRows(Json json) {
    this.json = json;
  }

  Stay stay(Row row) throws SQLException {
    return new Stay(
        row.id("id"),
        new VenueId(row.text("venue")),
        row.text("reference"),
        state(row),
        new Nights(day(row, "arrival"), day(row, "departure")),
        row.text("room_type"),
        new Party(row.number("adults"), row.number("children"), row.number("cots")),
        new Hours(time(row, "early_from"), time(row, "late_until")),
        row.id("stay") == null ? null : claim(row),
        json.read(row.text("quote"), Quote.class),
        new Guest(row.text("guest_name"), row.text("guest_phone")),
        row.text("notes"),
        Channel.of(row.text("channel")),
        row.id("conversation"));
  }

  private static StayState state(Row row) throws SQLException {
    String status = row.text("status");
    return switch (status) {
      case "held" -> new Held(row.instant("waits_until"), row.number("extended"));
      case "pending" -> new Pending(row.instant("waits_until"));
      case "confirmed" -> new Confirmed();
      case "in_house" -> new InHouse(row.instant("since"));
      case "finished" -> new Finished(row.instant("since"));
      case "cancelled" -> new Cancelled(row.big("owed"));
      case "no_show" -> new NoShow(row.big("owed"));
      case "expired" -> new Expired();
      default -> throw new IllegalStateException("a stay is never " + status);
    };
  }

  static RoomClaim claim(Row row) throws SQLException {
    return new RoomClaim(
        row.result().getObject("stay", UUID.class),
        row.text("room"),
        row.text("claimed_type"),
        new Nights(day(row, "from_night"), day(row, "to_night")),
        new Period(row.instant("begins"), row.instant("ends")),
        row.result().getBoolean("movable"));
  }

  static LocalDate day(Row row, String column) throws SQLException {
    return row.result().getObject(column, LocalDate.class);
  }

  private static LocalTime time(Row row, String column) throws SQLException {
    return row.result().getObject(column, LocalTime.class);
  }
}
