package io.conserje.outbound;

import io.conserje.conversation.Wakeups;
import io.conserje.venue.VenueId;
import java.time.Duration;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/**
 * Notices whose sender is woken once their transaction is over. Whoever forgets to wake it, or dies
 * before, leaves them to the outbox sweep.
 */
public final class WakingNotices implements Notices {

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

  /** To be called after the transaction. */
  public void wake() {
    for (UUID conversation = written.poll(); conversation != null; conversation = written.poll()) {
      wakeups.outboxDue(conversation, Duration.ZERO, null);
    }
  }
}
