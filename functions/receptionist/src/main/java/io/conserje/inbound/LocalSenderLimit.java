package io.conserje.inbound;

import io.conserje.venue.VenueId;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The limit counted in this process alone: for one machine, and for when the shared count cannot be
 * reached.
 *
 * <p>Every message counts, answered or not, so who keeps flooding stays unheard. The polite line
 * comes once per flood; a flood is over when a whole window passed in which nothing was over the
 * limit.
 */
public final class LocalSenderLimit implements SenderLimit {

  /** How far back messages count. */
  public static final Duration WINDOW = Duration.ofMinutes(1);

  private static final int SENDERS = 10_000;
  private static final int REMEMBERED = 200;

  private final Supplier<Integer> perMinute;
  private final Map<String, Sender> senders = newestOf(SENDERS);

  /**
   * @param perMinute answered messages per sender and house; 0 or less for no limit
   */
  public LocalSenderLimit(Supplier<Integer> perMinute) {
    this.perMinute = perMinute;
  }

  @Override
  public synchronized Verdict check(VenueId venue, String sender, String eventId, Instant now) {
    int limit = perMinute.get();
    return limit <= 0
        ? Verdict.ANSWER
        : senders
            .computeIfAbsent(venue + "\n" + sender, key -> new Sender(limit))
            .check(eventId, now, limit);
  }

  private static final class Sender {
    private final Map<String, Seen> events;
    private Instant overAt;

    Sender(int limit) {
      events = newestOf(Math.max(REMEMBERED, 2 * limit));
    }

    Verdict check(String eventId, Instant now, int limit) {
      Seen before = events.get(eventId);
      if (before != null) {
        return before.verdict();
      }
      Verdict verdict = verdict(now, limit);
      events.put(eventId, new Seen(now, verdict));
      return verdict;
    }

    private Verdict verdict(Instant now, int limit) {
      if (events.values().stream().filter(e -> near(e.at(), now)).count() < limit) {
        return Verdict.ANSWER;
      }
      boolean flooding = overAt != null && near(overAt, now);
      overAt = now;
      return flooding ? Verdict.SILENCE : Verdict.SAY_ONCE;
    }

    /** In both directions: a clock that was set back leaves marks in the future. */
    private static boolean near(Instant at, Instant now) {
      return Duration.between(at, now).abs().compareTo(WINDOW) < 0;
    }
  }

  private record Seen(Instant at, Verdict verdict) {}

  private static <V> Map<String, V> newestOf(int many) {
    return new LinkedHashMap<>(16, 0.75f, true) {
      @Override
      protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
        return size() > many;
      }
    };
  }
}
