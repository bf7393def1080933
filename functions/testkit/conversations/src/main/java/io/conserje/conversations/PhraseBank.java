package io.conserje.conversations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How one kind of people talk to a house: phrases with places for what they want, see
 * docs/conversations.md.
 *
 * @param name of the file, without its ending
 */
record PhraseBank(String name, boolean spanish, Fields phrases) {

  private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

  private static final String NOT_KNOWN = "no tengo|no lo se|no consta|\\+34 ?600";
  private static final String NO_IDEA = "no information|don.t (have|know)|not know|\\+34 ?600";

  /**
   * Something asked on the way.
   *
   * @param reply regular expressions its answer must contain
   */
  record Aside(String say, List<String> reply) {}

  /**
   * Something that has to be kept with a booking.
   *
   * @param kept a regular expression of what is kept
   */
  record Kept(String say, String kept) {}

  /** Every bank there is, by name. */
  static Map<String, PhraseBank> all() {
    Map<String, PhraseBank> banks = new LinkedHashMap<>();
    Scenarios.files("/guests")
        .forEach((name, text) ->
            banks.put(name, of(name, Fields.of(PlainYaml.all(text).getFirst(), name))));
    return banks;
  }

  private static PhraseBank of(String name, Fields phrases) {
    phrases.only(
        "language", "table", "stay", "answers", "chatter", "joints", "asides", "unknown", "wishes");
    return new PhraseBank(name, phrases.needed("language").equals("es"), phrases);
  }

  /** One of the phrases under these keys. */
  String pick(Random random, String... path) {
    return one(random, texts(path));
  }

  List<String> texts(String... path) {
    Fields at = phrases;
    for (int i = 0; i < path.length - 1; i++) {
      at = at.map(path[i]);
    }
    List<String> texts = at.texts(path[path.length - 1]);
    if (texts.isEmpty()) {
      throw new IllegalArgumentException(name + ": nothing under " + String.join(".", path));
    }
    return texts;
  }

  Aside aside(Random random, String house) {
    Fields aside = one(random, phrases.map("asides").maps(house)).only("say", "reply");
    return new Aside(aside.needed("say"), aside.texts("reply"));
  }

  /** Something of which nothing stands in the house's file: it says so. */
  Aside unknown(Random random, String house) {
    return new Aside(pick(random, "unknown", house), List.of(spanish ? NOT_KNOWN : NO_IDEA));
  }

  Kept wish(Random random) {
    Fields wish = one(random, phrases.maps("wishes")).only("say", "kept");
    return new Kept(wish.needed("say"), wish.needed("kept"));
  }

  private static <T> T one(Random random, List<T> all) {
    return new ArrayList<>(all).get(random.nextInt(all.size()));
  }

  /** The places of a phrase: what it tells. */
  static Set<String> places(String phrase) {
    Set<String> places = new TreeSet<>();
    Matcher matcher = PLACE.matcher(phrase);
    while (matcher.find()) {
      places.add(matcher.group(1));
    }
    return places;
  }

  /** A phrase with its places filled. */
  static String filled(String phrase, java.util.function.UnaryOperator<String> place) {
    return PLACE
        .matcher(phrase)
        .replaceAll(found -> Matcher.quoteReplacement(place.apply(found.group(1))));
  }
}
