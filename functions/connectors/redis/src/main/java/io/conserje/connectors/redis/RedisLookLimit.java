package io.conserje.connectors.redis;

import io.conserje.webchat.LocalLookLimit;
import io.conserje.webchat.LookLimit;
import io.lettuce.core.ScriptOutputType;
import java.time.Instant;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The limit counted for all instances together. While Redis is away each counts for itself: nobody
 * is kept waiting for a count.
 */
public final class RedisLookLimit implements LookLimit {

  private static final Logger LOG = LoggerFactory.getLogger(RedisLookLimit.class);

  /** The server's clock only tidies up: which minute it is, the caller says. */
  private static final String COUNT =
      "local n = redis.call('INCR', KEYS[1])"
          + " if n == 1 then redis.call('EXPIRE', KEYS[1], 120) end"
          + " return n";

  private final RedisConnection redis;
  private final String name;
  private final Supplier<Integer> perMinute;
  private final LocalLookLimit local;
  private final Outage outage = new Outage(System::nanoTime);

  /**
   * @param name of what is counted, so that no two counts are one
   * @param perMinute 0 or less for no limit
   */
  public RedisLookLimit(RedisConnection redis, String name, Supplier<Integer> perMinute) {
    this.redis = redis;
    this.name = name;
    this.perMinute = perMinute;
    this.local = new LocalLookLimit(perMinute);
  }

  @Override
  public boolean allows(String who, Instant now) {
    int limit = perMinute.get();
    if (limit <= 0) {
      return true;
    }
    if (!outage.over()) {
      return local.allows(who, now);
    }
    try {
      return looks(who, now) <= limit;
    } catch (RuntimeException e) {
      note(e);
      return local.allows(who, now);
    }
  }

  private long looks(String who, Instant now) {
    String[] key = {name + ":" + ShortHash.of(who) + ":" + LocalLookLimit.minute(now)};
    return redis.<Long>ask(commands -> commands.eval(COUNT, ScriptOutputType.INTEGER, key));
  }

  private void note(RuntimeException e) {
    if (outage.begin()) {
      LOG.warn(
          "Redis did not answer ({}). Looks are counted by this instance alone; Redis is asked again in {} s.",
          e.getClass().getSimpleName(),
          Outage.PAUSE.toSeconds());
    }
  }
}
