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
          boolean counted = words.is(i - 1, "una", "a") && words.is(i - 2, "para", "for");
          words.use(counted ? i - 1 : i, i + name.words.length);
          if (denied(words, i)) {
            break;
          }
          return name.room;
        }
      }
    }
    return null;
  }

  /** The first type named that is not a certain one; that one if there is no other. */
  static String other(Words words, Lodging lodging, String than) {
    for (int i = 0; i < words.size(); i++) {
      Hit<String> type = at(words, i, lodging);
      if (type != null && !type.value().equals(than)) {
        return type.value();
      }
      i = type == null ? i : type.to() - 1;
    }
    return than;
  }

  /** All the types that are named, each once. */
  static List<String> all(Words words, Lodging lodging) {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      Hit<String> type = at(words, i, lodging);
      if (type != null && !all.contains(type.value())) {
        all.add(type.value());
      }
      i = type == null ? i : type.to() - 1;
    }
    return all;
  }

  /** {@code me niego a una individual}, {@code no quiero la doble}, {@code nada de suites}. */
  private static boolean denied(Words words, int at) {
    int i =
        words.is(at - 1, "una", "un", "la", "el", "a", "the", "ser", "sea", "habitacion")
            ? at - 2
            : at - 1;
    i = words.is(i, "a", "de", "en") ? i - 1 : i;
    int verb = words.is(i, "falta", "me", "us") ? i - 1 : i;
    int before = words.is(verb - 1, "me", "nos", "le", "te") ? verb - 2 : verb - 1;
    boolean said =
        words.is(i, "niego", "nada", "refuse", "not", "no", "vez", "lugar", "instead")
            || words.is(
                    verb,
                    "quiero",
                    "queremos",
                    "quisiera",
                    "want",
                    "sea",
                    "des",
                    "deis",
                    "den",
                    "pongas",
                    "pongais",
                    "pongan",
                    "ponga",
                    "busco",
                    "buscamos",
                    "necesito",
                    "necesitamos",
                    "need",
                    "give",
                    "book",
                    "hace",
                    "reserves",
                    "reserve")
                && words.is(before, "no", "dont", "not");
    return said && !words.opens(i + 1);
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
      type.words().values().forEach(all -> all.forEach(word -> add(names, word, type)));
    }
    names.sort(Comparator.comparingInt((Name n) -> n.words.length).reversed());
    return names;
  }

  private static void add(List<Name> names, String word, RoomType type) {
    names.add(name(word, type));
    if (word.equals("matrimonio")) {
      names.add(name("matrimonial", type));
    }
    if (word.startsWith("con ")) {
      names.add(name("tiene" + word.substring(3), type));
      names.add(name("tenga" + word.substring(3), type));
    }
  }

  private static Name name(String words, RoomType type) {
    return new Name(Tokens.plain(words).split("[^a-z0-9]+"), type.name());
  }

  private static boolean follows(Words words, int i, String[] name) {
    for (int k = 0; k < name.length; k++) {
      boolean proper = i + k < words.size() && words.capital(i + k) && !words.shouted();
      boolean alone =
          words.size() == 1
              && OneSlip.between(words.plain(i), name[k])
              && name[k].length() >= LONG_ENOUGH_TO_MISSPELL;
      if (words.used(i + k) || !(alone && !proper) && !same(words.plain(i + k), name[k], !proper)) {
        return false;
      }
    }
    return true;
  }

  /**
   * @param slip whether it may be misspelled: a name may not
   */
  private static boolean same(String said, String name, boolean slip) {
    return said.equals(name)
        || said.equals(name + "s")
        || said.equals(name + "es")
        || slip
            && name.length() >= LONG_ENOUGH_TO_MISSPELL
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
    boolean couple = words.is(i, "matrimonio", "matrimonios") && !words.is(i - 1, "de", "cama");
    return people || family || couple || words.is(i - 1, "my", "our", "mi", "nuestra");
  }
}
