package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.util.EnumSet;
import java.util.Set;

/** Answers of a word or two that say yes or no without saying so. */
final class ShortAnswers {

  private static final FilteredPattern TOO =
      FilteredPattern.compile(
          "\\b(?:(?:muy|demasiado|algo|tan|bastante|un poco) (?:tarde|pronto|temprano)|(?:too|(?:a )?(?:bit|little)) (?:late|early)|(?:no|ni) (?:llegamos|llego|podemos|puedo|alcanzamos)|en la cama|es (?:muy )?tarde|imposible"
              + "|no (?:nos|me) (?:encaja|cuadra|apana)\\w*)\\b");

  private static final FilteredPattern NOTHING =
      FilteredPattern.compile(
          "\\W*(?:no,? |pues |ah,? )*(?:nada(?: mas)?(?: especial| de nada)?|ningun[ao]|eso es todo|nothing(?: else| special)?|none|nope)(?:,? (?:gracias|thanks|por ahora))?\\W*");

  private static final FilteredPattern BUT =
      FilteredPattern.compile(
          "\\b(?:(?:todo|esta) (?:bien|correcto|perfecto|ok)?,? ?(?:menos|salvo|excepto)|(?:all|everything|its) ?(?:fine|good|right|correct|ok)?,? (?:except|apart from|but)) (?:el|la|lo|los|the|for)\\b");

  /** Who has none, or does not know it, where it was asked for. */
  private static final FilteredPattern LACKS =
      FilteredPattern.compile(
          "\\b(?:no (?:l[ao] |me |lo |las |los )?(?:tengo|tenemos|uso|usamos|recuerdo|acuerdo|encuentro|se|sabemos|dispongo)|ni idea|l[ao] (?:perdi|he perdido)|(?:dont|do not) (?:have|know|remember|use)|havent got|no idea|cant (?:find|remember)|lost it|forgot it)\\b");

  private static final FilteredPattern NO_ADDRESS =
      FilteredPattern.compile(
          "^\\W*(?:(?:no|sin|ni) (?:\\w+ )?(?:e ?mail|mail|correo)(?: \\w+)?|no (?:tengo|uso)|(?:i )?(?:dont|don t|do not) have (?:one|(?:an )?e ?mail)|i havent got one)\\W*$");

  private static final Set<String> MISTYPED =
      Set.of(
          "zi", "ci", "xi", "sy", "si", "sii", "is", "yse", "eys", "ys", "ye", "yas", "yis", "yrs",
          "yed");

  /** Long enough that a slip makes no other word of them. */
  private static final Set<String> YESES =
      Set.of(
          "claro",
          "perfecto",
          "corecto",
          "exacto",
          "confirmo",
          "adelante",
          "genial",
          "perfect",
          "corect",
          "confirm",
          "great");

  private static final Set<Asked> FOR_A_THING = EnumSet.of(Asked.EMAIL, Asked.REFERENCE);

  private ShortAnswers() {}

  /** {@code no la tengo a mano}, where it was asked for. */
  private static boolean lacks(Words words, Asked asked) {
    return FOR_A_THING.contains(asked) && LACKS.matcher(Tokens.plain(words.text())).find();
  }

  /** {@code no email}, of whom none was asked for. */
  static boolean lacksAddress(String text) {
    return NO_ADDRESS.matcher(Tokens.plain(text)).find();
  }

  /** {@code uf, muy tarde}, where hours were offered; {@code todo bien menos la hora}. */
  static boolean refuses(Words words, Asked asked, TimeWish time) {
    String plain = Tokens.plain(words.text());
    return lacks(words, asked)
        || asked == Asked.OFFER && time == null && TOO.matcher(plain).find()
        || asked == Asked.CONFIRM && BUT.matcher(plain).find();
  }

  /** {@code zi}, {@code yse}: a yes of one word, mistyped, where nothing but yes or no is asked. */
  static boolean slipped(Words words, Asked asked) {
    boolean alone = words.size() == 1 && (asked == Asked.CONFIRM || asked == Asked.CANCEL_CONFIRM);
    String bare = alone ? words.bare(0).replaceAll("(.)\\1+", "$1") : "";
    return MISTYPED.contains(bare)
        || asked == Asked.CONFIRM
            && bare.length() > 1
            && !FirstNames.has(bare)
            && YESES.stream().anyMatch(yes -> OneSlip.between(yes, bare));
  }

  /** {@code nada más}, where the guest was asked what else there is to know. */
  static boolean nothing(Words words) {
    return NOTHING.matcher(Tokens.plain(words.text())).matches();
  }
}
