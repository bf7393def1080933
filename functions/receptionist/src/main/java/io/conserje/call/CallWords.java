package io.conserje.call;

import io.conserje.call.Calls.Known;
import io.conserje.call.HouseTalk.HeardLine;
import io.conserje.call.HouseTalk.Line;
import io.conserje.venue.Venue;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

/**
 * What is said in a call whose sound we carry ourselves, written down as it is said. Each verb is
 * one transaction.
 */
public interface CallWords {

  /**
   * All that is written in this work is kept, or nothing is: nothing where it throws.
   *
   * @throws io.conserje.conversation.Receptionist.Unforeseen where too many such works are on their
   *     way
   */
  <T> T asOne(Known call, Supplier<T> work);

  /** Words that wait for an answer. */
  void guestSaid(Venue venue, Known call, String words, Instant now);

  /** Words that need no answer. */
  void guestSaidAside(Venue venue, Known call, String words, Instant now);

  /** Something the house says of itself, about to be heard. */
  Line houseSays(Venue venue, Known call, String words, Instant now);

  /** The same, with the id it has already. */
  void houseSays(Venue venue, Known call, Line line, Instant now);

  /** What was answered and not said yet, in its order: each line is given once. */
  Answers take(Venue venue, Known call, Instant now);

  /**
   * The same, after what the guest may have missed of the last thing that was said when the sound
   * was cut off.
   */
  Answers unheard(Venue venue, Known call, Instant now);

  /** Whether a person of the house has the conversation now. */
  boolean isByPerson(Venue venue, Known call);

  /**
   * @param byPerson whether a person of the house has the conversation now
   */
  record Answers(List<Line> lines, boolean byPerson) {}

  /**
   * What a tool did and the guest has hardly heard of is to be said again, in the engine's own
   * words: it comes with what is taken next.
   */
  void sayAgainWhatWasDone(Venue venue, Known call, Instant now);

  /**
   * The call was for a person of the house, and none has taken it: it is the assistant's again,
   * unless somebody has taken the conversation otherwise.
   */
  void giveBack(Venue venue, Known call);

  /** Whoever was answering in this call is gone: it is not waited for. */
  void takeOver(Venue venue, Known call);

  /** Takes out of the conversation what the guest did not hear. */
  void heard(Venue venue, List<HeardLine> lines, Instant now);
}
