package io.conserje.call.told;

import io.conserje.call.Calls.Known;
import io.conserje.conversation.Tokens;
import io.conserje.venue.Venue;
import java.time.Instant;
import java.util.List;

/** What is asked and answered in calls that are told. Each verb is one transaction. */
public interface ToldTurns {

  /**
   * Writes down what the guest said, once for the same question after the same words, and puts
   * right what is known of what was said before: what of our last words was not heard was never
   * said, and what the guest had only begun to say is replaced by the whole. Whoever still answers
   * what it replaces is stopped. A question that was overtaken on its way by one that was asked
   * later replaces nothing: that one has the answer for both.
   *
   * @param asked when the question came
   * @return the position of what is to be answered, for {@link #reply}
   */
  long take(Venue venue, Known known, ToldCall told, Instant asked);

  /** What the house says to the message at a position. */
  Reply reply(Venue venue, Known known, long message, Instant now);

  /**
   * @param done false while somebody still answers it
   * @param lines what is to be said, in its order: first what the guest must hear of an earlier
   *     answer that was not heard
   * @param toPerson whether the house leaves it to a person
   * @param tokens what the models took for it
   */
  record Reply(boolean done, List<String> lines, boolean toPerson, Tokens tokens) {

    public String text() {
      return String.join(" ", lines).strip();
    }
  }
}
