package io.conserje.conversation.builtin;

import java.util.regex.Pattern;

/** Politeness that would read as a complaint: {@code disculpe la molestia}. */
final class Courtesy {

  private static final Pattern SORRY =
      Pattern.compile(
          "(?iu)\\b(?:disculp[ea](?:n|me|d)?|perd[oó]n(?:e|en|a|ad)?(?:me)?|sorry|apologies|apologise|siento|lamento|qu[eé] pena|me da (?:mucha )?(?:pena|cosa|apuro))[, ]+"
              + "(?:(?:por|for) )?(?:(?:la|las|tanta) molestias?|(?:que|si) (?:le|te|os|les) molest[eo]|(?:molestar|preguntar|pedir|interrumpir)(?:l[eoa]s?|te|os)?|con (?:usted(?:es)?|vos|contigo|vosotros)"
              + "|to (?:bother|trouble|disturb)(?: you)?|(?:bothering|disturbing|troubling)(?: you)?|the (?:bother|trouble))"
              + "[.,;!]?\\s*");

  /** "Perdona, me había entrado una llamada. …" */
  private static final Pattern KEPT_WAITING =
      Pattern.compile(
          "(?iu)\\b(?:disculp[ea](?:n|me|d)?|perd[oó]n(?:e|en|a|ad)?(?:me)?|sorry|apologies)[, ]+(?:but |pero |que |es que )?"
              + "(?=[^.!?;\n]*\\b(?:llamada|tel[eé]fono|colgado|ocupad[oa]|cobertura|bater[ií]a|cortad[oa]|timbre|puerta|despistad[oa]|distra[ií]d[oa]|tardar|(?:a|the|another|my) (?:phone|call)"
              + "|cut off|battery|signal|doorbell|distracted|busy|the wait|late reply|meeting|reuni[oó]n)\\b)[^.!?;\n]*(?:[.!?;\n]\\s*|$)");

  /** {@code …, no nos quitéis la mesa}: who asks for that wants it kept. */
  private static final Pattern KEEP_IT =
      Pattern.compile(
          "(?iu)(?<=[\\p{L}\\d])[,.;]?\\s+(?:y |por favor,? |please,? |and |pero )?(?:no (?:nos|me) (?:(?:la )?(?:quit[eé]is|quiten|quites|d[eé]is|den|anul[eé]is|anulen|cancel[eé]is|cancelen))(?: la (?:mesa|reserva))?|(?:don'?t|do not) (?:give|let)\\b[^.,;]{0,12}\\b(?:table|it)(?: away| go)?)\\b[^.,;]{0,15}");

  private Courtesy() {}

  static String without(String said) {
    String rest = KEPT_WAITING.matcher(SORRY.matcher(said).replaceAll("")).replaceFirst("");
    rest = KEEP_IT.matcher(rest).replaceFirst("");
    return rest.isBlank() ? said : rest;
  }
}
