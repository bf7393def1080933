package io.conserje.reservation;

import io.conserje.venue.DiningRoom;
import io.conserje.venue.DiningTable;
import io.conserje.venue.HouseWords;
import io.conserje.venue.JoinedTables;
import io.conserje.venue.NoticeDish;
import io.conserje.venue.Venue;
import java.text.Normalizer;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;

/**
 * What a guest has to know about a booking.
 *
 * @param table the house's own words about the table
 * @param until when the table is needed again, in the venue's own time; null for nobody after
 * @param dishes what the kitchen cannot promise any more, so late
 * @param late whether it was called off later than the house likes
 */
public record ToTell(List<HouseWords> table, LocalTime until, List<String> dishes, boolean late) {

  /** Moves by whose reason it is known later what was told. */
  static final String CALLED_OFF_LATE = "called off late";

  static final String DESCRIBED = "described anew";

  public static final ToTell NOTHING = new ToTell(List.of(), null, List.of(), false);

  public ToTell {
    table = List.copyOf(table);
    dishes = List.copyOf(dishes);
  }

  static ToTell of(Wish wish, Plan plan, Reservation.Details details) {
    return of(wish, plan.place().tells(), details);
  }

  /** For who stays at their table. */
  static ToTell of(Wish wish, Reservation.Details details) {
    return of(wish, List.of(), details);
  }

  /** What the call told that left the booking so. */
  static ToTell again(Venue venue, Reservation made, Act act) {
    if (!(made.standing() instanceof Standing.KeepsTable)) {
      return calledOff(act.why().equals(CALLED_OFF_LATE));
    }
    LocalDateTime at = made.period().from().atZone(venue.zone()).toLocalDateTime();
    Wish wish = Wish.of(venue, at, made.party(), made.zone(), act.at());
    boolean sameTable = act.why().equals(DESCRIBED);
    return of(wish, sameTable ? List.of() : notes(venue.room(), made.tables()), made.details());
  }

  private static List<HouseWords> notes(DiningRoom room, List<String> tables) {
    return room.joins().stream()
        .map(JoinedTables::tables)
        .filter(joined -> joined.size() == tables.size() && joined.containsAll(tables))
        .findFirst()
        .orElse(tables)
        .stream()
        .flatMap(name -> room.table(name).stream())
        .map(DiningTable::tell)
        .filter(note -> !note.isEmpty())
        .toList();
  }

  private static ToTell of(Wish wish, List<HouseWords> table, Reservation.Details details) {
    LocalTime until =
        wish.sitting() == null || wish.sitting().until() == null
            ? null
            : wish.period().to().atZone(wish.venue().zone()).toLocalTime();
    return new ToTell(table, until, tooLate(wish, details), false);
  }

  static ToTell calledOff(boolean late) {
    return new ToTell(List.of(), null, List.of(), late);
  }

  private static List<String> tooLate(Wish wish, Reservation.Details details) {
    Duration ahead = Duration.between(wish.now(), wish.begins());
    String asked = plain(details.notes() + " " + details.allergies());
    return wish.venue().rules().dishes().stream()
        .filter(dish -> ahead.compareTo(dish.notice()) < 0)
        .filter(dish -> dish.words().stream().anyMatch(word -> asked.contains(plain(word))))
        .map(NoticeDish::name)
        .toList();
  }

  /** Without accents and capitals. */
  private static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
