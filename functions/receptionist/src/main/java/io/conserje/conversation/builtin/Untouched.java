package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * "La otra ni tocarla", "leave the Saturday lunch as it is": a part of a message that only says
 * what is to stay.
 */
final class Untouched {

  private static final FilteredPattern STAYS =
      FilteredPattern.compile(
          "\\b(?:la otra|el otro|lo otro|las demas|lo demas|la nuestra|el resto|la del?|the other|the others|the rest|ours|everything else|all else|time and people|same (?:time|people|number))\\b.{0,40}"
              + "\\b(?:tocar(?:la)?|toqu\\w+|dej\\w+|queda\\w*|se queda|sigue\\w*|igual|manten\\w+|conserv\\w+|keep|stays?|leave|remains?|same|as is|as it is|untouched)\\b"
              + "|\\b(?:leave|keep|dont touch|do not touch|deja\\w*|conserva\\w*|manten\\w*|no toques|no toqueis) (?:la otra|el otro|la del?|las demas|lo demas|the other|the [a-z]+ (?:lunch|dinner|one|table|booking|stay|room)|the rest)\\b"
              + "|\\bno la toques\\b|\\bl[ao]s? (?:comida|cena|mesa|reserva|almuerzo)\\b.{0,30}\\b(?:dej\\w+|sigue\\w*|queda\\w*|est[aá]\\w*) (?:igual|como (?:est[aá]|estaba)|tal cual|bien as[ií])|\\b(?:la otra|the other one) (?:si|yes)\\b|^\\W*(?:lo demas|el resto|todo lo demas|everything else) .{0,12}$");

  private static final Pattern PART =
      Pattern.compile(
          "(?<=[.;!?\\n])|(?<=,)(?=\\s)|(?= (?:y|and|but|pero) (?:la otra|el otro|lo demas|las demas|la nuestra|keep|leave|the other|the rest|deja|conserva) )");

  private Untouched() {}

  /** The message without such a part, if anything is left. */
  static String without(String text) {
    List<String> parts = Stream.of(PART.split(text)).filter(p -> !p.isBlank()).toList();
    List<String> left = parts.stream().filter(p -> !stays(p)).toList();
    boolean some = parts.size() > 1 && !left.isEmpty() && left.size() < parts.size();
    String kept = String.join("", left).strip();
    return some && kept.codePoints().anyMatch(Character::isLetter) ? kept : text;
  }

  private static boolean stays(String part) {
    return STAYS.matcher(Tokens.plain(part)).find();
  }
}
