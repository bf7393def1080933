package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands and is only told: {@code aparte de la mesa del viernes, querría otra el domingo}. */
final class Beside {

  private static final FilteredPattern WHAT_STANDS =
      FilteredPattern.compile(
          "(?iu)\\b(?:aparte|adem[aá]s) de (?:la|las|lo|mi|mis|nuestra|una) [^,.;]{3,60}?(?=[,.;]| (?:quer[ií]|quis|quier|necesit"
              + "|me gustar|nos gustar|reserv|p[oó]n|haz))"
              + "|\\b(?:apart from|besides|as well as|in addition to|on top of) (?:the|my|our) [^,.;]{3,60}?(?=[,.;]"
              + "| (?:i|we|could|can|please|i'd|we'd) )");

  /** {@code I'm already booked in 9-11 December}, a sentence of its own. */
  private static final FilteredPattern ALREADY =
      FilteredPattern.compile(
          "(?iu)[^.;!?\\n]*\\b(?:already (?:booked|have|got|staying)|ya (?:tengo|tenemos|he reservado|hemos reservado|reserv[eé]))\\b[^.;!?\\n]*\\d[^.;!?\\n]*[.;!\\n]");

  /** {@code Ya tengo mesa el 27. Quería otra aparte}: the first sentence tells of what stands. */
  private static final FilteredPattern STANDS =
      FilteredPattern.compile(
          "(?iu)^(.{0,40}?)\\b(?:ya (?:tengo|tenemos|ten[ií]amos|hice|hicimos)|tengo ya|tenemos ya|(?:tengo|tenemos|hice|hicimos) (?:una |la )?(?:mesa|reserva)"
              + "|(?:i|we)(?:'ve| have)? (?:already )?(?:have|got|booked|made) (?:already )?(?:a|one) (?:table|booking|reservation)|(?:i|we)(?:'ve| have) already (?:got|booked))\\b[^.;,\\n]{0,60}(?:[.;,\\n]+\\s*|\\s+(?=(?:pero|y|but|and)\\b))(.+)$",
          Pattern.DOTALL);

  private static final FilteredPattern ONE_MORE =
      FilteredPattern.compile(
          "\\b(?:otra|una segunda|another|a second)\\b(?! (?:persona|hora|fecha|noche|trona|silla|cosa|person|day|time|hour|guest|one of|zona|opcion|chair|high))|\\botra mesa\\b"
              + "|\\b(?:ademas|aparte|tambien|also)\\b.{0,30}\\b(?:coger|reservar|pedir|book|reserve|una|a) ?(?:una )?(?:mesa|table)?\\b(?=.{0,20}\\b(?:para|for|mesa|table)\\b)");

  /** {@code no quiero reservar, solo saber si hay wifi}: of a booking nothing is said. */
  private static final FilteredPattern NO_BOOKING =
      FilteredPattern.compile(
          "(?iu)\\b(?:(?:todav[ií]a|a[uú]n|de momento|por ahora) )?(?:no (?:quiero|quer[ií]a|queremos|quisiera|es para|busco|vengo a|voy a|pretendo) (?:hacer (?:una |ninguna )?)?reserv\\p{L}+(?: (?:nada|todav[ií]a|a[uú]n|por ahora|ahora|mesa|habitaci[oó]n))?"
              + "|(?:i'?m |we'?re |i do|we do)?n[o']t (?:looking to |want to |trying to |here to )?(?:book|booking|reserv\\p{L}+)(?: anything| a table| a room)?(?: yet| now| today)?)"
              + "(?:[,.;:]+| y| pero| but| and)? *(?:es |era |quiero |quer[ií]a )?(?:s[oó]lo|solamente|[uú]nicamente|i |we )?(?: ?(?:just|only))? *(?:me gustar[ií]a |quiero |quer[ií]a |es |para |want |wanted |wanting )?(?:to )?(?:saber|preguntar|consultar|una (?:pregunta|duda|consulta)|know|ask|wonder(?:ing)?|asking|a question)\\b(?: (?:si|if|whether))?[,:]? *");

  /** {@code me tengo que ir un día antes, ¿qué hago?}: what was told before is what it is about. */
  private static final FilteredPattern WHAT_TO_DO =
      FilteredPattern.compile(
          "(?iuU)(?<=\\p{L}{2} ?\\p{L}{2})[,.;:]?\\s+¿?(?:(?:y|and|so),? )?(?:qu[eé] (?:hago|hacemos|puedo hacer|podemos hacer|debo hacer|tengo que hacer|hay que hacer)|c[oó]mo (?:lo )?(?:hago|hacemos)|what (?:do|should|can|shall|must) (?:i|we) do|how do (?:i|we) (?:do (?:it|that)|go about (?:it|that)))(?: (?:ahora|now|about (?:it|that)))?\\W*$");

  /** {@code la cena de navidad de la oficina, un jueves}: what is celebrated, and no day. */
  private static final FilteredPattern OF_WORK =
      FilteredPattern.compile(
          "(?iu)\\b(cenas?|comidas?|fiestas?|almuerzos?)(?: de)? (?:la )?(?:navidad|navide[nñ]\\p{L}+)(?= (?:de (?:la |mi |nuestra |l[oa]s )?(?:oficina|empresa|trabajo|curro|equipo|compañer|departamento|amig|cole)|del (?:trabajo|curro|equipo|departamento|cole|insti|gimnasio|club)|con (?:l[oa]s |mis |el |la )?(?:compañer|amig|equipo|oficina|gente|chic)))"
              + "|\\b((?:office|work|works|company|team|staff)(?:'s)?) (?:christmas|xmas)(?= (?:do|party|dinner|lunch|meal)\\b)");

  private Beside() {}

  static String without(String message) {
    String undated = OF_WORK.matcher(message).replaceAll("$1$2");
    String told = WHAT_TO_DO.matcher(undated).replaceFirst("");
    String asked = NO_BOOKING.matcher(told).replaceFirst("");
    return whatStands(WouldTell.without(asked.isBlank() ? message : asked));
  }

  private static String whatStands(String text) {
    Matcher stands = STANDS.matcher(text);
    if (stands.matches() && ONE_MORE.matcher(Tokens.plain(stands.group(2))).find()) {
      return stands.group(1) + stands.group(2);
    }
    String besides = RoomsWanted.another(text) ? ALREADY.matcher(text).replaceFirst("") : text;
    String rest = WHAT_STANDS.matcher(besides).replaceFirst("");
    return rest.isBlank() ? text : rest;
  }
}
