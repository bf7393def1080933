package io.conserje.knowledge;

import io.conserje.venue.Channel;
import io.conserje.venue.VenueId;
import java.time.Instant;

/** What guests asked and the house did not know, for the owner. */
public interface UnansweredQuestions {

  /**
   * Counts the question, in the transaction of the caller.
   *
   * @param question as {@link AnonymousQuestion} made it
   */
  void note(VenueId venue, String question, String language, Channel channel, Instant at);
}
