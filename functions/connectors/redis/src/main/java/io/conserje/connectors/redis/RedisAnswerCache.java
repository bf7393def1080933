package io.conserje.connectors.redis;

import io.conserje.knowledge.AnswerCache;
import io.conserje.knowledge.KnownTopic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers found before, for all instances together. While Redis is away nothing is remembered. */
public final class RedisAnswerCache implements AnswerCache {

  private static final Logger LOG = LoggerFactory.getLogger(RedisAnswerCache.class);
  private static final Duration REMEMBERED = Duration.ofDays(7);

  /** Between fields and between topics; nobody writes them. */
  private static final String FIELD = "\u001f";

  private static final String TOPIC = "\u001e";
  private static final int FIELDS = 4;

  private final RedisConnection redis;
  private final Outage outage;

  public RedisAnswerCache(RedisConnection redis) {
    this(redis, new Outage(System::nanoTime));
  }

  RedisAnswerCache(RedisConnection redis, Outage outage) {
    this.redis = redis;
    this.outage = outage;
  }

  @Override
  public Optional<List<KnownTopic>> find(Key key) {
    if (!outage.over()) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(redis.<String>ask(commands -> commands.get(name(key))))
          .map(RedisAnswerCache::read);
    } catch (RuntimeException e) {
      note(e);
      return Optional.empty();
    }
  }

  @Override
  public void keep(Key key, List<KnownTopic> topics) {
    if (!outage.over()) {
      return;
    }
    try {
      redis.ask(commands -> commands.setex(name(key), REMEMBERED.toSeconds(), write(topics)));
    } catch (RuntimeException e) {
      note(e);
    }
  }

  private static String write(List<KnownTopic> topics) {
    return String.join(
        TOPIC,
        topics.stream()
            .map(t -> Stream.of(t.topic(), t.language(), t.text(), String.valueOf(t.score())))
            .map(fields -> fields.map(RedisAnswerCache::plain).collect(Collectors.joining(FIELD)))
            .toList());
  }

  private static String plain(String field) {
    return field.replace(FIELD, "").replace(TOPIC, "");
  }

  private static List<KnownTopic> read(String written) {
    List<KnownTopic> topics = new ArrayList<>();
    for (String topic : written.isEmpty() ? new String[0] : written.split(TOPIC)) {
      String[] fields = topic.split(FIELD, FIELDS);
      topics.add(new KnownTopic(fields[0], fields[1], fields[2], Double.parseDouble(fields[3])));
    }
    return topics;
  }

  private static String name(Key key) {
    return "answer:%s:%s:%d:%s"
        .formatted(
            key.venue().value(), key.language(), key.version(), ShortHash.of(key.question()));
  }

  private void note(RuntimeException e) {
    if (outage.begin()) {
      LOG.warn(
          "Redis did not answer ({}). Questions are looked up each time; Redis is asked again in {} s.",
          e.getClass().getSimpleName(),
          Outage.PAUSE.toSeconds());
    }
  }
}
