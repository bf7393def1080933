package io.conserje.conversation.guard;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Sentences that say something has been done in the book: "queda reservada", "is cancelled".
 * Questions and conditions say nothing of the kind.
 */
final class Deeds {

  private static final String DONE_ES =
      "(?:reservad|confirmad|anulad|cancelad|cambiad|modificad|apuntad|trasladad)[oa]s?";
  private static final String DONE_EN =
      "(?:booked|confirmed|reserved|cancell?ed|changed|moved|rescheduled|rebooked)";

  private static final List<Pattern> DONE =
      Stream.of(
              "\\b(?:queda|quedan|esta|estan|ha sido|han sido|ha quedado|he dejado|tiene|tienes) (?:ya |todo )?"
                  + DONE_ES,
              "\\b(?:he|hemos|te he|le he|les he) (?:ya )?" + DONE_ES,
              "\\b(?:reserva|mesa|habitacion|estancia)s? (?:ya )?(?:hecha|realizada|registrada|"
                  + DONE_ES
                  + ")",
              "\\b(?:is|are|been|i've|we've|i have|we have|got you|you're|you are)(?: now| all| just| already)* "
                  + DONE_EN,
              "\\b(?:booking|reservation|table|room|stay) (?:is )?" + DONE_EN)
          .map(Pattern::compile)
          .toList();

  private static final Pattern NOT_SAID_AS_DONE =
      Pattern.compile(
          "\\b(?:si|cuando|en cuanto|una vez|antes de|para|no|ninguna|todavia|aun|if|once|when|before|until|to|not"
              + "|no|yet|would|shall|will|could|can't)\\b.*");

  /** A yes; without its accent it is an "if", but for the comma behind it. */
  private static final Pattern YES = Pattern.compile("(?iU)\\bsí\\b|(?<![\\w ])\\s*\\bsi,");

  private static final Pattern MEANT =
      Pattern.compile(
          "\\b(?:reserv|confirm|apunt|anot|anul|cancel|cambi|modific|muev|mov|book|chang|reschedul)[a-z]*");

  private Deeds() {}

  /** Whether a text says of a booking that it is now made, changed or gone. */
  static boolean told(String text) {
    String withoutYes = YES.matcher(text).replaceAll(" ");
    return sentences(Statements.plain(withoutYes)).anyMatch(Deeds::tells);
  }

  /** Whether it speaks of doing such a thing at all, other than in a question. */
  static boolean meant(String text) {
    return sentences(Statements.plain(text))
        .filter(sentence -> !sentence.endsWith("?"))
        .anyMatch(sentence -> MEANT.matcher(sentence).find());
  }

  private static Stream<String> sentences(String plain) {
    return Arrays.stream(plain.split("(?<=[.!?\n])\\s+|[¿¡\n;]"));
  }

  private static boolean tells(String sentence) {
    if (sentence.endsWith("?")) {
      return false;
    }
    String asserted = NOT_SAID_AS_DONE.matcher(sentence).replaceAll("");
    return DONE.stream().anyMatch(done -> done.matcher(asserted).find());
  }
}
