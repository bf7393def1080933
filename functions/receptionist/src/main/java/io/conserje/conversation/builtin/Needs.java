package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import io.conserje.venue.DiningRoom;
import io.conserje.venue.Zone;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;

/** What of a guest's remarks the book has to know to choose a table. */
final class Needs {

  private static final FilteredPattern HIGH_CHAIR =
      FilteredPattern.compile(
          "(?:\\b(\\d+|una|un par de|un|dos|tres|cuatro|a couple of|a|one|two|three|four)\\s+)?"
              + "(?:tronas?|periqueras?|sill(?:as?|itas?) (?:altas?|(?:de|para) (?:el |la )?(?:bebe|nin[oa]|peque))s?|high ?chairs?|booster)");
  private static final FilteredPattern PET =
      FilteredPattern.compile(
          "\\b(?:perr|mascota|gat[oai]|cachorr|galg[oa]|podenc|caniche|labrador|terrier|retriever|bulldog"
              + "|chihuahua|salchicha|dachshund|collie|beagle|husky|bichon|spaniel|poodle|mastin|yorkshire"
              + "|dogs?\\b|pets?\\b|pupp|pooch|doggy|hounds?\\b|kitten|cats?\\b)");
  private static final FilteredPattern MORE =
      FilteredPattern.compile(
          "alerg|allerg|celiac|coeliac|intoler|vegan|vegetar|cumple|birthday|aniver");
  private static final FilteredPattern GUIDE =
      FilteredPattern.compile("perro[s]? (?:guia|lazarillo)|guide dog");
  private static final FilteredPattern WHEELCHAIR =
      FilteredPattern.compile("silla[s]? de ruedas|wheelchair|movilidad reducida");

  private static final List<String> NUMBERS =
      List.of("dos", "two", "tres", "three", "cuatro", "four");

  private Needs() {}

  /** Puts what was asked for among a tool's arguments; what was not stays out. */
  static void put(String notes, Map<String, Object> arguments) {
    if (notes == null) {
      return;
    }
    String plain = plain(notes);
    Matcher highChair = HIGH_CHAIR.matcher(plain);
    if (highChair.find()) {
      arguments.put("high_chairs", number(highChair.group(1)));
    }
    if (pet(notes)) {
      arguments.put("pets", true);
    }
    if (WHEELCHAIR.matcher(plain).find()) {
      arguments.put("wheelchair", true);
    }
  }

  /** Whether an animal comes that is not a guest's guide. */
  static boolean pet(String notes) {
    String plain = notes == null ? "" : plain(notes);
    return PET.matcher(plain).find() && !GUIDE.matcher(plain).find();
  }

  /** What of the remarks the table alone does not settle; null if nothing. */
  static String rest(String notes) {
    if (notes == null) {
      return null;
    }
    List<String> rest = Arrays.stream(notes.split("; ")).filter(n -> !settled(plain(n))).toList();
    return rest.isEmpty() ? null : String.join("; ", rest);
  }

  private static boolean settled(String plain) {
    boolean chair = HIGH_CHAIR.matcher(plain).find();
    return (chair || pet(plain)) && !MORE.matcher(plain).find();
  }

  private static String plain(String notes) {
    return Normalizer.normalize(notes, Normalizer.Form.NFD)
        .replaceAll("\\p{M}", "")
        .toLowerCase(Locale.ROOT);
  }

  private static int number(String said) {
    if (said == null) {
      return 1;
    }
    if (said.contains("par") || said.contains("couple")) {
      return 2;
    }
    int known = NUMBERS.indexOf(said);
    return known >= 0 ? 2 + known / 2 : Numbers.digits(said) ? Integer.parseInt(said) : 1;
  }

  /** Where only one zone takes animals, a guest with one sits there, and is told so. */
  static Wish seated(DiningRoom room, Wish wish) {
    List<Zone> zones = room.zones();
    List<Zone> open = zones.stream().filter(Zone::pets).toList();
    boolean only = open.size() == 1 && zones.size() > 1;
    return only && wish.zone() == null && pet(wish.notes())
        ? wish.in(open.getFirst().name())
        : wish;
  }
}
