package io.conserje.turns.voice;

import io.conserje.call.AnswerCall;
import io.conserje.call.AnswerCall.Answer;
import io.conserje.call.CallHouses;
import io.conserje.call.CallPlace;
import io.conserje.call.CallState;
import io.conserje.call.CallWording;
import io.conserje.call.Calls;
import io.conserje.call.Calls.Known;
import io.conserje.call.CarriedCall;
import io.conserje.call.ForwardCall;
import io.conserje.call.ForwardCall.Forwarding;
import io.conserje.call.SoundHost;
import io.conserje.call.TakeVoiceMessage;
import io.conserje.call.VoiceWording;
import io.conserje.connectors.lambda.FormFields;
import io.conserje.connectors.twilio.Twiml;
import io.conserje.venue.Venue;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What becomes of a call over Twilio: the host of its sound talks to the guest; where there is
 * none, or it breaks off, a person of the house does, or a message is taken.
 */
final class VoiceTalk {

  private final AnswerCall answer;
  private final ForwardCall forward;
  private final CallHouses houses;
  private final Calls calls;
  private final SoundHost host;
  private final TakeVoiceMessage messages;
  private final CallTwiml twiml;
  private final Runnable afterwards;
  private final InstantSource clock;
  private final CarriedCall carried;
  private final TransferTalk transfer;

  /**
   * @param afterwards wakes whoever sends what was written meanwhile
   */
  VoiceTalk(
      AnswerCall answer,
      ForwardCall forward,
      CallHouses houses,
      Calls calls,
      SoundHost host,
      TakeVoiceMessage messages,
      CallTwiml twiml,
      TransferTalk transfer,
      Runnable afterwards,
      InstantSource clock) {
    this.answer = answer;
    this.forward = forward;
    this.houses = houses;
    this.calls = calls;
    this.host = host;
    this.messages = messages;
    this.twiml = twiml;
    this.transfer = transfer;
    this.afterwards = afterwards;
    this.clock = clock;
    this.carried = new CarriedCall(calls);
  }

  Twiml answer(FormFields form) {
    CallPlace place = place(form);
    return switch (answer.answer(place)) {
      case Answer.NoHouse(String words) -> twiml.goodbye(null, words);
      case Answer.ByPerson(String number, String words) ->
          twiml.dial(known(place).language(), words, number);
      case Answer.ByAssistant by ->
          connect(place, by.venue(), by.language()).orElseGet(() -> unassisted(place, by));
    };
  }

  private Optional<Twiml> connect(CallPlace place, Venue venue, Locale language) {
    return host.of(place, venue, language, CallTwiml.path(venue))
        .map(sound -> twiml.connect(sound, venue, language));
  }

  private Twiml unassisted(CallPlace place, Answer.ByAssistant by) {
    return help(place, by.venue(), by.language(), words -> words.noAssistant(by.venue().name()));
  }

  /** The words before it: a guest who was talking is told what has happened. */
  private interface First {
    String in(VoiceWording words);
  }

  /**
   * A host that has finished hangs up itself: whoever comes here has been cut off, or asks for a
   * person.
   *
   * @param attempt of which time the sound has ended; empty for unknown
   */
  Twiml resume(FormFields form, String attempt) {
    if (form.text("CallStatus").equals("completed")) {
      return Twiml.response();
    }
    CallPlace place = place(form);
    return houses
        .of(place)
        .map(venue -> {
          carried.taken(place, venue, attempt, clock.instant());
          Locale language = known(place, venue).language();
          return form.has("HandoffData")
              ? help(place, venue, language, _ -> "")
              : afterSound(place, venue, language);
        })
        .orElseGet(() -> twiml.goodbye(null, CallWording.in(null).noHouse()));
  }

