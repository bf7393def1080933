package io.conserje.conversation.builtin;

import java.util.regex.Pattern;

/** Politeness that would read as a complaint: {@code disculpe la molestia}. */
final class Courtesy {

  private static final Pattern SORRY =
      Pattern.compile(
          "(?iu)\\b(?:disculp[ea](?:n|me|d)?|perd[oó]n(?:e|en|a|ad)?(?:me)?|sorry|apologies|apologise|siento|lamento)[, ]+"
              + "(?:(?:por|for) )?(?:(?:la|las|tanta) molestias?|(?:que|si) (?:le|te|os|les) molest[eo]|molestar(?:le|te|os|les)?"
              + "|to (?:bother|trouble|disturb)(?: you)?|(?:bothering|disturbing|troubling)(?: you)?|the (?:bother|trouble))"
              + "[.,;!]?\\s*");

  private Courtesy() {}

  static String without(String said) {
    String rest = SORRY.matcher(said).replaceAll("");
    return rest.isBlank() ? said : rest;
  }
}
