package io.conserje.call.out;

import io.conserje.call.CallEvent;
import io.conserje.call.CallPlace;
import io.conserje.call.CallReport;
import io.conserje.call.Calls;
import io.conserje.call.out.CallCarrier.Dialled;
import io.conserje.outbound.ProviderSilent;
import io.conserje.venue.Venue;
import io.conserje.venue.Venues;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes a telephone ring that was ordered to, once: where an earlier try may have arrived the
 * provider is asked first.
 */
public final class MakeCall {

  private static final Logger LOG = LoggerFactory.getLogger(MakeCall.class);

  /** Longer than a try takes with all its time-outs. */
  private static final Duration HOLD = Duration.ofSeconds(60);

  /** Until what a provider took without an answer has shown. */
  private static final Duration BETWEEN_TRIES = Duration.ofSeconds(20);

  /** However long a provider asks to be left alone. */
  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(10);

  private static final int MOST_TRIES = 5;

  /** Whoever ordered it would be surprised by it now. */
  private static final Duration TOO_LATE = Duration.ofMinutes(30);

  private final OutgoingCalls outgoing;
  private final Calls calls;
  private final Venues venues;
  private final List<CallCarrier> carriers;
  private final AfterCall after;
  private final CallDue due;
  private final InstantSource clock;

  public MakeCall(
      OutgoingCalls outgoing,
      Calls calls,
      Venues venues,
      List<CallCarrier> carriers,
      AfterCall after,
      CallDue due,
      InstantSource clock) {
    this.outgoing = outgoing;
    this.calls = calls;
    this.venues = venues;
    this.carriers = List.copyOf(carriers);
    this.after = after;
    this.due = due;
    this.clock = clock;
  }

  /** What came of it: the word for the log. */
  public String make(UUID id) {
    Instant now = clock.instant();
    Optional<OutgoingCall> claimed = outgoing.claim(id, now, HOLD);
    if (claimed.isEmpty()) {
      return "nothing to do";
    }
    OutgoingCall call = claimed.get();
    Venue venue = venues.byId(call.venue()).orElseThrow();
    Optional<CallCarrier> carrier =
        carriers.stream().filter(one -> one.provider().equals(call.provider())).findFirst();
    if (carrier.isEmpty()) {
      return given(call, venue, "no-carrier");
    }
    return call.firstTriedAt() != null
        ? again(call, venue, carrier.get())
        : first(call, venue, carrier.get(), now);
  }

  private String first(OutgoingCall call, Venue venue, CallCarrier carrier, Instant now) {
    if (isTooLate(call, now)) {
      return given(call, venue, "too-late");
    }
    if (!CallingHours.allow(venue, now)) {
      return given(call, venue, "outside-hours");
    }
    if (outgoing.isUnwanted(call.venue(), call.to())) {
      return given(call, venue, "unwanted");
    }
    return dialled(call, venue, carrier.dial(call));
  }

  /** A second attempt was ordered for later. */
  private boolean isTooLate(OutgoingCall call, Instant now) {
    return call.attempt() == 1 && call.orderedAt().plus(TOO_LATE).isBefore(now);
  }

  private String again(OutgoingCall call, Venue venue, CallCarrier carrier) {
    try {
      Optional<Dialled.Rings> earlier = carrier.earlier(call, id -> isAnothers(call, id));
      return earlier.isPresent()
          ? dialled(call, venue, earlier.get())
          : first(call, venue, carrier, clock.instant());
    } catch (ProviderSilent silent) {
      return dialled(call, venue, new Dialled.Later(silent.getMessage(), true));
    }
  }

  private boolean isAnothers(OutgoingCall call, String providerCallId) {
    return outgoing
        .of(call.provider(), providerCallId)
        .filter(known -> !known.id().equals(call.id()))
        .isPresent();
  }

  private String dialled(OutgoingCall call, Venue venue, Dialled dialled) {
    return switch (dialled) {
      case Dialled.Rings(String callId, String control) -> {
        outgoing.rings(call.id(), callId, control, clock.instant());
        yield "rings";
      }
      case Dialled.Refused(String code, String reason) -> {
        LOG.warn("A call is not made ({}: {}). It stands as ended.", code, reason);
        yield given(call, venue, "refused-" + code);
      }
      case Dialled.Later later -> later(call, venue, later);
    };
  }

  private String later(OutgoingCall call, Venue venue, Dialled.Later later) {
    if (call.tried() >= MOST_TRIES) {
      return given(call, venue, "not-made");
    }
    Duration wait = pause(later.asked());
    LOG.warn(
        "A call was not made ({}). Tried again in {} s; after {} tries it stands as ended.",
        later.reason(),
        wait.toSeconds(),
        MOST_TRIES);
    outgoing.later(call.id(), clock.instant().plus(wait), later.perhapsTaken(), later.reason());
    due.callDue(call.id(), wait);
    return "later";
  }

  private static Duration pause(Duration asked) {
    Duration most = asked.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : asked;
    return most.compareTo(BETWEEN_TRIES) > 0 ? most : BETWEEN_TRIES;
  }

  /** Nobody rings any more. */
  private String given(OutgoingCall call, Venue venue, String reason) {
    Instant now = clock.instant();
    calls.record(
        CallEvent.of(place(call), "not-made", "not-made", now, now, call.id().toString())
            .reporting(CallReport.ofEnd(reason, now)),
        venue,
        now);
    after.ended(call.id(), reason);
    return reason;
  }

  /** As the call stands in the list before a provider has it. */
  public static CallPlace place(OutgoingCall call) {
    String id = call.providerCallId().isEmpty() ? call.memo() : call.providerCallId();
    return new CallPlace(
        call.provider(), id, call.control(), List.of(call.from()), call.to(), "outbound");
  }
}
