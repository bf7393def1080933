package io.conserje.turns;

import io.conserje.call.CallEvent;
import io.conserje.call.CallPlan;
import io.conserje.call.CallState;
import io.conserje.call.out.AfterCall;
import io.conserje.call.out.OutgoingCall;
import io.conserje.call.out.OutgoingCalls;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** News of calls that the house makes: the first of them tells the provider's id. */
final class OutgoingNews {

  private final OutgoingCalls outgoing;
  private final AfterCall after;
  private final InstantSource clock;

  OutgoingNews(OutgoingCalls outgoing, AfterCall after, InstantSource clock) {
    this.outgoing = outgoing;
    this.after = after;
    this.clock = clock;
  }

  /** Before anything else is done with it, so that it is of the call that stands in the list. */
  Optional<OutgoingCall> of(CallEvent event) {
    UUID named = named(event.memo());
    String provider = event.place().provider();
    String callId = event.place().callId();
    if (named == null) {
      return outgoing.of(provider, callId);
    }
    Optional<OutgoingCall> call =
        outgoing.find(named).filter(one -> one.provider().equals(provider));
    if (call.filter(one -> one.providerCallId().isEmpty()).isPresent()) {
      String carrier = event.place().carrierCallId();
      outgoing.rings(named, callId, carrier.isEmpty() ? callId : carrier, clock.instant());
      return outgoing.find(named);
    }
    return call;
  }

  private static UUID named(String memo) {
    return CallPlan.of(memo).map(CallPlan::ours).orElseGet(() -> OutgoingCall.named(memo));
  }

  void follow(CallEvent event, OutgoingCall call) {
    if (event.state() == CallState.IN_PROGRESS) {
      after.answered(call.id(), "");
    }
    if (event.state() == CallState.ENDED) {
      after.ended(call.id(), event.endedReason());
    }
  }
}
