package io.conserje.call;

import io.conserje.venue.CallManners;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/**
 * The house's side of one call whose sound we carry ourselves. Every method waits for the book or a
 * model; two may be asked at the same time.
 */
public interface HouseTalk {

  /**
   * Something the house says.
   *
   * @param id under which it is written down
   * @param text for the ear
   */
  record Line(UUID id, String text) {}

  /**
   * What the house does.
   *
   * @param lines may be empty: it is answered together with something said later, or not at all
   * @param toPerson whether a person of the house goes on with the call, once the lines are said
   */
  record Answer(List<Line> lines, boolean toPerson) {

    public static Answer saying(List<Line> lines) {
      return new Answer(lines, false);
    }
  }

  /**
   * What became of a line.
   *
   * @param text as far as the guest heard it; empty for not at all
   */
  record HeardLine(UUID id, String text, boolean whole) {}

  /** The first words of the call, or of its going on after it was cut off, all at once. */
  default Answer greet() {
    List<Line> first = new ArrayList<>();
    Answer rest = greet(first::addAll);
    first.addAll(rest.lines());
    return new Answer(first, rest.toPerson());
  }

  /**
   * The same, and who was cut off does not wait for what is still to be answered to hear that the
   * house is there again.
   *
   * @param early is told, while this waits, what may be said already; it is not in the answer
   */
  Answer greet(Consumer<List<Line>> early);

  /** Writes down what the guest said, and answers it. */
  default Answer answer(String words) {
    return answer(words, _ -> {});
  }

  /**
   * The same, and does not wait for the end of an answer that is made sentence by sentence.
   *
   * @param early is told, while this waits, what may be said already; it is not in the answer
   */
  Answer answer(String words, Consumer<List<Line>> early);

  /**
   * Makes the answer to what the guest may have ended with, and waits until it is known whether
   * they have: where they go on, nothing has happened. Not all is answered so.
   */
  default void foresee(Foresight ahead) {}

  /** The answer to what the guest has ended with, after what was heard of earlier lines. */
  default Answer answer(Foresight said, Consumer<List<Line>> early) {
    heard(said.heard());
    return answer(said.words(), early);
  }

  /** What of the lines was heard: the rest was never said. */
  void heard(List<HeardLine> lines);

  /** The house leaves the call of its own accord; whom the carrier asks next goes on with it. */
  void leave();

  /** How the house behaves; waits for nobody. */
  default CallManners manners() {
    return CallManners.USUAL;
  }

  /** Writes down what the house says of itself, without being asked. */
  default void says(Line line) {}

  /** Writes down what the guest said that needs no answer. */
  default void overheard(String words) {}

  /** How long the call had lasted when its sound came here. */
  default Duration lasted() {
    return Duration.ZERO;
  }

  /** Why the house takes leave where nobody has asked it to. */
  enum Farewell {
    /** The guest says nothing any more. The call ends. */
    NOBODY_THERE,
    /** The call has lasted long enough. A person goes on with it, or a message is taken. */
    TIME_IS_OVER
  }

  /**
   * Notes why the house is about to leave; said before {@link #leave}.
   *
   * @param open what the guest was asked last; may be empty
   */
  default void takesLeave(Farewell why, String open) {}

  /** The call is over, and no carrier will say so. */
  default void over() {}
}
