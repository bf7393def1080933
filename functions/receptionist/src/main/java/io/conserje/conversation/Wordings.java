package io.conserje.conversation;

import java.util.Locale;

/** The engine's wording by language; Spanish where it is not English. */
public final class Wordings {

  private static final Wording SPANISH = new SpanishWording();
  private static final Wording ENGLISH = new EnglishWording();

  private Wordings() {}

  public static Wording in(Locale language) {
    return language != null && language.getLanguage().equals("en") ? ENGLISH : SPANISH;
  }
}
