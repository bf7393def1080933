package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What a telephone that takes dictation writes for another word of the same sound; and {@code
 * cancelar con tarjeta}, which in America is to pay.
 */
final class Homophones {

  private static final String PEOPLE =
      "(?= (?:people|persons|person|of us|guests|adults|kids|pax)\\b)";

  private static final String NUMBERED =
      "(?=\\s*(?:$|[,.;!?\\n])| (?:people|persons|of us|guests|please|tonight|tomorrow|today|on|at|this|next|around|about|in|inside|outside|under)\\b)";

  private static final Map<FilteredPattern, String> MEANT = new LinkedHashMap<>();

  static {
    put(
        "\\b(table|booking|reservation|party|are|be|just|only|room) (for|of) (?:too|to)" + NUMBERED,
        "$1 $2 two");
    put("\\b(?:too|to)" + PEOPLE, "two");
    put("\\b(table|booking|reservation|party|room) (for|of) (?:for|fore)" + NUMBERED, "$1 $2 four");
    put("\\b(?:for|fore) (?=(?:people|persons|of us|guests)\\b)", "four ");
    put("\\b(at|past|to|about|around) ate\\b", "$1 eight");
    put("\\b(quarter|half) (passed) ", "$1 past ");
    put("\\b(one|two|three|four|five|six|seven|\\d) knights?\\b", "$1 nights");
    put("\\b(next|this|a) weak\\b", "$1 week");
    put("\\bsundae\\b", "sunday");
    put(
        "\\basta (?=(?:el|la|las|los|que|cuando|ma[nñ]ana|\\d+|lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo)\\b)",
        "hasta ");
    put("\\bh?avitaci(on|ón)|\\babitaci(on|ón)", "habitación");
    put("(?<![\\w@.'-])(?:q|k)(?= \\p{L}{2})", "que");
    put("\\bm (?:l?y|ll)amo\\b|\\bme yamo\\b", "me llamo");
    put("\\bvarat([ao]s?)\\b", "barat$1");
    put("\\bkier(o|e|en)\\b", "quier$1");
    put("\\bavita([cs])ion|\\babitasion|\\bhabitasion", "habitación");
    put("\\bdubbles?\\b|\\bdubles?\\b(?= (?:room|rom|bed))", "double");
    put("\\b(dubble|double|single|twin|family|a|the|hotel|one) rom(s?)\\b", "$1 room$2");
    put("\\b(gat|perr)ic([oa]s?)\\b", "$1it$2");
    put("\\bsingel\\b|\\bsingl\\b", "single");
    put("\\b(party|table|room) (of|for) ate\\b", "$1 $2 eight");
    put("\\bala una\\b", "a la una");
    put("\\bpa'?l\\b", "para el");
    put(
        "\\bpa'? (?=(?:la|los|las|el|hoy|ma[nñ]ana|esta|este|m[ií]|nosotr[oa]s|cenar|comer|un|una|dos|tres|cuatro|cinco|seis|\\d)\\b)",
        "para ");
    put(
        "\\bcancel(ar|as?|an?|amos|[oó]|aría|aria) (?=(?:(?:la|mi|nuestra|esa) cuenta|(?:tod[oa] )?(?:con|en|por) (?:la |una |mi )?(?:tarjetas?|efectivo|d[eé]bito|cr[eé]dito|transferencia|qr|cash|plata|d[oó]lares|bizum|yape|plin|nequi))\\b)",
        "pag$1 ");
  }

  private Homophones() {}

  private static void put(String heard, String meant) {
    MEANT.put(FilteredPattern.compile("(?iu)" + heard), meant);
  }

  static String mended(String text) {
    String mended = text;
    for (Map.Entry<FilteredPattern, String> word : MEANT.entrySet()) {
      mended = word.getKey().matcher(mended).replaceAll(word.getValue());
    }
    return mended;
  }
}
