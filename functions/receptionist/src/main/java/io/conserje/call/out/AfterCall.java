package io.conserje.call.out;

import io.conserje.call.CallEvent;
import io.conserje.call.ProviderCalls;
import io.conserje.call.out.OutgoingCall.Kind;
import io.conserje.call.out.OutgoingCall.State;
import io.conserje.call.out.OutgoingCalls.Order;
import io.conserje.call.out.OutgoingCalls.Ordered;
import io.conserje.venue.Venue;
import io.conserje.venue.Venues;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** What is written down, and done, once a call of the house has been answered or has ended. */
public final class AfterCall {

  public static final String PERSON = "person";
  public static final String MACHINE = "machine";

  /** Whoever did not pick up may do so a quarter of an hour later. */
  private static final Duration UNTIL_NEXT_ATTEMPT = Duration.ofMinutes(15);

  private static final int MOST_ATTEMPTS = 2;

  private final OutgoingCalls outgoing;
  private final Venues venues;
  private final CallDue due;
  private final InstantSource clock;

  public AfterCall(OutgoingCalls outgoing, Venues venues, CallDue due, InstantSource clock) {
    this.outgoing = outgoing;
    this.venues = venues;
    this.due = due;
    this.clock = clock;
  }

  public void answered(UUID id, String by) {
    outgoing.answered(id, by, clock.instant());
  }

  /**
   * What follows comes first: where that fails, the call is not over and its end is told again.
   *
   * @param reason the provider's word, or ours
   * @return the call as it was, where it was not over before
   */
  public Optional<OutgoingCall> ended(UUID id, String reason) {
    Optional<OutgoingCall> call = outgoing.find(id).filter(one -> one.state() != State.OVER);
    call.filter(one -> isPromised(one) && isUnanswered(one, reason)).ifPresent(this::onceMore);
    return call.filter(_ -> outgoing.over(id, reason, clock.instant()));
  }

  /** The same by the provider's id; a call that is none of the house's own is left alone. */
  public void ended(CallEvent end) {
    outgoing
        .of(end.place().provider(), end.place().callId())
        .ifPresent(call -> ended(call.id(), end.endedReason()));
  }

  /** A guest who was promised a call is called once more. */
  private static boolean isPromised(OutgoingCall call) {
    return call.kind() == Kind.CALL_BACK && call.attempt() < MOST_ATTEMPTS;
  }

  /** In Twilio's words and in Telnyx's. Where nobody can say how it ended, by what was heard. */
  private static boolean isUnanswered(OutgoingCall call, String reason) {
    return switch (reason) {
      case "busy", "no-answer", "user_busy", "timeout", "no_answer", "call_rejected" -> true;
      case ProviderCalls.UNREPORTED, ProviderCalls.LOST, ProviderCalls.NOT_FOUND ->
          call.state() != State.ANSWERED;
      default -> false;
    };
  }

  private void onceMore(OutgoingCall call) {
    Instant now = clock.instant();
    Venue venue = venues.byId(call.venue()).orElseThrow();
    Instant then = CallingHours.next(venue, now.plus(UNTIL_NEXT_ATTEMPT));
    Ordered ordered =
        outgoing.order(
            new Order(
                call.venue(),
                "again:" + call.id(),
                call.kind(),
                call.provider(),
                call.from(),
                call.to(),
                call.purpose(),
                call.language(),
                call.leavesMessage(),
                call.attempt() + 1,
                then),
            now);
    if (ordered.isNew()) {
      due.callDue(ordered.call().id(), Duration.between(now, then));
    }
  }
}
