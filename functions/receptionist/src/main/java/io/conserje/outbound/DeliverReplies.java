package io.conserje.outbound;

import io.conserje.conversation.Wakeups;
import io.conserje.metrics.Metrics;
import io.conserje.outbound.Outbox.Claim;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import io.conserje.venue.Venues;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Sends what waits in a conversation's outbox, in order. A try whose end is unknown (a crash, a
 * time-out) is never repeated before the provider was asked what it has. While a provider is in
 * trouble its messages wait, and none is given up for it within a day; where the house has another
 * provider, they go that way.
 */
public final class DeliverReplies {

  private static final Logger LOG = LoggerFactory.getLogger(DeliverReplies.class);

  /** Longer than the function that sends may run. */
  private static final Duration HOLD = Duration.ofSeconds(40);

  /** Till then trouble of the provider's alone gives no message up. */
  private static final Duration LONGEST_WAIT = Duration.ofHours(24);

  /** How long a message waits for its own channel where another provider has one. */
  private static final Duration BEFORE_ANOTHER_WAY = Duration.ofMinutes(2);

  /**
   * How long nothing must have been reported of the last try before another provider is given what
   * this one cannot be asked for. Reports come within seconds.
   */
  private static final Duration FOR_A_REPORT = Duration.ofMinutes(2);

  private static final String PROVIDER_DOWN = "provider_down";

  /** Nobody has to be asked to know it. */
  private static final Sending.Refused WINDOW_CLOSED =
      new Sending.Refused(
          "window_closed",
          "the guest has not written for a day and the house has no template for this",
          Sending.Refusal.NOT_OVER_THIS_CHANNEL,
          false);

  private static final Sending.Later NEVER_ANSWERED =
      new Sending.Later("unanswered", "whether it was taken nobody has said", null);

  /** The guest has its text. */
  private static final Sending.Refused NOT_SAID =
      new Sending.Refused("not_spoken", "nobody could say it aloud, or not at the first try");

  private final Outbox outbox;
  private final Senders senders;
  private final Wakeups wakeups;
  private final InstantSource clock;
  private final BackOff backOff;
  private final Venues venues;
  private final CarefulSending careful;
  private final SpokenReplies spoken;

  /** Where nothing is said aloud. */
  public DeliverReplies(
      Outbox outbox,
      Venues venues,
      Senders senders,
      Wakeups wakeups,
      InstantSource clock,
      BackOff backOff) {
    this(outbox, venues, senders, wakeups, clock, backOff, Circuits.NONE, Metrics.NONE);
  }

  public DeliverReplies(
      Outbox outbox,
      Venues venues,
      Senders senders,
      Wakeups wakeups,
      InstantSource clock,
      BackOff backOff,
      Circuits circuits,
      Metrics metrics) {
    this(outbox, venues, senders, wakeups, clock, backOff, circuits, metrics, SpokenReplies.NONE);
  }

  public DeliverReplies(
      Outbox outbox,
      Venues venues,
      Senders senders,
      Wakeups wakeups,
      InstantSource clock,
      BackOff backOff,
      Circuits circuits,
      Metrics metrics,
      SpokenReplies spoken) {
    this.careful = new CarefulSending(new CircuitKeeper(circuits, metrics));
    this.outbox = outbox;
    this.venues = venues;
    this.senders = senders;
    this.wakeups = wakeups;
    this.clock = clock;
    this.backOff = backOff;
    this.spoken = spoken;
  }

