package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.util.regex.Pattern;

/** Whose name a booking is in, as long as the guest has not said it. */
final class Naming {

  /** Letters of a word that may be a name written otherwise. */
  private static final int SHORTEST = 4;

  /** That a name is written otherwise. */
  private static final FilteredPattern RESPELLS =
      FilteredPattern.compile(
          "\\b(?:se escribe|escrit[oa]|deletre\\w+|(?:es|va|era) con|con (?:\\w+ )?(?:zeta|hache|be|uve|ve|ka|ene|jota|equis|i griega|i latina|ele|te|ese|ce|tilde|acento|[a-z]\\b)|sin (?:hache|acento|tilde|[a-z]\\b)|perd[oó]n|quise decir|me equivoque|lo escribi mal|spel(?:t|led|ling)|with (?:an? |one |two |double )?[a-z]\\b|(?:double|one) [a-z]\\b|sorry|i meant?|typo|misspel\\w+)");

  private static final FilteredPattern SURNAME =
      FilteredPattern.compile("\\b(?:apellidos?|surname|last name|family name)\\b");

  /** {@code Steven with a v}: of a name that was read back. */
  private static final FilteredPattern WRITTEN =
      FilteredPattern.compile(
          "\\b(?:with (?:an? )?(?:double )?[a-z]\\b|spelled|spelt|written|se escribe|con (?:una? )?(?:be|uve|ve|zeta|ka|hache|i griega|doble|[a-z]\\b))");

  private final Turn turn;
  private final Memory memory;

  Naming(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory();
  }

  boolean known() {
    return memory.wish.name() != null || memory.knownName != null || byChannel();
  }

  /** Puts the name into the wish that was used before, or that the channel knows. */
  void propose() {
    if (memory.knownName != null) {
      memory.wish = memory.wish.withName(memory.knownName);
    } else if (byChannel()) {
      memory.wish = memory.wish.withName(ofChannel());
    }
  }

  /** The name that is known, where a guest says only the beginning of it, or none. */
  static String fuller(String said, String known) {
    boolean whole =
        said == null || known != null && Tokens.plain(known).startsWith(Tokens.plain(said) + " ");
    return whole ? known : said;
  }

  /**
   * The whole name, where only what was wrong in it is said again: {@code el apellido es Aramburu}.
   */
  static String mended(String before, String said, String text) {
    if (before == null || said == null) {
      return said;
    }
    if (said.equals(before)) {
      return Surname.after(before, text);
    }
    String[] parts = before.split(" ");
    for (int i = 0; !said.contains(" ") && i < parts.length; i++) {
      if (denied(parts[i], text)) {
        parts[i] = said;
        return String.join(" ", parts);
      }
    }
    for (int i = 0; !said.contains(" ") && parts.length > 1 && i < parts.length; i++) {
      if (OneSlip.between(Tokens.plain(parts[i]), Tokens.plain(said))) {
        parts[i] = said;
        return String.join(" ", parts);
      }
    }
    boolean written = parts.length > 1 && WRITTEN.matcher(Tokens.plain(text)).find();
    if (written && FirstNames.has(Tokens.plain(said)) && FirstNames.has(first(before))) {
      return said + before.substring(parts[0].length());
    }
    boolean surname = SURNAME.matcher(Tokens.plain(text)).find() && !FirstNames.has(first(said));
    return surname && FirstNames.has(first(before)) ? parts[0] + " " + said : said;
  }

  /** Whether a name that was told is now written otherwise, whatever is asked meanwhile. */
  static boolean respells(Understanding heard, String text) {
    return heard.name() == null && RESPELLS.matcher(Tokens.plain(text)).find();
  }

  /** The name that was read back, with the part of it that is now written otherwise. */
  static String respelled(String name, String text) {
    Words words = Words.of(text);
    for (int i = 0; name != null && i < words.size(); i++) {
      String bare = words.bare(i);
      boolean another =
          bare.length() >= SHORTEST
              && !Vocabulary.knows(bare)
              && !Tokens.plain(name).contains(bare);
      for (String part : another ? name.split(" ") : new String[0]) {
        if (OneSlip.between(Tokens.plain(part), bare)) {
          return name.replace(part, WrittenName.spelled(words.said(i, i + 1)));
        }
      }
    }
    return name;
  }

  /** {@code Olivares no, Olivera}; {@code not Marsh, March}. */
  private static boolean denied(String part, String text) {
    String plain = Tokens.plain(text);
    return plain.contains(Tokens.plain(part) + " no,")
        || plain.matches("(?s).*\\bnot " + Pattern.quote(Tokens.plain(part)) + "\\b.*");
  }

  private static String first(String name) {
    return Tokens.plain(name.split(" ")[0]);
  }

  boolean byChannel() {
    return WrittenName.plausible(turn.request().guest().name());
  }

  String ofChannel() {
    String name = turn.request().guest().name().strip();
    return name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
  }

  /**
   * Asked whether all is right, a guest who gives the name that was read back, and nothing else,
   * says yes.
   */
  static Understanding agreeing(Understanding heard, Memory memory) {
    boolean sameName =
        memory.asked == Asked.CONFIRM
            && heard.name() != null
            && heard.name().equalsIgnoreCase(memory.wish.name())
            && heard.answer() == YesNo.NEITHER
            && !heard.wishes()
            && !heard.question();
    return sameName ? heard.withAnswer(YesNo.YES) : heard;
  }
}
