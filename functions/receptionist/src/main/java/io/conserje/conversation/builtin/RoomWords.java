package io.conserje.conversation.builtin;

import io.conserje.venue.Lodging;
import io.conserje.venue.RoomType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Finds the type of room a guest names, by the house's own words for it. */
final class RoomWords {

  private record Name(String[] words, String room) {}

  private static final int LONG_ENOUGH_TO_MISSPELL = 5;

  private RoomWords() {}

  /**
   * The house's name of the type, its words taken out; null if none is named.
   *
   * @param asked whether the guest was asked for it
   */
  static String in(Words words, Lodging lodging, boolean asked) {
    List<Name> names = names(lodging);
    for (int i = 0; i < words.size(); i++) {
      for (Name name : names) {
        if (follows(words, i, name.words) && (asked || !inPassing(words, i, name))) {
          words.use(i, i + name.words.length);
          return name.room;
        }
      }
    }
    return null;
  }

  /** The type that is named just there, or null. */
  static Hit<String> at(Words words, int i, Lodging lodging) {
    for (Name name : names(lodging)) {
      if (i < words.size() && follows(words, i, name.words)) {
        return new Hit<>(i, i + name.words.length, name.room);
      }
    }
    return null;
  }

  /** Longest first: a {@code doble superior} is no {@code doble}. */
  private static List<Name> names(Lodging lodging) {
    List<Name> names = new ArrayList<>();
    for (RoomType type : lodging.types()) {
      names.add(name(type.name(), type));
      type.words().values().forEach(all -> all.forEach(word -> names.add(name(word, type))));
    }
    names.sort(Comparator.comparingInt((Name n) -> n.words.length).reversed());
    return names;
  }

  private static Name name(String words, RoomType type) {
    return new Name(Tokens.plain(words).split("[^a-z0-9]+"), type.name());
  }

  private static boolean follows(Words words, int i, String[] name) {
    for (int k = 0; k < name.length; k++) {
      if (words.used(i + k) || !same(words.plain(i + k), name[k])) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(String said, String name) {
    return said.equals(name)
        || said.equals(name + "s")
        || said.equals(name + "es")
        || name.length() >= LONG_ENOUGH_TO_MISSPELL
            && !Vocabulary.knows(said)
            && OneSlip.between(said, name);
  }

  /**
   * {@code una persona}, {@code a family of four}, {@code somos un matrimonio}: people, no room.
   */
  private static boolean inPassing(Words words, int i, Name name) {
    int end = i + name.words.length;
    boolean people = PartyWords.people(words, end - 1) || Company.isRelative(words.plain(end - 1));
    boolean family = words.is(i, "family") && words.is(end, "of");
    boolean couple = words.is(i, "matrimonio") && !words.is(i - 1, "de", "cama");
    return people || family || couple || words.is(i - 1, "my", "our", "mi", "nuestra");
  }
}
