package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;

/**
 * A question that is only about what was said just before, what somebody has or does not eat, or
 * what it costs: {@code ¿lo controláis?}, {@code would I find something to eat?}
 */
final class CareAsked {

  private static final String LEAD = "^\\W*(?:(?:y|e|pero|and|but|so|eso|con eso|entonces)\\W+)*";

  private static final String CARE =
      "(?:control|manej|cuid|vigil|mir|atend|atiend|evit|adapt|prepar|gestion|contempl|respet|cubr|llev)\\w*";

  private static final FilteredPattern OF_IT =
      FilteredPattern.compile(
          LEAD
              + "(?:(?:lo|la|los|las|eso|esto)(?: \\w+)? (?:"
              + CARE
              + "|ten(?:eis|en|es) (?:en cuenta|controlad\\w+|presente)|hac\\w+|pod\\w+)(?: (?:bien|en cocina|ahi|aqui|ustedes|vosotros))?"
              + "|(?:teneis|tenes|tien(?:en|es|e)|tendr\\w+|van a tener|vais a tener)(?: mucho| algo de)? (?:cuidado|en cuenta|presente)(?: \\w+){0,4}"
              + "|(?:pod(?:eis|riais|rian)|pueden?|puedes|sab(?:eis|en))(?: \\w+){0,2} (?:con eso|(?:"
              + CARE
              + ")|hacer algo|tenerlo en cuenta|encargar\\w+)(?: (?:eso|esto|en cocina))?"
              + "|(?:os|se) (?:apan|arregl|manej)\\w+(?: (?:bien|con eso))*"
              + "|(?:can|could|do|would|will|are|is) (?:you|it|the kitchen|that|this|your \\w+)(?: be)?(?: able to)? (?:handle|manage|deal with|cope|cater|accommodate|careful|take care|work around|avoid|do|safe)\\w*(?: (?:with|for|of|that|it|this|them|her|him|there)){0,3}"
              + "|is (?:that|it|this) something you(?: can| could)? \\w+(?: \\w+){0,2}"
              + "|(?:habra|habria|hay|teneis|tienen|encontrar\\w+|queda\\w*)(?: \\w+)? (?:algo|opciones|alguna opcion|alternativas?|cosas?)(?: (?:que|para|pueda\\w*|el|ella|mi|nosotr\\w+|comer|tomar|pedir|elegir|cenar|en|la|carta|rico|bueno|de|puedo|puede)){0,4}"
              + "|que (?:puede|podria|podra|puedo|podre|pueden|podemos) (?:comer|tomar|pedir|cenar|elegir)(?: (?:el|ella|alli|ahi|aqui))?"
              + "|(?:would|will|could|can|is|are|do)(?: (?:i|he|she|they|we|you|there))?(?: (?:still|be able to|be|have))* (?:find |have |get |eat |be )?(?:something|anything|enough|options?|plenty|much|choices?)(?: (?:to|i|he|she|they|we|can|could|eat|order|have|for|me|him|her|them|us|on|the|menu|there|else)){0,5}"
              + "|how (?:careful|strict|good|serious|seriously) (?:is|are|do)(?: \\w+){1,6}|(?:como de |que tan )(?:cuidados\\w+|estrict\\w+|seri\\w+) (?:sois|son|es)(?: \\w+){0,5}"
              + "|what (?:can|could|would) (?:i|he|she|they|we)(?: \\w+)? (?:eat|have|order))\\W*$");

  private static final FilteredPattern PRICE =
      FilteredPattern.compile(
          LEAD
              + "(?:(?:a|por) (?:cuanto|como)(?: (?:lo|la|los|las|nos|me))* (?:teneis|tenes|tien(?:en|es|e)|esta|estan|sal\\w+|va|anda|queda|viene|pon\\w+|dej\\w+)(?: (?:hoy|ahora|ahi|por persona|por cabeza|mas o menos)){0,2}|how much do you \\w+ (?:it|that|them) for)\\W*$");

  private CareAsked() {}

  static boolean ofPrice(String sentence) {
    return PRICE.matcher(Tokens.plain(sentence.strip())).find();
  }

  static boolean in(String sentence) {
    return OF_IT.matcher(Tokens.plain(sentence.strip())).find() || ofPrice(sentence);
  }
}
