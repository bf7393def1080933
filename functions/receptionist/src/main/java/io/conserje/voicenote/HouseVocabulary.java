package io.conserje.voicenote;

import io.conserje.venue.RoomType;
import io.conserje.venue.Venue;
import io.conserje.venue.Zone;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words a guest of this house is likely to say: the house's own, and none of any guest. */
final class HouseVocabulary {

  /** What is longer is cut by those who write down, at its beginning. */
  private static final int LONGEST = 600;

  private HouseVocabulary() {}

  static String of(Venue venue) {
    String words =
        Stream.of(
                Stream.of(venue.name()),
                venue.room().zones().stream().map(Zone::name),
                venue.lodging().types().stream().map(RoomType::name))
            .flatMap(names -> names)
            .map(name -> name.replace('_', ' ').strip())
            .filter(name -> !name.isEmpty())
            .distinct()
            .collect(Collectors.joining(", "));
    if (words.length() <= LONGEST) {
      return words;
    }
    int end = words.lastIndexOf(", ", LONGEST);
    return words.substring(0, end < 0 ? LONGEST : end);
  }
}
