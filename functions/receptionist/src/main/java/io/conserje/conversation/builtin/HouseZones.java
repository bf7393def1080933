package io.conserje.conversation.builtin;

import io.conserje.venue.Venue;
import io.conserje.venue.Zone;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Where a guest wants to sit, by the house's own names of its zones: {@code en el jardín}. What a
 * guest calls terrace or inside is the zone this house calls so.
 */
final class HouseZones {

  private static final Map<String, Set<String>> KINDS =
      Map.of(
          "terrace",
          Set.of(
              "terrace",
              "terraza",
              "outside",
              "outdoor",
              "fuera",
              "exterior",
              "jardin",
              "garden",
              "patio",
              "azotea",
              "rooftop"),
          "inside",
          Set.of("inside", "indoor", "dentro", "interior", "salon", "comedor", "sala", "main"));

  private HouseZones() {}

  /**
   * The zone's name, empty for "not there", or null.
   *
   * @param venue null for none in particular
   */
  static String in(Words words, Venue venue) {
    List<String> names =
        venue == null ? List.of() : venue.room().zones().stream().map(Zone::name).toList();
    String own = own(words, names);
    if (own != null) {
      return own;
    }
    String kind = Extras.zone(words);
    return kind == null || kind.isEmpty() || names.isEmpty() || names.contains(kind)
        ? kind
        : called(kind, names);
  }

  private static String own(Words words, List<String> names) {
    for (String name : names) {
      String[] phrase = Tokens.plain(name).split("[^a-z0-9]+");
      for (int i = 0; i < words.size(); i++) {
        if (words.follows(i, phrase) && !Extras.insteadOf(words, i)) {
          boolean denied =
              words.is(i - 1, "no", "not", "sin")
                  || words.is(i - 2, "no", "not", "sin")
                  || Extras.ruledOut(words, i + phrase.length);
          boolean other = Unwanted.in(words, i) && names.size() == 2;
          words.use(i, i + phrase.length);
          return other ? names.get(1 - names.indexOf(name)) : denied ? "" : name;
        }
      }
    }
    return null;
  }

  /** The only zone of the house that is of a kind; else the word stands as it is. */
  private static String called(String kind, List<String> names) {
    List<String> fitting =
        names.stream()
            .filter(n ->
                Set.of(Tokens.plain(n).split("[^a-z0-9]+")).stream()
                    .anyMatch(KINDS.get(kind)::contains))
            .toList();
    return fitting.size() == 1 ? fitting.getFirst() : kind;
  }
}
