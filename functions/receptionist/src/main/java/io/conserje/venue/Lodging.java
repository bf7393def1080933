package io.conserje.venue;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/**
 * The rooms of a house, what they cost and how they are let. Money is in minor units of {@code
 * currency}.
 *
 * @param currency as ISO 4217 writes it
 * @param checkIn from when a room is ready on the day of arrival
 * @param checkOut until when it is left on the day of departure; before {@code checkIn}
 * @param types from the one offered first to the one offered last
 * @param seasons the first that has a night decides what the night costs
 */
public record Lodging(
    String currency,
    LocalTime checkIn,
    LocalTime checkOut,
    LodgingTax tax,
    List<RoomType> types,
    List<Season> seasons,
    List<ClosedToArrival> closedToArrival,
    LodgingRules rules,
    LodgingTerms terms) {

  public static final Lodging NONE =
      new Lodging(
          "EUR",
          LocalTime.of(15, 0),
          LocalTime.NOON,
          LodgingTax.NONE,
          List.of(),
          List.of(),
          List.of(),
          LodgingRules.USUAL,
          LodgingTerms.USUAL);

  public Lodging {
    types = List.copyOf(types);
    seasons = List.copyOf(seasons);
    closedToArrival = List.copyOf(closedToArrival);
  }

  /** The type of that name, or the one a guest may mean by the word. */
  public Optional<RoomType> type(String word) {
    return types.stream()
        .filter(t -> t.name().equals(word))
        .findFirst()
        .or(() -> types.stream().filter(t -> t.isCalled(word)).findFirst());
  }

  public Optional<Season> season(LocalDate night) {
    return seasons.stream().filter(s -> s.has(night)).findFirst();
  }

  /** What a night in a type costs; empty when it is not let that night. */
  public Optional<Rate> rate(String type, LocalDate night) {
    return season(night).flatMap(s -> s.rate(type));
  }

  /** How many nights somebody stays who arrives that day. */
  public NightsAllowed nights(LocalDate arrival) {
    return season(arrival).flatMap(Season::nightsAllowed).orElse(rules.nights());
  }

  public boolean closedToArrival(LocalDate day, String type) {
    return closedToArrival.stream().anyMatch(c -> c.on(day, type));
  }
}
