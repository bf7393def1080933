package io.conserje.conversation.builtin;

import java.util.regex.Pattern;

/** What the kitchen has to know of a guest, and what the guest should then know of the kitchen. */
final class Diet {

  private static final Pattern WORDS =
      Pattern.compile(
          "alerg|celiac|intoleran|vegan|vegetarian|gluten|lactos|frutos secos|allerg|coeliac|nut");

  private static final Pattern OURS =
      Pattern.compile(
          "\\b(?:soy|somos|tengo|tenemos|mi|mis|nuestr\\w+|(?:uno|una|dos) de nosotr[oa]s|my|our|im|i am|i have|we have|one of us|two of us)\\b");

  private Diet() {}

  /**
   * {@code mi hija es celíaca, ¿tenéis algo?}, of who has not begun to book; or an empty string.
   */
  static String told(Understanding heard, String text) {
    boolean ours = in(heard.notes()) && OURS.matcher(Tokens.plain(text)).find();
    return ours ? heard.notes() : "";
  }

  static boolean in(String notes) {
    return notes != null && WORDS.matcher(Tokens.plain(notes)).find();
  }
}
