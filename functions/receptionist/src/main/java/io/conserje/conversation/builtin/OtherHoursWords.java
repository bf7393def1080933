package io.conserje.conversation.builtin;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What guests say of leaving later, coming earlier and staying another night. */
final class OtherHoursWords {

  private static final Pattern LATE =
      Pattern.compile(
          "\\b(?:late check.?out|check(?:ing)? ?.?out (?:late|later)|leave (?:the room )?(?:a bit |a little )?later|leave late|stay (?:in the room )?(?:a bit )?(?:longer|later) (?:on|that)|keep the room"
              + "|salida tardia|(?:salir|dejar la habitacion|irnos|marcharnos|irme|dejarla|check.?out) (?:un poco |algo )?mas tarde"
              + "|(?:quedarnos|quedarme|estar|dejar la habitacion|salir|dejarla|check.?out) (?:en la habitacion )?(?:hasta|a) las? (?:1[2-9]|una|dos|tres|cuatro|cinco|[1-5])\\b)");
  private static final Pattern EARLY =
      Pattern.compile(
          "\\b(?:early check.?in|check(?:ing)? ?.?in (?:early|earlier|before)|arrive early|arrive earlier|get (?:into )?the room early|room (?:earlier|early)"
              + "|entrada anticipada|entrar (?:un poco |algo )?antes|(?:llegar|entrar|check.?in) (?:un poco |algo )?(?:antes|mas temprano|mas pronto)|check.?in (?:antes|temprano))");
  private static final Pattern MORE =
      Pattern.compile(
          "\\b(?:(una|un|dos|tres|one|two|three|another|an extra|1|2|3|otra)(?: more| extra| mas)? (?:noches?|nights?|dias?)(?: (mas|more|extra|menos|less|fewer|longer))?)\\b");

  private OtherHoursWords() {}

  /** The tool that is meant, or empty. */
  static String in(String text) {
    String plain = Tokens.plain(text);
    return LATE.matcher(plain).find()
        ? "late_check_out"
        : EARLY.matcher(plain).find() ? "early_check_in" : "";
  }

  /** How many nights more, or fewer; 0 for none. */
  static int nights(String text, Tongue tongue) {
    Matcher more = MORE.matcher(Tokens.plain(text));
    while (more.find()) {
      String all = more.group();
      boolean fewer = all.matches(".*\\b(menos|less|fewer)$");
      boolean extra = all.matches(".*\\b(mas|more|extra|longer|another|otra)\\b.*");
      if (fewer || extra) {
        int count =
            switch (more.group(1)) {
              case "dos", "two", "2" -> 2;
              case "tres", "three", "3" -> 3;
              default -> 1;
            };
        return fewer ? -count : count;
      }
    }
    return 0;
  }
}
