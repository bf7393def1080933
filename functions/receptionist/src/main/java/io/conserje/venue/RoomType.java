package io.conserje.venue;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Rooms that are let as one kind.
 *
 * @param words what guests call it, by language
 * @param rooms their numbers
 * @param allotment how many of them may be sold for one night
 * @param occupants most adults and children together; cots come on top
 * @param included adults the night's price is for; more pay extra
 */
public record RoomType(
    String name,
    Map<String, List<String>> words,
    List<String> rooms,
    int allotment,
    int adults,
    int children,
    int cots,
    int occupants,
    int included) {

  public RoomType {
    words = Map.copyOf(words);
    rooms = List.copyOf(rooms);
  }

  public boolean takes(int adults, int children, int cots) {
    return adults <= this.adults
        && children <= this.children
        && cots <= this.cots
        && adults + children <= occupants;
  }

  /** The name a guest hears in a language. */
  public String called(String language) {
    return words.getOrDefault(language, List.of()).stream().findFirst().orElse(name);
  }

  boolean isCalled(String word) {
    String plain = plain(word);
    return plain.equals(plain(name))
        || words.values().stream().flatMap(List::stream).anyMatch(w -> plain.equals(plain(w)));
  }

  private static String plain(String text) {
    return Normalizer.normalize(text.strip(), Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }
}
