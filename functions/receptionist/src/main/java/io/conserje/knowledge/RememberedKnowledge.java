package io.conserje.knowledge;

import io.conserje.venue.VenueId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
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
    return findAll(venue, List.of(question), language).get(question);
  }

  @Override
  public Map<Question, List<KnownTopic>> findAll(
      VenueId venue, Collection<Question> questions, String language) {
    String spoken = Locale.forLanguageTag(language).getLanguage();
    long version = versions.version(venue);
    Map<Question, List<KnownTopic>> found = new HashMap<>();
    List<Question> others = new ArrayList<>();
    for (Question question : questions) {
      AnswerCache.Key key = new AnswerCache.Key(venue, spoken, version, question.plain());
      Optional<List<KnownTopic>> before = cache.find(key);
      watcher.asked(before.isPresent());
      before.ifPresentOrElse(topics -> found.put(question, topics), () -> others.add(question));
    }
    if (!others.isEmpty()) {
      Map<Question, List<KnownTopic>> fresh = knowledge.findAll(venue, others, spoken);
      fresh.forEach((question, topics) ->
          cache.keep(new AnswerCache.Key(venue, spoken, version, question.plain()), topics));
      found.putAll(fresh);
    }
    return found;
  }
}
