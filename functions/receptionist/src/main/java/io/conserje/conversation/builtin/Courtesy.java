package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;

/** Politeness that would read as a complaint: {@code disculpe la molestia}. */
final class Courtesy {

  private static final FilteredPattern SORRY =
      FilteredPattern.compile(
          "(?iu)\\b(?:disculp[ea](?:n|me|d)?|perd[oó]n(?:e|en|a|ad)?(?:me)?|sorry|apologies|apologise|siento|lamento|qu[eé] pena|me da (?:mucha )?(?:pena|cosa|apuro))[, ]+"
              + "(?:(?:por|for) )?(?:(?:la|las|tanta) molestias?|(?:que|si) (?:(?:le|te|os|les|los|la) )?molest[eo]|(?:molestar|preguntar|pedir|interrumpir)(?:l[eoa]s?|te|os)?|con (?:usted(?:es)?|vos|contigo|vosotros)"
              + "|to (?:bother|trouble|disturb)(?: you)?|(?:bothering|disturbing|troubling)(?: you)?|the (?:bother|trouble))"
              + "[.,;!]?\\s*");

  /**
   * {@code antes de que se me olvide}, {@code te molesto con una consulta}: nothing is meant by it.
   */
  private static final FilteredPattern BY_THE_WAY =
      FilteredPattern.compile(
          "(?iu)\\b(?:antes (?:de )?(?:nada|que se me (?:olvide|pase)|que (?:me |lo )olvide)|before i forget"
              + "|nunca (?:he|hab[ií]a|hab[ií]amos|hemos) (?:reservado|escrito|usado)[^.!?,;\\n]{0,30}"
              + "|(?<!no )(?:te|le|les|los|os) molesto (?:con|por|para|un)(?: (?:algo|un|una|poquito|momento|momentito|segundo|cosa|cosita|consulta|pregunta|duda))*)[.,;:!]?\\s*");

  /** {@code sorry for my english, it is not so good}, {@code perdón por las faltas}. */
  private static final FilteredPattern HOW_IT_IS_SAID =
      FilteredPattern.compile(
          "(?iu)(?:\\b(?:disculp\\p{L}+|perd[oó]n\\p{L}*|sorry|excuse|apologies|apologise|forgive|siento|lamento)\\b[^.!?\\n]{0,20}\\b(?:english|spanish|ingl[eé]s|espa[nñ]ol|castellano|typos?|mistakes|spelling|autocorrect|faltas?|dedazos|ortograf[ií]a|errores|autocorrector)\\b"
              + "|\\b(?:my|mi) (?:english|spanish|ingl[eé]s|espa[nñ]ol)\\b[^.!?\\n]{0,12}\\b(?:bad|poor|terrible|rusty|awful|not (?:so |very |that )?good|malo|fatal|regular|no es (?:muy )?bueno))[^.!?\\n]*(?:[.!?\\n]+\\s*|$)");

  /** "Perdona, me había entrado una llamada. …" */
  private static final FilteredPattern KEPT_WAITING =
      FilteredPattern.compile(
          "(?iu)\\b(?:disculp[ea](?:n|me|d)?|perd[oó]n(?:e|en|a|ad)?(?:me)?|sorry|apologies)[, ]+(?:but |pero |que |es que )?"
              + "(?=[^.!?;\n]*\\b(?:llamada|tel[eé]fono|colgado|ocupad[oa]|cobertura|bater[ií]a|cortad[oa]|timbre|puerta|despistad[oa]|distra[ií]d[oa]|tardar|(?:a|the|another|my) (?:phone|call)"
              + "|cut off|battery|signal|doorbell|distracted|busy|the wait|late reply|meeting|reuni[oó]n)\\b)[^.!?;\n]*(?:[.!?;\n]\\s*|$)");

  /** {@code …, no nos quitéis la mesa}: who asks for that wants it kept. */
  private static final FilteredPattern KEEP_IT =
      FilteredPattern.compile(
          "(?iu)(?<=[\\p{L}\\d])[,.;]?\\s+(?:y |por favor,? |please,? |and |pero )?(?:no (?:nos|me) (?:(?:la )?(?:quit[eé]is|quiten|quites|d[eé]is|den|anul[eé]is|anulen|cancel[eé]is|cancelen))(?: la (?:mesa|reserva))?|(?:don'?t|do not) (?:give|let)\\b[^.,;]{0,12}\\b(?:table|it)(?: away| go)?)\\b[^.,;]{0,15}");

  private Courtesy() {}

  static String without(String said) {
    String calm = HOW_IT_IS_SAID.matcher(said).replaceFirst("");
    calm = BY_THE_WAY.matcher(SORRY.matcher(calm).replaceAll("")).replaceAll("");
    String rest = KEPT_WAITING.matcher(calm).replaceFirst("");
    rest = KEEP_IT.matcher(rest).replaceFirst("");
    return rest.isBlank() ? said : rest;
  }
}