  /** Another host, or the same one anew, carries on what was cut off. */
  private Twiml afterSound(CallPlace place, Venue venue, Locale language) {
    return switch (carried.ended(place, venue, clock.instant())) {
      case OVER -> Twiml.response().add(Twiml.of("Hangup"));
      case TO_PERSON -> help(place, venue, language, _ -> "");
      case NEVER_CARRIED, GIVEN_UP -> help(place, venue, language, VoiceWording::apology);
      case CUT_OFF ->
          connect(place, venue, language)
              .orElseGet(() -> help(place, venue, language, VoiceWording::apology));
    };
  }

  /** Nobody is rung for the same guest twice in one call. */
  private Twiml help(CallPlace place, Venue venue, Locale language, First first) {
    VoiceWording wording = VoiceWording.in(language);
    String before = first.in(wording);
    if (carried.isBack(place, venue)) {
      return twiml.takeMessage(language, (before + " " + wording.notReached()).strip());
    }
    Forwarding forwarding = forward.forward(place, "resume:" + place.callId(), "");
    afterwards.run();
    return switch (forwarding) {
      case Forwarding.To to ->
          transfer.ring(place, to, 0, language, (before + " " + to.words()).strip());
      case Forwarding.Nobody(String words) ->
          twiml.takeMessage(language, (before + " " + words).strip());
    };
  }

  /**
   * @param position of who was rung; empty for a person who was told nothing before
   */
  Twiml afterDial(FormFields form, String position) {
    CallPlace place = place(form);
    String outcome = form.text("DialCallStatus");
    Optional<Venue> venue = houses.of(place);
    if (venue.isEmpty()) {
      return Twiml.response().add(Twiml.of("Hangup"));
    }
    if (position.matches("\\d{1,2}")) {
      return transfer
          .after(place, venue.get(), Integer.parseInt(position), outcome)
          .orElseGet(() -> nobodyTook(place, venue.get()));
    }
    return outcome.equals("completed") || outcome.equals("answered")
        ? Twiml.response().add(Twiml.of("Hangup"))
        : nobodyTook(place, venue.get());
  }

  /** Whoever was left to a person by our own side is talked to there again; else on a tape. */
  private Twiml nobodyTook(CallPlace place, Venue venue) {
    Locale language = known(place, venue).language();
    return carried.mayComeBack(place, venue, clock.instant())
        ? connect(place, venue, language).orElseGet(() -> notReached(language))
        : notReached(language);
  }

  private Twiml notReached(Locale language) {
    return twiml.takeMessage(language, VoiceWording.in(language).notReached());
  }

  Twiml message(FormFields form) {
    CallPlace place = place(form);
    Locale language = language(place);
    VoiceWording words = VoiceWording.in(language);
    Optional<Venue> venue = houses.of(place);
    if (venue.isEmpty() || !form.has("RecordingUrl")) {
      return twiml.goodbye(language, words.nothingHeard());
    }
    messages.take(venue.get(), known(place, venue.get()), form.text("RecordingUrl"));
    afterwards.run();
    return twiml.goodbye(language, words.thanks());
  }

  private Locale language(CallPlace place) {
    return houses.of(place).map(venue -> known(place, venue).language()).orElse(null);
  }

  private Known known(CallPlace place) {
    return known(place, houses.of(place).orElseThrow());
  }

  private Known known(CallPlace place, Venue venue) {
    return calls.open(place, venue, CallState.IN_PROGRESS, clock.instant());
  }

  /** In a call that the house makes it is the house that calls. */
  private static CallPlace place(FormFields form) {
    boolean out = form.text("Direction").startsWith("outbound");
    List<String> house =
        (out
                ? Stream.of(form.text("From"), form.text("Caller"))
                : Stream.of(form.text("To"), form.text("Called")))
            .filter(number -> !number.isBlank())
            .distinct()
            .toList();
    return new CallPlace(
        "twilio",
        form.text("CallSid"),
        "",
        house,
        form.text(out ? "To" : "From"),
        out ? "outbound" : "inbound");
  }
}
