package io.conserje.connectors.redis;

import io.conserje.inbound.LocalSenderLimit;
import io.conserje.inbound.SenderLimit;
import io.conserje.venue.VenueId;
import io.lettuce.core.ScriptOutputType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The limit counted for all instances together, by the rules of {@link LocalSenderLimit}, which
 * also takes over while Redis is away: a guest is never kept waiting for a count.
 */
public final class RedisSenderLimit implements SenderLimit {

  private static final Logger LOG = LoggerFactory.getLogger(RedisSenderLimit.class);
  private static final String SCRIPT = script();

  /** Longer than a queue goes on delivering the same message. */
  private static final Duration REMEMBERED = Duration.ofMinutes(30);

  private final RedisConnection redis;
  private final Supplier<Integer> perMinute;
  private final LocalSenderLimit local;
  private final Outage outage;

  /**
   * @param perMinute answered messages per sender and house; 0 or less for no limit
   */
  public RedisSenderLimit(RedisConnection redis, Supplier<Integer> perMinute) {
    this(redis, perMinute, new Outage(System::nanoTime));
  }

  RedisSenderLimit(RedisConnection redis, Supplier<Integer> perMinute, Outage outage) {
    this.redis = redis;
    this.perMinute = perMinute;
    this.local = new LocalSenderLimit(perMinute);
    this.outage = outage;
  }

  @Override
  public Verdict check(VenueId venue, String sender, String eventId, Instant now) {
    int limit = perMinute.get();
    if (limit <= 0) {
      return Verdict.ANSWER;
    }
    if (!outage.over()) {
      return local.check(venue, sender, eventId, now);
    }
    try {
      return shared(ShortHash.of(venue + "\n" + sender), ShortHash.of(eventId), now, limit);
    } catch (RuntimeException e) {
      note(e);
      return local.check(venue, sender, eventId, now);
    }
  }

  private Verdict shared(String sender, String event, Instant now, int limit) {
    String key = "sender-limit:{" + sender + "}:";
    String[] keys = {key + "messages", key + "over", key + event};
    String[] values = {
      event,
      String.valueOf(now.toEpochMilli()),
      String.valueOf(LocalSenderLimit.WINDOW.toMillis()),
      String.valueOf(limit),
      String.valueOf(REMEMBERED.toMillis())
    };
    return Verdict.valueOf(
        redis.ask(commands -> commands.eval(SCRIPT, ScriptOutputType.VALUE, keys, values)));
  }

  private void note(RuntimeException e) {
    if (outage.begin()) {
      LOG.warn(
          "Redis did not answer ({}). Senders are counted by this instance alone; Redis is asked again in {} s.",
          e.getClass().getSimpleName(),
          Outage.PAUSE.toSeconds());
    }
  }

  private static String script() {
    try (InputStream file = RedisSenderLimit.class.getResourceAsStream("sender-limit.lua")) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
