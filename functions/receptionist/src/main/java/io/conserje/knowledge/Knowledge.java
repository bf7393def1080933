package io.conserje.knowledge;

import io.conserje.venue.VenueId;
import java.util.List;

/** What a house answers to questions. */
public interface Knowledge {

  /**
   * The topics that answer the question, the best first; none when it is not sure that any does.
   *
   * @param language in which the guest speaks, as an IETF tag; where the house knows it only in
   *     another, the topic is in that one
   */
  List<KnownTopic> find(VenueId venue, Question question, String language);
}
