package io.conserje.conversation.builtin;

import java.util.regex.Pattern;

/** Answers of a word or two that say yes or no without saying so. */
final class ShortAnswers {

  private static final Pattern TOO =
      Pattern.compile(
          "\\b(?:(?:muy|demasiado|algo|tan) (?:tarde|pronto|temprano)|too (?:late|early)|es (?:muy )?tarde|imposible"
              + "|no (?:nos|me) (?:encaja|cuadra|apana)\\w*)\\b");

  private static final Pattern NOTHING =
      Pattern.compile(
          "\\W*(?:no,? |pues |ah,? )*(?:nada(?: mas)?(?: especial| de nada)?|ningun[ao]|eso es todo|nothing(?: else| special)?|none|nope)(?:,? (?:gracias|thanks|por ahora))?\\W*");

  private static final Pattern BUT =
      Pattern.compile(
          "\\b(?:(?:todo|esta) (?:bien|correcto|perfecto|ok)?,? ?(?:menos|salvo|excepto)|(?:all|everything|its) ?(?:fine|good|right|correct|ok)?,? (?:except|apart from|but)) (?:el|la|lo|los|the|for)\\b");

  private ShortAnswers() {}

  /** {@code uf, muy tarde}, where hours were offered; {@code todo bien menos la hora}. */
  static boolean refuses(Words words, Asked asked, TimeWish time) {
    String plain = Tokens.plain(words.text());
    return asked == Asked.OFFER && time == null && TOO.matcher(plain).find()
        || asked == Asked.CONFIRM && BUT.matcher(plain).find();
  }

  /** {@code nada más}, where the guest was asked what else there is to know. */
  static boolean nothing(Words words) {
    return NOTHING.matcher(Tokens.plain(words.text())).matches();
  }
}
