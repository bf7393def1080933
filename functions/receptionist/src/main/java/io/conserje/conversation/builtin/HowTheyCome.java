package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;

/** {@code voy con furgoneta}: how a guest comes, or with what, is nobody's name. */
final class HowTheyCome {

  private static final FilteredPattern WITH =
      FilteredPattern.compile(
          "\\b(?:voy|vamos|vengo|venimos|ire|iremos|llevo|llevamos|traigo|traemos) (?:con|en|un|una)\\b");

  private HowTheyCome() {}

  static boolean in(String text) {
    return WITH.matcher(Tokens.plain(text)).find();
  }
}
