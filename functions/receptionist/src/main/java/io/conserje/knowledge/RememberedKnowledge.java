package io.conserje.knowledge;

import io.conserje.venue.VenueId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Looks for answers where they were found before, and then in the house's knowledge. */
public final class RememberedKnowledge implements Knowledge {

  private final Knowledge knowledge;
  private final KnowledgeVersion versions;
  private final AnswerCache cache;
  private final CacheWatcher watcher;

  public RememberedKnowledge(
      Knowledge knowledge, KnowledgeVersion versions, AnswerCache cache, CacheWatcher watcher) {
    this.knowledge = knowledge;
    this.versions = versions;
    this.cache = cache;
    this.watcher = watcher;
  }

  @Override
  public List<KnownTopic> find(VenueId venue, Question question, String language) {
    String spoken = Locale.forLanguageTag(language).getLanguage();
    AnswerCache.Key key =
        new AnswerCache.Key(venue, spoken, versions.version(venue), question.plain());
    Optional<List<KnownTopic>> before = cache.find(key);
    watcher.asked(before.isPresent());
    return before.orElseGet(() -> {
      List<KnownTopic> found = knowledge.find(venue, question, spoken);
      cache.keep(key, found);
      return found;
    });
  }
}
