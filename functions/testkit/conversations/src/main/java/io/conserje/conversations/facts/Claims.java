package io.conserje.conversations.facts;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** "Booked", "changed", "cancelled": what a reply says was done. */
final class Claims {

  private static final String DONE = "(?:esta|queda|quedan|estan|ha quedado|han quedado|ha sido)";
  private static final String WE = "(?:he|hemos|acabo de|acabamos de)";
  private static final String I_HAVE = "(?:i've|i have|we've|we have|i just|we just|i|we)";
  private static final String IS = "(?:is|are|'s|has been|have been|was)(?: now| all| been)?";

  private static final Map<Pattern, Predicate<Bookings>> CLAIMS =
      Map.of(
          spanish("reservad[ao]s?|confirmad[ao]s?", "reserv(?:ado|ar)|confirmado"),
          Bookings::standing,
          Pattern.compile("\\breserva (?:confirmada|hecha|realizada|registrada)\\b"),
          Bookings::standing,
          english("booked|reserved|confirmed"),
          Bookings::standing,
          spanish("cancelad[ao]s?|anulad[ao]s?", "cancel(?:ado|ar)|anul(?:ado|ar)"),
          Bookings::cancelled,
          english("cancell?ed"),
          Bookings::cancelled,
          spanish(
              "cambiad[ao]s?|modificad[ao]s?|actualizad[ao]s?",
              "cambi(?:ado|ar)|modific(?:ado|ar)|actualiz(?:ado|ar)|movido"),
          Bookings::changed,
          english("changed|moved|updated|rescheduled"),
          Bookings::changed,
          Pattern.compile(
              "\\b(?:"
                  + WE
                  + " (?:apuntado|apuntar|anadido (?:a|en) la lista)|"
                  + DONE
                  + " (?:apuntad[ao]s?|en (?:la )?lista de espera))\\b"),
          Bookings::waiting,
          Pattern.compile(
              "\\b(?:you(?:'re| are) (?:now )?on (?:the|our) wait|"
                  + I_HAVE
                  + " (?:put|added) you (?:on|to) (?:the|our) wait)"),
          Bookings::waiting);

  /** What makes a sentence say something else: a condition, a rule, a question. */
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "\\b(?:si|cuando|hasta que|una vez|en cuanto|if|when|once|until|unless|before|antes de|puede|pueden|podemos|can|would|will|para que)\\b");

  private static final Pattern NOT =
      Pattern.compile("\\b(?:no|not|nada|ningun[ao]?|aun|todavia|nothing|never|yet|n't)\\b");

  private Claims() {}

  private static Pattern spanish(String state, String deed) {
    return Pattern.compile(
        "\\b(?:" + DONE + " (?:ya )?(?:" + state + ")|" + WE + " (?:" + deed + "))\\b");
  }

  private static Pattern english(String done) {
    return Pattern.compile(
        "(?:\\b|(?<='s ))(?:"
            + I_HAVE
            + " (?:now |already )?(?:"
            + done
            + ")|"
            + IS
            + " (?:"
            + done
            + "))\\b");
  }

  static void wrong(String plain, Bookings book, List<String> wrong) {
    for (String sentence : plain.split("(?<=[.!?\\n])\\s+|\\n")) {
      if (!sentence.contains("?")) {
        CLAIMS.forEach((claim, bornOut) -> check(sentence, claim, bornOut.test(book), wrong));
      }
    }
  }

  private static void check(String sentence, Pattern claim, boolean bornOut, List<String> wrong) {
    Matcher found = claim.matcher(sentence);
    while (!bornOut && found.find()) {
      String before = sentence.substring(0, found.start());
      String clause = before.substring(before.lastIndexOf(',') + 1);
      if (!ELSEWHERE.matcher(before).find() && !NOT.matcher(clause).find()) {
        wrong.add("the book does not say so: " + found.group());
      }
    }
  }
}
