package io.conserje.outbound;

import io.conserje.conversation.Wakeups;
import io.conserje.outbound.Outbox.Claim;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what waits in a conversation's outbox, in order. A try whose end is unknown (a crash, a
 * time-out) is never repeated before the provider was asked what it has.
 */
public final class DeliverReplies {

  private static final Logger LOG = LoggerFactory.getLogger(DeliverReplies.class);

  /** Longer than the function that sends may run. */
  private static final Duration HOLD = Duration.ofSeconds(40);

  private final Outbox outbox;
  private final Senders senders;
  private final Wakeups wakeups;
  private final InstantSource clock;
  private final BackOff backOff;

  public DeliverReplies(
      Outbox outbox, Senders senders, Wakeups wakeups, InstantSource clock, BackOff backOff) {
    this.outbox = outbox;
    this.senders = senders;
    this.wakeups = wakeups;
    this.clock = clock;
    this.backOff = backOff;
  }

  /**
   * @param waitedOut the end of the back-off or hold that a reminder has waited out; null when
   *     nobody has waited
   */
  public void deliver(UUID conversation, Instant waitedOut) {
    while (true) {
      switch (outbox.claim(conversation, clock.instant(), HOLD, waitedOut)) {
        case Claim.Claimed(OutboundMessage message) -> {
          if (!give(message)) {
            return;
          }
        }
        case Claim.Wait(Duration howLong, Instant until) -> {
          wakeups.outboxDue(conversation, howLong, until);
          return;
        }
        case Claim.Empty() -> {
          return;
        }
      }
    }
  }

  /** Whether the next message may follow. */
  private boolean give(OutboundMessage message) {
    return switch (attempt(message)) {
      case Sending.Taken(String id) -> {
        outbox.taken(message, senders.of(message.channel()).provider(), id, clock.instant());
        yield true;
      }
      case Sending.Later later -> postpone(message, later);
      case Sending.Refused(String code, String reason) -> giveUp(message, code, reason);
    };
  }

  private Sending attempt(OutboundMessage message) {
    MessageSender sender = senders.of(message.channel());
    try {
      Optional<String> taken =
          message.attempt() == 1
              ? Optional.empty()
              : sender.alreadyTaken(message, outbox.knownProviderIds(message));
      return taken.<Sending>map(Sending.Taken::new).orElseGet(() -> sender.send(message));
    } catch (RuntimeException e) {
      LOG.warn("A provider could not be asked.", e);
      return new Sending.Later(null, e.getClass().getSimpleName(), null);
    }
  }

  private boolean postpone(OutboundMessage message, Sending.Later later) {
    if (message.attempt() >= backOff.tries()) {
      return giveUp(message, later.errorCode(), later.reason());
    }
    Duration pause = backOff.after(message.attempt(), later.askedToWait());
    LOG.warn(
        "Reply {} not sent ({}). Tried again in {} s; after {} tries it is marked as failed.",
        message.id(),
        later.reason(),
        pause.toSeconds(),
        backOff.tries());
    Instant dueAt = clock.instant().plus(pause).truncatedTo(ChronoUnit.MICROS);
    outbox.later(message, later.errorCode(), later.reason(), dueAt);
    wakeups.outboxDue(message.conversation(), pause, dueAt);
    return false;
  }

  private boolean giveUp(OutboundMessage message, String code, String reason) {
    LOG.error(
        "Reply {} is given up after {} tries ({}). It stays visible as failed.",
        message.id(),
        message.attempt(),
        reason);
    outbox.failed(message, code, reason, clock.instant());
    return true;
  }
}
