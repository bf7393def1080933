package io.conserje.connectors.postgres;

import io.conserje.connectors.postgres.Sql.RowReader;
import io.conserje.venue.DiningTable;
import io.conserje.venue.HouseFile;
import io.conserje.venue.RoomType;
import io.conserje.venue.house.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Tables and rooms that the book still needs. */
final class HeldPlaces {

  private static final int MOST_NAMED = 5;

  private final Sql sql;

  HeldPlaces(Sql sql) {
    this.sql = sql;
  }

  private record Held(String place, String booking) {}

  /** What the file leaves out although somebody will sit or sleep there. */
  List<Problem> problems(HouseFile file, Instant now) {
    return Stream.concat(
            problems("/tables", tables(file, now)), problems("/hotel/types", rooms(file, now)))
        .toList();
  }

  private static Stream<Problem> problems(String path, List<Held> held) {
    Map<String, List<String>> bookings = new LinkedHashMap<>();
    held.forEach(h -> bookings.computeIfAbsent(h.place, _ -> new ArrayList<>()).add(h.booking));
    return bookings.entrySet().stream()
        .map(left -> new Problem(path, reason(left.getKey(), left.getValue())));
  }

  private List<Held> tables(HouseFile file, Instant now) {
    return held(
        """
        SELECT c.table_name AS place, r.reference, lower(c.period) AS from_then
        FROM table_claims c JOIN reservations r ON r.id = c.reservation
        WHERE c.venue = ? AND upper(c.period) > ? AND c.table_name <> ALL (?)
        ORDER BY lower(c.period), r.reference
        """,
        file,
        now,
        file.venue().room().tables().stream().map(DiningTable::name));
  }

  private List<Held> rooms(HouseFile file, Instant now) {
    return held(
        """
        SELECT c.room AS place, s.reference, lower(c.period) AS from_then
        FROM room_claims c JOIN stays s ON s.id = c.stay
        WHERE c.venue = ? AND upper(c.period) > ? AND c.room <> ALL (?)
        ORDER BY lower(c.period), s.reference
        """,
        file,
        now,
        file.venue().lodging().types().stream().map(RoomType::rooms).flatMap(List::stream));
  }

  private List<Held> held(String query, HouseFile file, Instant now, Stream<String> kept) {
    RowReader<Held> reader =
        row ->
            new Held(
                row.text("place"),
                row.text("reference")
                    + " on "
                    + LocalDate.ofInstant(row.instant("from_then"), file.venue().zone()));
    return sql.list(query, reader, file.venue().id().value(), now, kept.toArray(String[]::new));
  }

  private static String reason(String place, List<String> bookings) {
    int more = bookings.size() - MOST_NAMED;
    return "no longer have "
        + place
        + ", which is booked: "
        + String.join(", ", bookings.subList(0, Math.min(MOST_NAMED, bookings.size())))
        + (more > 0 ? " and " + more + " more" : "")
        + "; move these first, or keep it";
  }
}
