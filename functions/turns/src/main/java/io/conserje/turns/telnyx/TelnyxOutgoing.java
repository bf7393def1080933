package io.conserje.turns.telnyx;

import io.conserje.call.CallEvent;
import io.conserje.call.CallPlan;
import io.conserje.call.CallPlan.Step;
import io.conserje.call.CallState;
import io.conserje.call.Calls;
import io.conserje.call.SoundForm;
import io.conserje.call.SoundHost;
import io.conserje.call.SoundHost.Sound;
import io.conserje.call.out.AfterCall;
import io.conserje.call.out.OutgoingCall;
import io.conserje.call.out.OutgoingCalls;
import io.conserje.call.out.OutgoingTalk;
import io.conserje.call.out.OutgoingWording;
import io.conserje.connectors.telnyx.TelnyxLine.Told;
import io.conserje.turns.telnyx.Orders.Order;
import io.conserje.venue.Venue;
import io.conserje.venue.Venues;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * A call that the house makes over Telnyx: whoever picks up is talked to; a machine is told why the
 * house called, after its tone.
 */
final class TelnyxOutgoing {

  private static final String PROVIDER = "telnyx";

  private final OutgoingCalls outgoing;
  private final Calls calls;
  private final Venues venues;
  private final SoundHost host;
  private final Supplier<String> codec;
  private final AfterCall after;
  private final TellOnce line;
  private final InstantSource clock;

  TelnyxOutgoing(
      OutgoingCalls outgoing,
      Calls calls,
      Venues venues,
      SoundHost host,
      Supplier<String> codec,
      AfterCall after,
      TellOnce line,
      InstantSource clock) {
    this.outgoing = outgoing;
    this.calls = calls;
    this.venues = venues;
    this.host = host;
    this.codec = codec;
    this.after = after;
    this.line = line;
    this.clock = clock;
  }

  private record Ours(CallEvent because, OutgoingCall call, Venue venue, CallPlan plan) {}

  /** False for what is of another kind of call, or to be led on as one that came in. */
  boolean takes(CallEvent event) {
    boolean ofMachine = event.signal().startsWith("call.machine.");
    Optional<UUID> named = CallPlan.of(event.memo()).map(CallPlan::ours);
    if (!ofMachine && named.isEmpty()) {
      return false;
    }
    Optional<OutgoingCall> call =
        named.isPresent()
            ? outgoing.find(named.get())
            : outgoing.of(PROVIDER, event.place().callId());
    call.ifPresent(one -> next(event, one));
    return call.isPresent();
  }

  private void next(CallEvent event, OutgoingCall call) {
    CallPlan plan = new CallPlan(Step.OUT, event.place().carrierCallId(), call.id().toString());
    Ours ours = new Ours(event, call, venues.byId(call.venue()).orElseThrow(), plan);
    switch (event.signal()) {
      case "call.answered" -> pickedUp(ours);
      case "call.machine.detection.ended", "call.machine.premium.detection.ended" -> detected(ours);
      case "call.machine.greeting.ended", "call.machine.premium.greeting.ended" -> tone(ours);
      default -> {}
    }
  }

  /** From here on it is led as one that came in. */
  private void pickedUp(Ours ours) {
    CallPlan guest = new CallPlan(Step.STREAM, ours.plan().control(), leg(ours));
    Optional<Sound> sound =
        host.of(ours.because().place(), ours.venue(), language(ours), TelnyxTalk.STREAM_PATH);
    if (sound.isEmpty() || refuses(ours, Orders.stream(guest, sound.get(), form()))) {
      message(ours);
    }
  }

  private SoundForm form() {
    return SoundForm.of(codec.get()).orElse(SoundForm.PCMU);
  }

  private static String leg(Ours ours) {
    return ours.because().place().callId();
  }

  private Locale language(Ours ours) {
    return calls
        .open(ours.because().place(), ours.venue(), CallState.IN_PROGRESS, clock.instant())
        .language();
  }

  private void detected(Ours ours) {
    String by = ours.because().report() == null ? "" : ours.because().report().outcome();
    if (by.contains("human")) {
      after.answered(ours.call().id(), AfterCall.PERSON);
    } else if ((by.contains("machine") || by.contains("fax")) && !isPerson(ours)) {
      after.answered(ours.call().id(), AfterCall.MACHINE);
      boolean waits = by.contains("machine") && ours.call().leavesMessage();
      tell(
          ours,
          waits
              ? Orders.stopStream(ours.plan().at(Step.OUT_MACHINE))
              : Orders.hangUp(ours.plan().at(Step.GOODBYE)));
    }
  }

  /** Somebody who talks to us is no machine. */
  private static boolean isPerson(Ours ours) {
    return ours.call().answeredBy().equals(AfterCall.PERSON);
  }

  private void tone(Ours ours) {
    if (ours.call().answeredBy().equals(AfterCall.MACHINE) && ours.call().leavesMessage()) {
      message(ours);
    }
  }

  /** Then the call ends: see what follows a {@link Step#GOODBYE}. */
  private void message(Ours ours) {
    Locale language = ours.call().language();
    String words =
        OutgoingWording.in(language)
            .afterTheTone(ours.venue().name(), OutgoingTalk.purpose(ours.call()));
    CallPlan goodbye = new CallPlan(Step.GOODBYE, ours.plan().control(), leg(ours));
    if (refuses(ours, Orders.speak(goodbye, language, words))) {
      tell(ours, Orders.hangUp(goodbye));
    }
  }

  private boolean refuses(Ours ours, Order order) {
    return tell(ours, order).filter(Told.Refused.class::isInstance).isPresent();
  }

  private Optional<Told> tell(Ours ours, Order order) {
    return line.tell(
        ours.because(), ours.because().place(), ours.venue(), ours.plan().control(), order);
  }
}
