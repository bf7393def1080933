package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;

/** Who only lets the house know of a few minutes: the table waits as long as that. */
final class RunningLate {

  private static final String FEW =
      "(?:unos |como |about |around |maybe |quizas? )?(?:(?:5|10|15|cinco|diez|quince|five|ten|fifteen) (?:minut\\w+|min|mins|minutes)|(?:un |a )?(?:cuarto de hora|quarter of an hour)|un (?:poco|poquito|pelin)|algo|a (?:bit|little|few minutes)|slightly|unos minutos|some minutes)";

  private static final FilteredPattern LATE_WORD =
      FilteredPattern.compile("\\b(?:tarde|late|retraso|retras\\w+|demor\\w+|tard\\w+|behind)\\b");

  private static final FilteredPattern LATE =
      FilteredPattern.compile(
          "\\b(?:lleg\\w+|vamos|voy|iremos|be|running|arriv\\w+|get there|retras\\w+|demor\\w+|tard\\w+)\\b.{0,25}\\b"
              + FEW
              + "(?: (?:tarde|late|de retraso|mas tarde|behind))?\\b");

  private static final FilteredPattern IF =
      FilteredPattern.compile("\\b(?:si|que pasa|if|what happens) ");

  /** However long. */
  private static final FilteredPattern LATE_AT_ALL =
      FilteredPattern.compile(
          "\\b(?:lleg\\w+|vamos|voy|iremos|be|running|arriv\\w+|get there|retras\\w+|demor\\w+)\\b.{0,30}\\b(?:tarde|late|de retraso|mas tarde|behind|minutos|mins?|minutes|media hora|half an hour|un rato)\\b");

  private static final FilteredPattern MOVES =
      FilteredPattern.compile(
          "\\b(?:podri\\w*|podemos|podeis|puede\\w*|se puede|cambi\\w+|mov\\w+|pas(?:ar|ad|a)\\w*|retrasar\\w*|could|can|move|push|change|make it|instead|mejor)\\b");

  private RunningLate() {}

  /** Of the table of somebody who has one, as far as can be known; nothing is being arranged. */
  static boolean expected(Turn turn, Understanding heard) {
    return free(turn) && known(turn) && in(turn.memory().text, heard);
  }

  /** Where no table is known the book is asked for it first. */
  static Understanding ofNoneKnown(Turn turn, Understanding said) {
    boolean late = free(turn) && !known(turn) && ofSomeTable(turn.said(""), said);
    turn.memory().shift = late ? Shift.NONE : turn.memory().shift;
    return late ? said.and(Topic.FIND) : said;
  }

  private static boolean free(Turn turn) {
    Memory memory = turn.memory();
    return !turn.hasRooms() && !memory.wish.begun() && memory.asked == Asked.NOTHING;
  }

  private static boolean known(Turn turn) {
    return turn.knowsPhone() || !turn.memory().booked.isEmpty();
  }

  /** {@code llegamos 25 minutos tarde}, and nothing of a table that is wanted. */
  private static boolean ofSomeTable(String text, Understanding heard) {
    String plain = Tokens.plain(text);
    boolean whole = heard.party() != null || heard.day() != null && heard.time() != null;
    return LATE_AT_ALL.matcher(plain).find()
        && LATE_WORD.matcher(plain).find()
        && !whole
        && !IF.matcher(plain).find()
        && !heard.question()
        && !heard.about(Topic.BOOK);
  }

  private static boolean in(String text, Understanding heard) {
    String plain = Tokens.plain(text);
    boolean wishes =
        heard.time() != null
            || heard.day() != null
            || heard.party() != null
            || heard.zone() != null;
    return LATE.matcher(plain).find()
        && LATE_WORD.matcher(plain).find()
        && !wishes
        && !MOVES.matcher(plain).find();
  }
}
