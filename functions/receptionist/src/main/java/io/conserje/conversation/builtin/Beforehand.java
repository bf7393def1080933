package io.conserje.conversation.builtin;

import io.conserje.text.FilteredPattern;
import java.time.LocalTime;
import java.util.List;

/** What stood before a message came, and what its numbers may be compared with. */
final class Beforehand {

  /** {@code make it 9}, of a table for two that was read back. */
  private static final FilteredPattern MAKE_IT =
      FilteredPattern.compile(
          "(?iu)\\b(?:make (?:it|that)|mejor|pon(?:l[ao]|ga|gal[ao]|edl[ao])?) \\w+\\W*$");

  /** {@code 10 then}, once a table was found. */
  private static final FilteredPattern THEN =
      FilteredPattern.compile(
          "(?iu)^\\W*(?:(?:ok|okay|vale|well|hmm+|pues|bueno|oh|no)\\W+)*\\w+ (?:then|instead|entonces|mejor)\\W*$");

  private final Turn turn;
  private final Memory memory;

  Beforehand(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory();
  }

  /** What a number is compared with, where something that stands is spoken of. */
  Wish wish() {
    boolean known = memory.standing != null && !memory.standing.isEmpty();
    int party = known ? memory.standing.getFirst().party() : memory.lastParty;
    boolean booked = known || !memory.booked.isEmpty();
    boolean idle = memory.task == Task.TABLE && memory.asked == Asked.NOTHING && party > 0;
    return booked && idle && Standing.speaks(memory.text)
        ? Wish.NONE.withDate(turn.now().toLocalDate()).withParty(party)
        : memory.task == Task.CHANGE ? memory.change : memory.wish;
  }

  /** What a bare number is the hour or the people of; null if nothing stands. */
  HourOrParty one() {
    List<Found> found = memory.task == Task.CHANGE ? memory.found : memory.standing;
    if (found != null && found.size() == 1) {
      Found one = found.getFirst();
      return new HourOrParty(one.party(), one.at().toLocalTime());
    }
    Wish wish = memory.wish;
    boolean under = memory.task == Task.TABLE && wish.party() != null && wish.time() != null;
    boolean free = memory.asked == Asked.NAME || memory.asked == Asked.PHONE;
    boolean amends =
        memory.asked == Asked.CONFIRM && MAKE_IT.matcher(memory.text).find()
            || (free || memory.asked == Asked.CONFIRM) && THEN.matcher(memory.text).matches();
    if (under && (amends || Pointing.takesBack(memory.text))) {
      return wish.time()
          .candidates()
          .findFirst()
          .map(at -> new HourOrParty(wish.party(), at))
          .orElse(null);
    }
    boolean idle = memory.task == Task.TABLE && !wish.begun();
    boolean booked =
        idle && !memory.booked.isEmpty() && memory.lastParty > 0 && !memory.lastTime.isEmpty();
    return booked ? new HourOrParty(memory.lastParty, LocalTime.parse(memory.lastTime)) : null;
  }
}
