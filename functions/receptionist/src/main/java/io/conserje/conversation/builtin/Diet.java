package io.conserje.conversation.builtin;

import java.util.regex.Pattern;

/** What the kitchen has to know of a guest, and what the guest should then know of the kitchen. */
final class Diet {

  private static final Pattern WORDS =
      Pattern.compile(
          "alerg|celiac|intoleran|vegan|vegetarian|gluten|lactos|frutos secos|allerg|coeliac|nut");

  private static final Pattern POINTS =
      Pattern.compile(
          "^(?:lo de )?(?:la|las|esa|su|mi|the|that|his|her|my|their|our)? ?(?:alergias?|intolerancias?|allerg(?:y|ies)|intolerances?)$"
              + "|\\b(?:la|the|esa|su) (?:silla|chair)(?! (?:de|alta|para)\\b)");

  /** How it was asked about, which is no part of it. */
  private static final Pattern ASKED =
      Pattern.compile(
          "(?i)^(?:(?:(?:one )?of )?us (?:has|have)|(?:se puede|podemos|can (?:we|i)) .*? (?:con|with|in)) ");

  private Diet() {}

  static boolean in(String notes) {
    return notes != null && WORDS.matcher(Tokens.plain(notes)).find();
  }

  /** {@code please note the allergy}: the one that was asked about before. */
  static String meant(String notes, String before) {
    boolean points = notes != null && POINTS.matcher(Tokens.plain(notes)).find();
    String told = points ? Extras.notes(Words.of(before)) : null;
    return told == null ? notes : ASKED.matcher(told).replaceFirst("");
  }
}
