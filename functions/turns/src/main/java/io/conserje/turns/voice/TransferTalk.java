package io.conserje.turns.voice;

import io.conserje.call.CallHouses;
import io.conserje.call.CallPlace;
import io.conserje.call.CallState;
import io.conserje.call.CallTransfers;
import io.conserje.call.Calls;
import io.conserje.call.Calls.Known;
import io.conserje.call.ForwardCall;
import io.conserje.call.ForwardCall.Forwarding;
import io.conserje.call.VoiceWording;
import io.conserje.connectors.lambda.FormFields;
import io.conserje.connectors.twilio.Twiml;
import io.conserje.venue.Venue;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A caller is put through to the house's people, one after the other. Each hears who calls and what
 * about, and takes the call with a key, so that no machine ever does.
 */
final class TransferTalk {

  private final ForwardCall forward;
  private final CallHouses houses;
  private final Calls calls;
  private final CallTransfers transfers;
  private final CallTwiml twiml;
  private final InstantSource clock;

  TransferTalk(
      ForwardCall forward,
      CallHouses houses,
      Calls calls,
      CallTransfers transfers,
      CallTwiml twiml,
      InstantSource clock) {
    this.forward = forward;
    this.houses = houses;
    this.calls = calls;
    this.transfers = transfers;
    this.twiml = twiml;
    this.clock = clock;
  }

  /**
   * @param position in the list of those who may be rung
   * @param words to the caller before
   */
  Twiml ring(CallPlace place, Forwarding.To to, int position, Locale language, String words) {
    Venue venue = houses.of(place).orElseThrow();
    String number = to.numbers().get(position);
    transfers.rings(venue, known(place, venue).call(), position, number, clock.instant());
    return twiml.dialAndTell(language, words, number, place.callId(), position);
  }

  /**
   * Whoever was rung has hung up, or has not picked up, or has not pressed the key.
   *
   * @return empty where nobody is left to be rung
   */
  Optional<Twiml> after(CallPlace place, Venue venue, int position, String outcome) {
    Known known = known(place, venue);
    boolean taken = transfers.ended(venue, known.call(), position, outcome, clock.instant());
    if (taken) {
      return Optional.of(Twiml.response().add(Twiml.of("Hangup")));
    }
    String words = VoiceWording.in(known.language()).nextPerson();
    return forwarding(place) instanceof Forwarding.To to && position + 1 < to.numbers().size()
        ? Optional.of(ring(place, to, position + 1, known.language(), words))
        : Optional.empty();
  }

  /** To the person who has picked up; the caller does not hear it. */
  Twiml brief(FormFields query) {
    CallPlace place = callOf(query);
    Optional<Venue> house = houses.of(place);
    if (house.isEmpty() || !(forwarding(place) instanceof Forwarding.To to)) {
      return Twiml.response().add(Twiml.of("Hangup"));
    }
    Locale language = house.get().language();
    String words = to.summary() + " " + VoiceWording.in(language).pressOne();
    return twiml.brief(language, words, place.callId(), position(query));
  }

  /** The person has pressed a key. */
  Twiml key(FormFields form, FormFields query) {
    CallPlace place = callOf(query);
    Optional<Venue> house = houses.of(place);
    if (house.isEmpty() || !form.text("Digits").equals("1")) {
      return Twiml.response().add(Twiml.of("Hangup"));
    }
    transfers.taken(house.get(), known(place, house.get()).call(), position(query));
    Locale language = house.get().language();
    return twiml.join(language, VoiceWording.in(language).hereTheyAre());
  }

  /** The same whenever it is asked in one call. */
  private Forwarding forwarding(CallPlace place) {
    return forward.forward(place, "resume:" + place.callId(), "");
  }

  private Known known(CallPlace place, Venue venue) {
    return calls.open(place, venue, CallState.FORWARDING, clock.instant());
  }

  /** The caller's, of which the person's leg knows only what we told Twilio. */
  private static CallPlace callOf(FormFields query) {
    String sid = query.text("of").replace("\0", "");
    return new CallPlace("twilio", sid, "", List.of(), "", "inbound");
  }

  private static int position(FormFields query) {
    String position = query.text("n");
    return position.matches("\\d{1,2}") ? Integer.parseInt(position) : 0;
  }
}
