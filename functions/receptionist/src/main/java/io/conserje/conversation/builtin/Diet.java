package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.util.regex.Matcher;

/** What the kitchen has to know of a guest, and what the guest should then know of the kitchen. */
final class Diet {

  private static final FilteredPattern WORDS =
      FilteredPattern.compile(
          "alerg|celiac|intoleran|vegan|vegetarian|gluten|lactos|frutos secos|allerg|coeliac|\\bnuts?\\b");

  /** Without a name for it: {@code dos no comen cerdo}. */
  private static final FilteredPattern DOES_NOT_EAT =
      FilteredPattern.compile(
          "\\b(?:no|ni) (?:com(?:e|o|en|emos)|pued\\w+ comer|prueb\\w+) (?:nada de )?\\w+|\\b(?:do ?n ?t|does ?n ?t|can ?t|cannot|not) eat (?!out|here|there|much|late|early|before|after|until)\\w+");

  private static final FilteredPattern POINTS =
      FilteredPattern.compile(
          "^(?:lo de )?(?:la|las|esa|su|mi|the|that|his|her|my|their|our)? ?(?:alergias?|intolerancias?|allerg(?:y|ies)|intolerances?)$"
              + "|\\b(?:la|the|esa|su) (?:silla|chair)(?! (?:de|alta|para)\\b)");

  /** How it was asked about, which is no part of it. */
  private static final FilteredPattern ASKED =
      FilteredPattern.compile(
          "(?i)^(?:(?:(?:one )?of )?us (?:has|have)|(?:se puede|podemos|can (?:we|i)) .*? (?:con|with|in)) ");

  private Diet() {}

  private static final FilteredPattern WORD =
      FilteredPattern.compile(
          "\\w*(?:alerg|celiac|intoleran|vegan|vegetarian|gluten|lactos|allerg|coeliac)\\w*");

  private static final FilteredPattern NO_MEAT =
      FilteredPattern.compile(
          "\\b(?:no|ni) (?:com\\w+|prueb\\w+) (?:nada de )?(?:carne|animal\\w*)|sin carne\\b|\\b(?:do ?n ?t|does ?n ?t|not) eat (?:any )?meat\\b|\\bmeat ?free\\b");

  /** What the house may be asked of it, where it knows nothing of what was asked; or empty. */
  static String asked(String said, Tongue tongue) {
    String plain = Tokens.plain(said);
    if (NO_MEAT.matcher(plain).find()) {
      return tongue == Tongue.ENGLISH ? "vegetarian dishes" : "platos vegetarianos";
    }
    Matcher word = WORD.matcher(plain);
    return word.find() ? word.group() : "";
  }

  static boolean in(String notes) {
    return notes != null && WORDS.matcher(Tokens.plain(notes)).find();
  }

  /** Whether somebody is said to have one, by whatever name. */
  static boolean told(String said) {
    return in(said) || DOES_NOT_EAT.matcher(Tokens.plain(said)).find();
  }

  /** {@code please note the allergy}: the one that was asked about before. */
  static String meant(String notes, String before) {
    boolean points = notes != null && POINTS.matcher(Tokens.plain(notes)).find();
    String told = points ? Extras.notes(Words.of(before)) : null;
    return told == null ? notes : ASKED.matcher(told).replaceFirst("");
  }
}
