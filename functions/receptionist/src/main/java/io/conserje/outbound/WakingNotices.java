package io.conserje.outbound;

import io.conserje.conversation.Wakeups;
import io.conserje.venue.VenueId;
import java.time.Duration;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Notices whose sender is woken once their transaction is over. Whoever forgets to wake it, or dies
 * before, leaves them to the outbox sweep.
 */
public final class WakingNotices implements Notices {

  private static final Logger LOG = LoggerFactory.getLogger(WakingNotices.class);

  private final Notices notices;
  private final Wakeups wakeups;
  private final Queue<UUID> written = new ConcurrentLinkedQueue<>();

  public WakingNotices(Notices notices, Wakeups wakeups) {
    this.notices = notices;
    this.wakeups = wakeups;
  }

  @Override
  public Said say(Notice notice) {
    Said said = notices.say(notice);
    if (said instanceof Said.Written(UUID conversation)) {
      written.add(conversation);
    }
    return said;
  }

  @Override
  public boolean reaches(VenueId venue, String phone) {
    return notices.reaches(venue, phone);
  }

  /**
   * To be called after the transaction. What was done there stays done, and is answered as such,
   * also where nobody can be woken.
   */
  public void wake() {
    for (UUID conversation = written.poll(); conversation != null; conversation = written.poll()) {
      try {
        wakeups.outboxDue(conversation, Duration.ZERO, null);
      } catch (RuntimeException fault) {
        LOG.warn("The sender was not woken. The outbox sweep wakes it within a minute.", fault);
      }
    }
  }
}
