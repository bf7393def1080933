package io.conserje.conversation.builtin;

import java.util.Locale;
import java.util.Set;

/** Finds the name a booking is to be under. */
final class NameWords {

  private static final PhraseTable<Boolean> SURE =
      new PhraseTable<Boolean>()
          .add(true, "a nombre de|al nombre de|en nombre de|nombre de|a nombre|de parte de|me llamo")
          .add(true, "mi nombre es|mi nombre|el nombre es|el nombre|nombre|mi apellido es|apellido")
          .add(true, "my name is|my names|the name is|the names|name is|under the name of")
          .add(true, "under the name|in the name of|name of|name|call me|under");

  private static final PhraseTable<Boolean> LIKELY =
      new PhraseTable<Boolean>().add(true, "soy|habla|im|i am|this is|its for|es para|a nombre");

  private static final Set<String> PARTICLES =
      Set.of("de", "del", "la", "las", "los", "el", "van", "von", "der", "da", "di", "o", "mac");

  private static final Set<String> FILLERS =
      Set.of(
          "es", "para", "por", "favor", "gracias", "pon", "ponga", "ponme", "ponlo", "ponla", "a",
          "al", "de", "con", "its", "it", "is", "the", "under", "put", "please", "thanks", "si",
          "no", "vale", "ok", "yes", "for", "mejor", "sorry", "perdon", "okay", "hola", "sera",
          "pues", "just", "actually", "yo", "me", "thank", "you", "claro", "sure", "seria", "perfecto", "to");

  private final Words words;

  private NameWords(Words words) {
    this.words = words;
  }

  /** {@code a nombre de Lucía}: the name, its words taken out; or null. */
  static String introduced(Words words) {
    NameWords names = new NameWords(words);
    for (int i = 0; i < words.size(); i++) {
      Hit<Boolean> sure = SURE.at(words, i);
      if (sure != null) {
        String name = names.take(i, sure.to(), false);
        if (name != null) {
          return name;
        }
        i = sure.to() - 1;
      }
      Hit<Boolean> likely = LIKELY.at(words, i);
      if (likely != null) {
        String name = names.take(i, likely.to(), true);
        if (name != null) {
          return name;
        }
      }
    }
    return null;
  }

  private String take(int from, int at, boolean wary) {
    int start = words.is(at, "de", "is", "es") && !words.opens(at + 1) ? at + 1 : at;
    int end = end(start);
    boolean unlikely =
        wary && (words.opens(start) || !FirstNames.has(words.bare(start)) && !words.capital(start));
    if (end == start || unlikely) {
      return null;
    }
    words.use(from, end);
    return spelled(words.said(start, end));
  }

  private int end(int start) {
    int end = start;
    while (end < words.size()
        && end - start < 5
        && (end == start || !words.opens(end))
        && !words.used(end)
        && (nameable(end) || end > start && PARTICLES.contains(words.plain(end)))) {
      end++;
    }
    while (end > start && PARTICLES.contains(words.plain(end - 1)) && !nameable(end - 1)) {
      end--;
    }
    return end;
  }

  private boolean nameable(int i) {
    String bare = words.bare(i);
    if (!bare.chars().allMatch(Character::isLetter) || bare.length() < 2) {
      return false;
    }
    boolean ownName = Calendar.mayBeName(bare) && words.capital(i) && !words.shouted();
    return FirstNames.has(bare) || !Vocabulary.knows(bare) && words.plain(i).equals(bare) || ownName
        || !Vocabulary.knows(bare) && words.capital(i) && !words.shouted();
  }

  /** A name given as the answer to "under what name?". */
  static String answer(Words words) {
    if (words.asks()) {
      return null;
    }
    NameWords names = new NameWords(words);
    for (int i = 0; i < words.size(); i++) {
      boolean begins = words.opens(i) || FILLERS.contains(words.plain(i - 1));
      int end = begins && !words.used(i) ? names.end(i) : i;
      boolean closes = end > i && (words.opens(end) || words.used(end) || FILLERS.contains(words.plain(end)) || words.is(end, "y", "and"));
      if (closes) {
        words.use(i, end);
        return spelled(words.said(i, end));
      }
    }
    return null;
  }

  /** A part of the message that is nothing but a name, where nobody asked for one. */
  static String unasked(Words words) {
    NameWords names = new NameWords(words);
    for (int i = 0; i < words.size() && !words.asks(); i++) {
      boolean begins = words.opens(i) || words.opens(i - 1) && words.is(i - 1, "no", "si", "es");
      int end = begins && !words.used(i) ? names.end(i) : i;
      boolean whole = end > i && words.opens(end);
      if (whole && (FirstNames.has(words.bare(i)) || names.allCapital(i, end))) {
        words.use(i, end);
        return spelled(words.said(i, end));
      }
    }
    return null;
  }

  private boolean allCapital(int from, int to) {
    for (int i = from; i < to; i++) {
      if (!words.capital(i) && !PARTICLES.contains(words.plain(i))) {
        return false;
      }
    }
    return to - from >= 2 && !words.shouted();
  }

  /** Whether a profile name looks like the name of a person. */
  static boolean plausible(String name) {
    if (name == null) {
      return false;
    }
    long letters = name.chars().filter(Character::isLetter).count();
    boolean clean =
        name.codePoints().allMatch(c -> Character.isLetter(c) || " .'-’".indexOf(c) >= 0);
    return letters >= 2 && clean && name.length() <= 40;
  }

  /** {@code lucía pérez} and {@code LUCÍA PÉREZ} as they are written on a card; anything else as the guest wrote it. */
  static String spelled(String said) {
    String name = said.strip().replaceAll("\\s+", " ");
    boolean oneCase = name.equals(name.toLowerCase(Locale.ROOT)) || name.equals(name.toUpperCase(Locale.ROOT));
    if (!oneCase) {
      return name;
    }
    StringBuilder spelled = new StringBuilder();
    for (String part : name.toLowerCase(Locale.ROOT).split(" ")) {
      spelled.append(spelled.isEmpty() ? "" : " ");
      boolean small = !spelled.isEmpty() && PARTICLES.contains(part);
      spelled.append(small ? part : part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1));
    }
    return spelled.toString();
  }
}
