package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;

/**
 * {@code que sea por cuatro noches}, {@code would the 8th to the 12th be possible}: who has just
 * booked and names other nights, or changes the room, means that stay, unless a second one is
 * spoken of.
 */
final class OtherNights {

  private static final FilteredPattern ANEW =
      FilteredPattern.compile(
          "\\b(?:reservar(?!la|lo)\\w*|book|otr[ao]s?|another|tambien|also|too|ademas|besides|segunda|second|nueva|new|(?:mis|my|unos|some|para) (?:padres|parents|amig\\w+|friends|suegros|in laws|herman\\w+|brother|sister))\\b");

  private static final FilteredPattern WANTS =
      FilteredPattern.compile(
          "\\b(?:necesit\\w+|quer\\w+|quier\\w+|need|want|like) (?:una?|dos|a|two) (?:\\w+ )?(?:habitacion|individual|doble|familiar|suite|room|single|double)");

  /** {@code perdón, era para el viernes}. */
  private static final FilteredPattern MISTAKEN =
      FilteredPattern.compile(
          "\\b(?:perdon|perdona|perdone|disculp\\w+|ups|equivoc\\w+|confund\\w+|sorry|oops|mistake|wrong)\\b.{0,25}\\b(?:era|eran|es|son|queria|tenia que ser|deberia ser|it was|its|i meant|we meant|should (?:be|have been))\\b");

  private OtherNights() {}

  static boolean mistaken(String plain) {
    return MISTAKEN.matcher(plain).find();
  }

  static boolean in(Understanding heard, Memory memory) {
    Stay said = heard.stay();
    boolean nights = said.nights() != null || said.arrival() != null && said.departure() != null;
    String plain = Tokens.plain(memory.text);
    boolean changes = StayPurpose.changes(memory.text);
    boolean mistaken = said.arrival() != null && mistaken(plain);
    boolean other = nights || mistaken || said.room() != null && changes;
    return other
        && (changes || !WANTS.matcher(plain).find())
        && !memory.stays.booked.isEmpty()
        && memory.asked == Asked.NOTHING
        && !ANEW.matcher(plain).find()
        && !heard.about(Topic.CANCEL)
        && !RoomsWanted.another(memory.text)
        && HouseQuestions.meant(memory.text).isEmpty();
  }
}
