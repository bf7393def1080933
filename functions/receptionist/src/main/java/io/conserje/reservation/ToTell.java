package io.conserje.reservation;

import io.conserje.venue.NoticeDish;
import java.text.Normalizer;
import java.time.Duration;
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
public record ToTell(List<String> table, LocalTime until, List<String> dishes, boolean late) {

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

  private static ToTell of(Wish wish, List<String> table, Reservation.Details details) {
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
