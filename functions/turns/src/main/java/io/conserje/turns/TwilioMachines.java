package io.conserje.turns;

import io.conserje.call.CallEvent;
import io.conserje.call.Calls;
import io.conserje.call.out.AfterCall;
import io.conserje.call.out.OutgoingCall;
import io.conserje.call.out.OutgoingCalls;
import io.conserje.call.out.OutgoingTalk;
import io.conserje.call.out.OutgoingWording;
import io.conserje.connectors.twilio.TwilioCaller;
import io.conserje.connectors.twilio.Twiml;
import io.conserje.venue.Venue;
import io.conserje.venue.Venues;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Consumer;

/** Who has answered a call of ours over Twilio: a machine is told why we called, after its tone. */
final class TwilioMachines implements Consumer<CallEvent> {

  static final String PROVIDER = "twilio";

  private static final String ANSWERED_BY = "answered-by-";
  private static final String TONE = "machine_end_beep";

  private final OutgoingCalls outgoing;
  private final Calls calls;
  private final Venues venues;
  private final TwilioCaller twilio;
  private final AfterCall after;
  private final InstantSource clock;

  TwilioMachines(
      OutgoingCalls outgoing,
      Calls calls,
      Venues venues,
      TwilioCaller twilio,
      AfterCall after,
      InstantSource clock) {
    this.outgoing = outgoing;
    this.calls = calls;
    this.venues = venues;
    this.twilio = twilio;
    this.after = after;
    this.clock = clock;
  }

  @Override
  public void accept(CallEvent event) {
    if (event.signal().startsWith(ANSWERED_BY)) {
      outgoing
          .of(PROVIDER, event.place().callId())
          .ifPresent(call -> answered(event, call, event.signal().substring(ANSWERED_BY.length())));
    }
  }

  private void answered(CallEvent event, OutgoingCall call, String by) {
    if (by.equals("human")) {
      after.answered(call.id(), AfterCall.PERSON);
    } else if (by.equals("fax") || by.startsWith("machine") && isOne(call, by)) {
      after.answered(call.id(), AfterCall.MACHINE);
      tell(event, call, by.startsWith("machine"));
    }
  }

  /** Somebody who talks to us is no machine, unless there is a tone. */
  private static boolean isOne(OutgoingCall call, String by) {
    return by.equals(TONE) || !call.answeredBy().equals(AfterCall.PERSON);
  }

  private void tell(CallEvent event, OutgoingCall call, boolean listens) {
    Venue venue = venues.byId(call.venue()).orElseThrow();
    if (calls.knows(event.place(), "told:machine", venue)) {
      return;
    }
    if (listens && call.leavesMessage()) {
      twilio.redirect(event.place().callId(), message(call, venue));
    } else {
      twilio.hangUp(event.place().callId());
    }
    Instant now = clock.instant();
    calls.record(
        CallEvent.of(event.place(), "told:machine", "told", now, now, event.correlation()),
        venue,
        now);
  }

  private static Twiml message(OutgoingCall call, Venue venue) {
    Locale language = call.language();
    String words =
        OutgoingWording.in(language).afterTheTone(venue.name(), OutgoingTalk.purpose(call));
    return Twiml.response()
        .add(
            Twiml.of("Say")
                .with("language", language.getLanguage().equals("en") ? "en-GB" : "es-ES")
                .saying(words))
        .add(Twiml.of("Hangup"));
  }
}
