package io.conserje.knowledge;

import io.conserje.venue.VenueId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a house answers to questions. */
public interface Knowledge {

  /**
   * The topics that answer the question, the best first; none when it is not sure that any does.
   *
   * @param language in which the guest speaks, as an IETF tag; where the house knows it only in
   *     another, the topic is in that one
   */
  List<KnownTopic> find(VenueId venue, Question question, String language);

  /** The same for each of several questions; whoever has to go far for it goes once. */
  default Map<Question, List<KnownTopic>> findAll(
      VenueId venue, Collection<Question> questions, String language) {
    Map<Question, List<KnownTopic>> found = new HashMap<>();
    questions.forEach(question -> found.put(question, find(venue, question, language)));
    return found;
  }
}
