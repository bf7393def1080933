package io.conserje.turns.voice;

import io.conserje.call.CallPlace;
import io.conserje.call.CallState;
import io.conserje.call.Calls;
import io.conserje.call.SoundHost;
import io.conserje.call.out.MakeCall;
import io.conserje.call.out.OutgoingCall;
import io.conserje.call.out.OutgoingCall.State;
import io.conserje.call.out.OutgoingCalls;
import io.conserje.call.out.OutgoingTalk;
import io.conserje.call.out.OutgoingWording;
import io.conserje.connectors.lambda.FormFields;
import io.conserje.connectors.twilio.Twiml;
import io.conserje.venue.Venue;
import io.conserje.venue.Venues;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Optional;

/** What Twilio is to do with a call of ours that was picked up. */
final class OutgoingAnswer {

  private final OutgoingCalls outgoing;
  private final Calls calls;
  private final Venues venues;
  private final SoundHost host;
  private final CallTwiml twiml;
  private final InstantSource clock;

  OutgoingAnswer(
      OutgoingCalls outgoing,
      Calls calls,
      Venues venues,
      SoundHost host,
      CallTwiml twiml,
      InstantSource clock) {
    this.outgoing = outgoing;
    this.calls = calls;
    this.venues = venues;
    this.host = host;
    this.twiml = twiml;
    this.clock = clock;
  }

  /**
   * @param ours our own id of the call
   */
  Twiml answer(FormFields form, String ours) {
    String sid = form.text("CallSid").replace("\0", "");
    return Optional.ofNullable(OutgoingCall.named(OutgoingCall.MEMO + ours))
        .flatMap(outgoing::find)
        .filter(call -> call.state() != State.OVER)
        .map(call -> {
          outgoing.rings(call.id(), sid, sid, clock.instant());
          outgoing.answered(call.id(), "", clock.instant());
          return pickedUp(call, sid);
        })
        .orElseGet(() -> Twiml.response().add(Twiml.of("Hangup")));
  }

  private Twiml pickedUp(OutgoingCall call, String sid) {
    Venue venue = venues.byId(call.venue()).orElseThrow();
    CallPlace place = MakeCall.place(call.ringing(sid, sid));
    Locale language = calls.open(place, venue, CallState.IN_PROGRESS, clock.instant()).language();
    return host.of(place, venue, language, CallTwiml.path(venue))
        .map(sound -> twiml.connect(sound, venue, language))
        .orElseGet(() -> twiml.goodbye(language, afterTheTone(call, venue)));
  }

  /** What is said where nobody can talk: a machine hears it after its tone. */
  static String afterTheTone(OutgoingCall call, Venue venue) {
    return OutgoingWording.in(call.language())
        .afterTheTone(venue.name(), OutgoingTalk.purpose(call));
  }
}
