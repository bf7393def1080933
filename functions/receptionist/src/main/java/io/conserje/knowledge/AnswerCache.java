package io.conserje.knowledge;

import io.conserje.venue.VenueId;
import java.util.List;
import java.util.Optional;

/** Answers found before. Losing them costs a search, never an answer. */
public interface AnswerCache {

  /**
   * What was asked.
   *
   * @param version of the house's knowledge: what was found in another one is not found again
   * @param question as {@link Question#plain} has it
   */
  record Key(VenueId venue, String language, long version, String question) {}

  Optional<List<KnownTopic>> find(Key key);

  void keep(Key key, List<KnownTopic> topics);
}
