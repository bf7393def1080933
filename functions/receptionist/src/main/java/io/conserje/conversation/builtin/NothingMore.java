package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.util.EnumSet;
import java.util.Set;

/** Who takes nothing of what is proposed, and leaves: {@code no, gracias, eso es todo}. */
final class NothingMore {

  private static final String THANKS =
      "(?:muchas gracias|mil gracias|gracias|many thanks|thanks|thank you|cheers)";

  private static final String ALL =
      "(?:(?:con )?(?:eso|esto) (?:es|seria|era|ya es) todo|ya (?:es|esta) todo|ya esta|nada mas"
          + "|(?:that|this|it)(?:s| is| will be| would be|ll be|d be) (?:all|it|everything)|nothing (?:else|more))";

  private static final String LEAVE =
      "(?:"
          + THANKS
          + "|por (?:ahora|hoy)|de momento|for (?:now|today)|muy amable|adios|hasta \\w+|un saludo|saludos"
          + "|buen(?:os|as)? \\w+|bye|goodbye|have a \\w+ \\w+)";

  private static final FilteredPattern DECLINES =
      FilteredPattern.compile(
          "(?:^|[.,;:!?…\\n]\\s*)(?:(?:ah|ay|uy|oh|pues|bueno|vale|hm+|ok|okay|well|mejor|que)\\W+)*(?:no|nop|nope|nah|nada)\\b"
              + "(?:\\W+(?:no|nada|muy amable|"
              + THANKS
              + "))*\\W+"
              + ALL
              + "(?:\\W+"
              + LEAVE
              + ")*\\W*$");

  private static final FilteredPattern THANKED =
      FilteredPattern.compile("\\b(?:no|nop|nope|nah)\\W+" + THANKS);

  /** Questions that propose something: a no to them leaves everything as it was. */
  private static final Set<Asked> PROPOSALS =
      EnumSet.of(
          Asked.CONFIRM,
          Asked.OFFER,
          Asked.ROOM,
          Asked.OTHER_MOMENT,
          Asked.WAITLIST,
          Asked.CANCEL_CONFIRM,
          Asked.CANCEL_WHICH,
          Asked.PERSON);

  private NothingMore() {}

  /**
   * Whether nothing is wanted, neither what is proposed nor anything else. Where a new booking was
   * read back, {@code no, nada más} may as well mean that nothing is missing in it.
   */
  static boolean in(String text, Asked asked, Task task) {
    String plain = Tokens.plain(text);
    boolean anew = asked == Asked.CONFIRM && (task == Task.TABLE || task == Task.STAY);
    boolean open = asked == Asked.NOTHING || PROPOSALS.contains(asked);
    return open && DECLINES.matcher(plain).find() && (!anew || THANKED.matcher(plain).find());
  }

  /** As it answers what is proposed. */
  static Understanding declined(Understanding heard) {
    return heard.withAnswer(YesNo.NO).and(Topic.DROP);
  }
}
