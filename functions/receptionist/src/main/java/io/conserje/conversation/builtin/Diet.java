package io.conserje.conversation.builtin;

import java.util.regex.Pattern;

/** What the kitchen has to know of a guest, and what the guest should then know of the kitchen. */
final class Diet {

  private static final Pattern WORDS =
      Pattern.compile(
          "alerg|celiac|intoleran|vegan|vegetarian|gluten|lactos|frutos secos|allerg|coeliac|nut");

  private Diet() {}

  static boolean in(String notes) {
    return notes != null && WORDS.matcher(Tokens.plain(notes)).find();
  }
}