  /**
   * @param waitedOut the end of the back-off or hold that a reminder has waited out; null when
   *     nobody has waited
   */
  public void deliver(UUID conversation, Instant waitedOut) {
    while (true) {
      switch (outbox.claim(conversation, clock.instant(), HOLD, waitedOut)) {
        case Claim.Claimed(OutboundMessage message) -> {
          if (!told(message, waitedOut)) {
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
  private boolean told(OutboundMessage message, Instant waitedOut) {
    try (var _ = MDC.putCloseable("channel", message.channel().code())) {
      return message.speech() == null ? give(message, waitedOut) : sayOnce(message);
    }
  }

  private boolean give(OutboundMessage message, Instant waitedOut) {
    if (message.attempt() > backOff.tries()) {
      return afterItsLastTry(message, NEVER_ANSWERED);
    }
    MessageSender sender = senders.of(message);
    Instant now = clock.instant();
    // A clock that stands still, as a sandbox's may, has been waited out all the same.
    Instant moment = waitedOut != null && waitedOut.isAfter(now) ? waitedOut : now;
    return careful
        .wait(sender, moment)
        .map(until -> holdBack(message, sender, until))
        .orElseGet(() -> give(message, careful.ask(sender, () -> attempt(message))));
  }

  private boolean holdBack(OutboundMessage message, MessageSender sender, Instant until) {
    boolean neverTried = message.attempt() == 1;
    if (neverTried && waits(message, BEFORE_ANOTHER_WAY) && byAnotherProvider(message, sender)) {
      return true;
    }
    if (waits(message, LONGEST_WAIT)) {
      return giveUp(message, PROVIDER_DOWN, sender.provider() + " did not come back in a day");
    }
    putBack(message, false, sender.provider() + " is left alone", until);
    return false;
  }

  /** Many wait for the same moment, and should not come back together. */
  private void putBack(OutboundMessage message, boolean tried, String reason, Instant until) {
    Instant dueAt = until.plus(backOff.jitter()).truncatedTo(ChronoUnit.MICROS);
    outbox.putBack(message, tried, reason, dueAt);
    wakeups.outboxDue(message.conversation(), Duration.between(clock.instant(), dueAt), dueAt);
  }

  private boolean waits(OutboundMessage message, Duration longerThan) {
    Instant since = message.triedSince();
    return since != null && since.plus(longerThan).isBefore(clock.instant());
  }

  private boolean byAnotherProvider(OutboundMessage message, MessageSender sender) {
    List<Channel> others = othersThan(sender, message);
    return !others.isEmpty()
        && outbox.elsewhere(
            message.venue(),
            message.id(),
            others,
            PROVIDER_DOWN,
            sender.provider() + " did not take it",
            clock.instant());
  }

  private List<Channel> othersThan(MessageSender sender, OutboundMessage message) {
    Venue venue = venues.byId(message.venue()).orElseThrow();
    return senders.elsewhere(venue.correspondence().after(message.channel()), sender);
  }

  /** The sound is an extra: it is tried once, keeps nothing waiting and goes no other way. */
  private boolean sayOnce(OutboundMessage message) {
    Sending sending = message.attempt() == 1 ? say(message) : NOT_SAID;
    return switch (sending) {
      case Sending.Taken _ -> give(message, sending);
      case Sending.Later later -> unsaid(message, later.errorCode(), later.reason());
      case Sending.Refused refused -> unsaid(message, refused.errorCode(), refused.reason());
    };
  }

  private Sending say(OutboundMessage message) {
    try {
      return spoken
          .address(message)
          .map(address -> message.as(new OutboundMessage.Speech(address)))
          .map(said -> attempt(said, senders.of(said)))
          .orElse(NOT_SAID);
    } catch (RuntimeException e) {
      LOG.warn("A reply could not be said aloud.", e);
      return NOT_SAID;
    }
  }

  private boolean unsaid(OutboundMessage message, String code, String reason) {
    LOG.warn("Reply {} was not sent as sound ({}); the guest has its text.", message.id(), reason);
    outbox.failed(message, code, reason, clock.instant());
    return true;
  }

  private boolean give(OutboundMessage message, Sending sending) {
    Optional<Instant> leftAlone = careful.note(senders.of(message), sending, clock.instant());
    return switch (sending) {
      case Sending.Taken(String id) -> {
        String provider = senders.of(message).provider();
        outbox.taken(message, provider, id, clock.instant());
        LOG.atInfo()
            .addKeyValue("provider", provider)
            .addKeyValue("attempt", message.attempt())
            .log("Reply {} is sent.", message.id());
        yield true;
      }
      case Sending.Later later when leftAlone.isPresent() && !waits(message, LONGEST_WAIT) -> {
        putBack(message, true, later.reason(), notBefore(leftAlone.get(), later));
        yield false;
      }
      case Sending.Later later -> postpone(message, later);
      case Sending.Refused refused -> refused(message, refused);
    };
  }

  private Instant notBefore(Instant leftAlone, Sending.Later later) {
    Duration own = later.askedToWait() == null ? Duration.ZERO : later.askedToWait();
    Instant asked = clock.instant().plus(own);
    return asked.isAfter(leftAlone) ? asked : leftAlone;
  }

  private Sending attempt(OutboundMessage claimed) {
    MessageSender sender = senders.of(claimed);
    OutboundMessage message = claimed;
    if (!CustomerWindow.isOpen(claimed, clock.instant())) {
      Venue venue = venues.byId(claimed.venue()).orElseThrow();
      Optional<OutboundMessage> template = CustomerWindow.asTemplate(claimed, venue, sender);
      if (template.isEmpty() && claimed.attempt() == 1 && hasAnother(claimed, venue)) {
        return WINDOW_CLOSED;
      }
      message = template.orElse(claimed);
    }
    return attempt(message, sender);
  }

  private static boolean hasAnother(OutboundMessage message, Venue venue) {
    return !venue.correspondence().after(message.channel()).isEmpty();
  }

  private Sending attempt(OutboundMessage message, MessageSender sender) {
    try {
      return message.attempt() > 1
              && earlierTry(message, sender) instanceof EarlierTry.Arrived(String id)
          ? new Sending.Taken(id)
          : sender.send(message);
    } catch (RuntimeException e) {
      LOG.warn("A provider could not be asked.", e);
      return new Sending.Later(null, e.getClass().getSimpleName(), null);
    }
  }

  private EarlierTry earlierTry(OutboundMessage message, MessageSender sender) {
    return sender.alreadyTaken(message, outbox.knownProviderIds(message));
  }

  private boolean postpone(OutboundMessage message, Sending.Later later) {
    return message.attempt() >= backOff.tries()
        ? afterItsLastTry(message, later)
        : tryAgain(message, later, backOff.after(message.attempt(), later.askedToWait()));
  }

  private boolean tryAgain(OutboundMessage message, Sending.Later later, Duration pause) {
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

  /** Another way where the provider does not have it after all: nobody is told a thing twice. */
  private boolean afterItsLastTry(OutboundMessage message, Sending.Later failure) {
    MessageSender sender = senders.of(message);
    EarlierTry earlier;
    try {
      earlier = earlierTry(message, sender);
    } catch (RuntimeException e) {
      LOG.warn("A provider could not be asked whether it has a message after all.", e);
      return giveUp(message, failure.errorCode(), failure.reason());
    }
    boolean mayStillBeReported =
        message.attempt() <= backOff.tries() && !othersThan(sender, message).isEmpty();
    return switch (earlier) {
      case EarlierTry.Arrived(String id) -> give(message, new Sending.Taken(id));
      case EarlierTry.Unknown _ when mayStillBeReported -> tryAgain(message, failure, FOR_A_REPORT);
      case EarlierTry.Unknown _, EarlierTry.NeverArrived _ ->
          byAnotherProvider(message, sender)
              || giveUp(message, failure.errorCode(), failure.reason());
    };
  }

  private boolean refused(OutboundMessage message, Sending.Refused refused) {
    Instant now = clock.instant();
    String code = refused.errorCode();
    switch (refused.what()) {
      case OPTED_OUT -> outbox.optedOut(message.venue(), message.id(), code, refused.reason(), now);
      case NOT_OVER_THIS_CHANNEL -> {
        if (elsewhere(message, refused, now)) {
          return true;
        }
        if (refused == WINDOW_CLOSED) {
          return give(message, attempt(message, senders.of(message)));
        }
        return giveUp(message, code, refused.reason());
      }
      case FINAL -> giveUp(message, code, refused.reason());
    }
    return true;
  }

  private boolean elsewhere(OutboundMessage message, Sending.Refused refused, Instant now) {
    Venue venue = venues.byId(message.venue()).orElseThrow();
    return outbox.elsewhere(
        message.venue(),
        message.id(),
        venue.correspondence().after(message.channel()),
        refused.errorCode(),
        refused.reason(),
        now);
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
