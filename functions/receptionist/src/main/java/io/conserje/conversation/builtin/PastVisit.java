package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;

/**
 * A visit that is over and something that was wrong with it, told without a word of blame: {@code
 * we ate at yours on Wednesday and there was a hair in my soup}.
 */
final class PastVisit {

  private static final String WHEN =
      "(?:ayer|anoche|anteanoche|anteayer|antier|el otro dia|la otra noche|el finde|el (?:\\w+ )?pasado|la semana pasada|hace (?:\\w+ ){1,2}dias|(?:el|este) (?:lunes|martes|miercoles|jueves|viernes|sabado|domingo))";

  private static final String WENT =
      "(?:cen(?:e|amos|aron)|com(?:i|imos|ieron)|estuv(?:e|imos|ieron)|fu(?:i|imos|eron)|ped(?:i|imos)|celebramos|reservamos|me (?:toco|trajeron|sirvieron|pusieron)|nos (?:toco|trajeron|sirvieron|pusieron|sirvio|trajo|hicieron))";

  private static final FilteredPattern VISIT =
      FilteredPattern.compile(
          "\\b(?:(?:we|i|my \\w+|the \\w+ of us) (?:ate|dined|lunched|had (?:dinner|lunch|a meal|a table|our|the)|were (?:at|in|there|with you|served|given)|was (?:at|in|there|served|given)|went|came|visited|celebrated|ordered)"
              + "|(?:your|the) (?:waiter|waitress|staff|manager|lady|guy|man|woman|kitchen|cook|chef) (?:just |only |simply |even )?(?:\\w+ed|told|said|brought|came|went|took|made|left|laughed|spilt)"
              + "|"
              + WHEN
              + "\\b.{0,40}\\b"
              + WENT
              + "|"
              + WENT
              + "\\b.{0,40}\\b"
              + WHEN
              + "|(?:vuestro|vuestra|su|el|la) (?:camarer[oa]|meser[oa]|mozo|moza|encargad[oa]|chic[oa]|senora|senor|metre|maitre) (?:nos|me|ni|se|encima|solo) \\w+)\\b");

  private static final FilteredPattern WRONG =
      FilteredPattern.compile(
          "\\b(?:hairs?|cold|raw|dirty|filthy|rude|shrug\\w*|ignor\\w+|wait(?:ed|ing)|fly|bugs?|insects?|cockroach\\w*|slug|worm|sick|ill|poison\\w*|stale|burnt|burned|overcooked|undercooked|overcharg\\w*|awful|terrible|horrible|disgust\\w*|laughed|sneered|rolled (?:his|her|their) eyes|stain\\w*|sticky|smelly|mould\\w*|spilt|spilled|glass in|plastic"
              + "|pelos?|crud[oa]s?|(?:estab\\w+|llego|llegaron|sirvieron|trajeron|todo|sopa|comida|plato|carne|croquetas) .{0,12}fri[oa]s?|suci[oa]s?|mugrient[oa]s?|borde|bordes|moscas?|bichos?|cucarachas?|gusanos?|fatal|horrible|quemad[oa]s?|ranci[oa]|plastico|vomit\\w+|diarrea|intoxic\\w+|ni caso|encogi\\w+|una hora|hora y (?:media|cuarto|pico)|maleducad\\w+|desastre|vergonzos\\w+|decepci\\w+|asco|asqueros\\w+|se (?:rio|rieron)|de malas|malas (?:maneras|formas)|pegajos\\w+|manchad\\w+)\\b");

  private PastVisit() {}

  static boolean complains(String text) {
    String plain = Tokens.plain(text);
    return VISIT.matcher(plain).find() && WRONG.matcher(plain).find();
  }
}
