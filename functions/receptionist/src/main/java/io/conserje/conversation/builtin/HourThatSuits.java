package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.util.regex.Matcher;

/** A bare number that suits is an hour: {@code 9 works}, {@code las 9 me va bien}. */
final class HourThatSuits {

  private static final FilteredPattern SUITS =
      FilteredPattern.compile(
          "(?iuU)^(\\W*(?:(?:yes|yeah|yep|ok|okay|sure|great|then|so|hmm+|well|s[ií]|vale|pues|bueno|entonces)[, ]+)*)(1[0-2]|[1-9])(?=(?: then)? (?:(works|suits|will do|sounds|is|would be|should be)|(?:s[ií] )?(?:(?:me|nos) (?:va|viene|vale|encaja|sirve|queda|parece)|est[aá]|estar[ií]a|ser[ií]a|va)\\b) ?(?:(?:is |be )?(?:fine|good|great|perfect|better|best|ok|okay|bien|perfecto|mejor|genial|de lujo|(?:for |with )?(?:us|me))\\b|[.!,]|$))");

  private HourThatSuits() {}

  /** The message with the hour said as one; as it is where it may be of people. */
  static String told(String message, Asked asked) {
    Matcher suits = SUITS.matcher(message);
    if (asked == Asked.PARTY || asked == Asked.PHONE || !suits.find()) {
      return message;
    }
    boolean english = suits.group(3) != null;
    return suits.group(1)
        + (english ? "at " : "a las ")
        + suits.group(2)
        + message.substring(suits.end());
  }
}
