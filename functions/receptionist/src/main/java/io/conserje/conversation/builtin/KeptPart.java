package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;

/** What of a change that is read back is not to be changed after all, and what stays as it was. */
final class KeptPart {

  private static final String KEEP =
      "(?:deja(?:d|me|nos|mos)?|deje(?:n|me)?|mant[ei]en\\w*|manten\\w*|conserva\\w*|no (?:me |nos )?(?:cambi\\w+|toqu\\w+|muev\\w+)|leave|keep|don ?t (?:change|touch|move)|do not (?:change|touch|move))";

  private static final String AS_WAS =
      "(?:como (?:estaba|esta)|igual|la misma|el mismo|as (?:it (?:was|is)|before)|the same|where it (?:was|is)|unchanged|alone)";

  private static final FilteredPattern ALL =
      FilteredPattern.compile(
          "\\b(?:como (?:estaba|esta)|dejal[ao]|dejadl[ao]|dejel[ao]|lo dejamos|leave it|as it (?:was|is)|keep it|nothing(?: else)?|no changes?)\\b");

  private static final FilteredPattern TIME = kept("(?:la )?hora|(?:the )?(?:time|hour)");
  private static final FilteredPattern DAY =
      kept("(?:el )?dia|(?:la )?fecha|(?:the )?(?:day|date)");
  private static final FilteredPattern PEOPLE =
      kept(
          "(?:el numero de )?(?:las )?personas|(?:los )?comensales|(?:the )?(?:people|party|(?:party )?size|numbers?|headcount)");

  private static FilteredPattern kept(String what) {
    return FilteredPattern.compile(
        "\\b(?:"
            + KEEP
            + " (?:"
            + what
            + ")|(?:"
            + what
            + ") (?:\\w+ )?(?:"
            + KEEP
            + "|"
            + AS_WAS
            + "|no\\b))");
  }

  private KeptPart() {}

  /** Whether nothing is to be changed. */
  static boolean all(String text) {
    return ALL.matcher(Tokens.plain(text)).find();
  }

  /** {@code no, leave it at eight}: what is named is what stands. */
  static boolean is(Found was, Understanding heard) {
    boolean time = heard.time() == null || was.isAt(heard.time());
    boolean day = heard.day() == null || was.isOn(heard.day().date());
    boolean party = heard.party() == null || heard.party().size() == was.party();
    return time && day && party && heard.zone() == null;
  }

  /** The change without what is to stay; the same where everything is, or nothing is said of it. */
  static Wish without(String text, Wish change) {
    String plain = Tokens.plain(text);
    Wish rest = TIME.matcher(plain).find() ? change.withTime(null) : change;
    rest = DAY.matcher(plain).find() ? rest.withDate(null) : rest;
    rest = PEOPLE.matcher(plain).find() ? rest.withParty(null) : rest;
    boolean nothing = !rest.begun() && rest.notes() == null && rest.name() == null;
    return nothing ? change : rest;
  }
}
