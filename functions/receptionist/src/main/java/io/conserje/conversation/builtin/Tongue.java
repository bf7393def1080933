package io.conserje.conversation.builtin;

import java.util.Locale;

/** The languages this model speaks. */
enum Tongue {
  SPANISH("es"),
  ENGLISH("en");

  final String code;
  final Locale locale;

  Tongue(String code) {
    this.code = code;
    this.locale = Locale.of(code);
  }

  static Tongue of(String code) {
    return code != null && code.startsWith("en") ? ENGLISH : SPANISH;
  }
}
