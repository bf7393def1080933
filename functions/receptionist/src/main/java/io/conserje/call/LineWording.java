package io.conserje.call;

import java.util.Locale;

/**
 * What the house says of itself in a call whose sound it carries: while it looks something up,
 * while nobody speaks, and when the call has to end. Whole phrases that come again and again, so
 * that a voice has them ready. Each {@code time} counts from 0, and they differ.
 */
public interface LineWording {

  static LineWording in(Locale language) {
    return language != null && language.getLanguage().equals("en")
        ? new EnglishLine()
        : new SpanishLine();
  }

  /**
   * An answer takes its time.
   *
   * @param about what the guest has said
   */
  String lookingItUp(String about, int time);

  /** It takes longer still. */
  String stillLooking(int time);

  /** No answer came. Somebody else goes on with the call. */
  String cannotAnswer();

  /**
   * The guest says nothing.
   *
   * @param question what they were asked; may be empty
   */
  String stillThere(String question);

  /** The same, once more. */
  String stillThereAgain(String question);

  /** Nobody answered; the call ends. */
  String nobodyThere();

  /** The guest has asked for a moment. */
  String takeYourTime();

  /** A voice was heard, and no word of it. */
  String cannotHear();

  /** The call has lasted so long that it ends in a minute. */
  String oneMinuteMore();

  /** That minute is over. Somebody else goes on with the call. */
  String timeIsOver();

  /** As a guest says it who has pressed the key for it. */
  String aPersonPlease();

  /** As a guest says it. */
  String yes();

  /** As a guest says it. */
  String no();
}
