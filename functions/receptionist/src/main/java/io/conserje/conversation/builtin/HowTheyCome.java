package io.conserje.conversation.builtin;

import java.util.regex.Pattern;

/** {@code voy con furgoneta}: how a guest comes, or with what, is nobody's name. */
final class HowTheyCome {

  private static final Pattern WITH =
      Pattern.compile(
          "\\b(?:voy|vamos|vengo|venimos|ire|iremos|llevo|llevamos|traigo|traemos) (?:con|en|un|una)\\b");

  private HowTheyCome() {}

  static boolean in(String text) {
    return WITH.matcher(Tokens.plain(text)).find();
  }
}
