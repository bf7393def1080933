package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;

/** What guests say of leaving later and coming earlier. */
final class OtherHoursWords {

  private static final FilteredPattern LATE =
      FilteredPattern.compile(
          "\\b(?:late check.?out|check(?:ing)? ?.?out (?:late|later)|leave (?:the room )?(?:a bit |a little )?later|leave late|stay (?:in the room )?(?:a bit )?(?:longer|later) (?:on|that)|keep the room"
              + "|salida tardia|(?:salir|dejar la habitacion|irnos|marcharnos|irme|dejarla|check.?out) (?:un poco |algo )?mas tarde"
              + "|(?:salimos|saldremos|saldriamos|salir|salgo|saldre|(?:nos|me) (?:vamos|voy|iremos)|irnos|irme|marcharnos|marcharme|dejar la habitacion|dejarla|check.?out|leave|leaving|out)"
              + " (?:(?!\\d)\\w+ ){0,3}?(?:a|hasta|at|until|till|por) (?:la[s]? )?(?:12:[1-5]\\d|1[3-9]|una|dos|tres|cuatro|cinco|[1-6])(?::\\d\\d)?(?: ?pm)?(?! ?(?:am|st|nd|rd|th|de (?!la tarde)|noches?|nights?|dias?|days?|\\d|adult|pers|niñ|nin))\\b"
              + "|(?:hang on to|keep|hold on to|have|stay in) (?:it|the room|our room|the suite) (?:till|until|to) (?:1[2-9]|[1-6])(?: ?pm)?\\b(?!st|nd|rd|th| (?:dec|jan|nov|feb))"
              + "|(?:quedarnos|quedarme|estar|dejar la habitacion|salir|dejarla|check.?out) (?:en la habitacion )?(?:hasta|a) las? (?:1[2-9]|una|dos|tres|cuatro|cinco|[1-5])\\b)");
  private static final FilteredPattern EARLY =
      FilteredPattern.compile(
          "\\b(?:early check.?in|(?:subir|pasar|entrar|acceder|instalar\\w+) (?:ya |directamente |directos |directo )?(?:a|en) la habitacion (?:ya|o hay que esperar|o toca esperar|nada mas llegar|directamente|al llegar)|(?:subir|entrar|pasar) (?:ya|directamente|directos?) (?:a|en) la habitacion|(?:go|get) straight (?:up )?(?:in)?to (?:the|our|my) room|check(?:ing)? ?.?in (?:early|earlier|before)|arrive early|arrive earlier|get (?:into )?the room early|room (?:earlier|early)"
              + "|(?:habitacion|room)\\b.{0,14}\\b(?:lista|libre|disponible|preparada|ready|available|free) (?:(?!\\d)\\w+ ){0,3}?(?:a|antes de|sobre|para|hacia|desde|at|by|before|from|around) (?:la[s]? )?(?:8|9|1[0-4]|una|dos|1|2)(?::\\d\\d)?\\b(?! ?(?:pm|st|nd|rd|th|de \\w+bre|de enero|noches?|nights?|personas|adult|(?:to|till|until|through|al?|hasta|y|and|-|–) ?(?:the |el )?\\d|(?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))"
              + "|(?:tener|coger|ocupar|dar\\w*|dais|have|access|use) (?:ya )?(?:la|the|our) (?:habitacion|room) (?:(?!\\d)\\w+ ){0,2}?(?:a|sobre|desde|antes de|at|by|from|before|around) (?:la[s]? )?(?:8|9|1[0-4])(?::\\d\\d)?\\b(?! ?(?:pm|st|nd|rd|th|de \\w+bre|de enero|noches?|nights?|personas|adult|(?:to|till|until|through|al?|hasta|y|and|-|–) ?(?:the |el )?\\d|(?:of )?(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)))"
              + "|entrada anticipada|entrar (?:un poco |algo )?antes|(?:llegar|entrar|check.?in) (?:un poco |algo )?(?:antes|mas temprano|mas pronto)|check.?in (?:antes|temprano)"
              + "|lleg\\w+ (?:\\w+ ){0,2}?(?:a|sobre|hacia|de|antes de) la[s]? (?:8|9|1[0-4]|una|dos|1|2)(?::\\d\\d)?\\b(?! de la (?:noche|madrugada|tarde)).{0,30}\\b(?:entrar|habitacion|check.?in|pagar|suplemento|recargo|cobr\\w+)"
              + "|arriv\\w+ (?:\\w+ ){0,2}?(?:at|around|about|by) (?:8|9|1[0-4]|1|2|noon)(?::\\d\\d)?(?: ?am)?\\b(?! ?pm).{0,20}\\b(?:get in|room|check.?in)"
              + "|(?:entrar|acceder|instalarnos|check.?in|checking in|hacer la entrada|(?:get|getting|be let|let us) in(?:to)?(?: (?:the|our) room)?) (?:(?!y |o )\\w+ ){0,4}?(?:a|at) (?:la[s]? )?(?:8|9|1[0-4]|una|dos|1|2)(?::\\d\\d)?(?! ?(?:pm|st|nd|rd|th|de \\w+bre|de enero|noches?|nights?))\\b)");

  private OtherHoursWords() {}

  /** The tool that is meant, or empty. */
  static String in(String text) {
    String plain = Tokens.plain(text);
    return LATE.matcher(plain).find()
        ? "late_check_out"
        : EARLY.matcher(plain).find() ? "early_check_in" : "";
  }

  /** The hour that is meant, after a space; late is in the afternoon, early in the morning. */
  static String hour(TimeWish said, String hours) {
    if (said == null) {
      return "";
    }
    boolean late = hours.startsWith("late");
    return said.candidates()
        .filter(t -> late ? t.getHour() >= 12 : t.getHour() <= 15)
        .findFirst()
        .map(t -> " " + t)
        .orElse("");
  }
}
