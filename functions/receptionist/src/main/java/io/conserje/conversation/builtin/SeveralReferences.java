package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;

/**
 * Several bookings named in one message: {@code cancela la KMT472 y deja la HTL482}. Which of them
 * are to be called off.
 */
final class SeveralReferences {

  private static final String CODE = "(?<code>[a-z]{2,3}\\d{3,4})";

  /** Every code has as many. */
  private static final FilteredPattern FIGURES = FilteredPattern.compile("\\d{3}");

  private static final String KEEP =
      "(?<keep>no (?:la |me |nos )?(?:toqu|cancel|anul|quit|borr)\\w+|dej(?:a|e|ad|en|ar|amos|o)(?:me|nos)?|mant(?:en|eng|ien)\\w*|conserv\\w+|(?:me|nos) (?:quedo|quedamos)|quedar(?:me|nos)|(?:do not|dont|don t|not) (?:cancel|touch)|keep(?:ing)?|leav(?:e|ing)|hang(?:ing)? on to|not(?= (?:the )?[a-z]{2,3}\\d{3})|no(?= (?:la |el )?[a-z]{2,3}\\d{3}))";

  private static final String OFF =
      "(?<off>(?:won ?t|don ?t|not going to|no longer) (?:be )?(?:need|us|want)(?:ing)?(?= the)|(?:cancel|anul|borr|elimin)\\w*?|quit(?:a|e|ad|en|ar|amos|o)(?:me|nos)?|scrap|drop|delete|bin|remove|get rid of|call off|dar de baja)";

  /** What was said before is meant by it: {@code la KMT472 anúlala}. */
  private static final String BACK = "(?<back>l[ao]s?\\b| (?:it|that one|them)\\b|\\b)";

  private static final String OTHER =
      "(?<other>(?:la|el|the) (?:otra|otro|other)(?: one| booking| reserva)?\\b)";

  private static final String PLACE =
      "(?<first>(?:(?:la|el) primer[ao]?|the first)\\b)|(?<second>(?:(?:la|el) segund[ao]|the second|la ultima|the last|the latter)\\b)";

  /** {@code esa no la voy a usar}: said of what came before. */
  private static final String GONE =
      "(?<gone>\\b(?:no l[ao]s? (?:voy|vamos) a (?:usar|ocupar|necesitar|utilizar|coger|poder)|(?:ya )?no l[ao]s? (?:necesit|quer|quier|us|ocup)\\w+|(?:me|nos) sobra|(?:won t|wont|don t|dont|not going to|no longer) (?:be needing|need|use|want) (?:it|that one|that)|(?:has|have) to go)\\b)";

  private static final String NOT = "(?<not>\\bno\\b(?=\\W*$|[,.;]))";

  private static final FilteredPattern PIECE =
      FilteredPattern.compile(
          "\\b(?:" + CODE + "\\b|(?:" + KEEP + "|" + OFF + ")" + BACK + "|" + OTHER + "|" + PLACE
              + ")|" + NOT + "|" + GONE);

  private final List<String> codes = new ArrayList<>();
  private final Set<String> off = new LinkedHashSet<>();
  private final Set<String> kept = new LinkedHashSet<>();
  private final List<String> open = new ArrayList<>();

  private SeveralReferences(String message) {
    String plain = Tokens.plain(message).replace('\n', ' ');
    List<MatchResult> pieces =
        FIGURES.matcher(plain).find() ? PIECE.matcher(plain).results().toList() : List.of();
    for (MatchResult piece : pieces) {
      String code = piece.group("code");
      if (code != null && !codes.contains(code)) {
        codes.add(code);
      }
    }
    Set<String> verb = null;
    for (MatchResult piece : codes.size() < 2 ? List.<MatchResult>of() : pieces) {
      verb = hear(piece, verb);
    }
  }

  /** The verb that what follows belongs to; null if it was said of what came before. */
  private Set<String> hear(MatchResult piece, Set<String> verb) {
    if (piece.group("gone") != null) {
      assign(off, last());
      return verb;
    }
    if (piece.group("not") != null) {
      assign(kept, last());
      return verb;
    }
    if (piece.group("keep") != null || piece.group("off") != null) {
      Set<String> done = piece.group("keep") != null ? kept : off;
      String back = piece.group("back").strip();
      if (back.isEmpty() || open.isEmpty()) {
        return done;
      }
      assign(done, back.endsWith("s") || back.equals("them") ? List.copyOf(open) : last());
      open.clear();
      return null;
    }
    List<String> named = named(piece);
    if (verb != null) {
      assign(verb, named);
      open.clear();
    }
    open.addAll(named);
    return verb;
  }

  private List<String> last() {
    return open.isEmpty() ? List.of() : List.of(open.getLast());
  }

  private void assign(Set<String> to, List<String> named) {
    (to == off ? kept : off).removeAll(named);
    to.addAll(named);
  }

  private List<String> named(MatchResult piece) {
    if (piece.group("code") != null) {
      return List.of(piece.group("code"));
    }
    if (piece.group("other") != null) {
      return codes.stream().filter(code -> !off.contains(code) && !kept.contains(code)).toList();
    }
    return List.of(piece.group("first") != null ? codes.getFirst() : codes.getLast());
  }

  /** In the order they were named; empty unless several are named and some are to be called off. */
  static List<String> calledOff(String message) {
    SeveralReferences said = new SeveralReferences(message);
    return said.codes.size() < 2
        ? List.of()
        : said.off.stream().map(code -> code.toUpperCase(Locale.ROOT)).toList();
  }

  /** Whether a booking is named. */
  static boolean named(String message) {
    return !new SeveralReferences(message).codes.isEmpty();
  }

  /** For each that is to be called off a message of its own; none if not several are named. */
  static List<String> apart(String message, Turn turn) {
    List<String> codes = calledOff(message);
    if (codes.isEmpty()) {
      return codes;
    }
    Words words = Words.of(message);
    boolean english =
        LanguageWords.of(words, turn.memory().tongue, turn.otherwise()) == Tongue.ENGLISH;
    String name = NameWords.introduced(words);
    String whose = name == null ? "" : (english ? ", under " : ", a nombre de ") + name;
    String off = english ? "cancel booking " : "cancela la reserva ";
    return codes.stream().map(code -> off + code + whose).toList();
  }
}
