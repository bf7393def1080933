package io.conserje.turns.voice;

import io.conserje.call.AnswerCall;
import io.conserje.call.CallHouses;
import io.conserje.call.CallTransfers;
import io.conserje.call.Calls;
import io.conserje.call.ForwardCall;
import io.conserje.call.RecordingLink;
import io.conserje.call.SoundHost;
import io.conserje.call.TakeVoiceMessage;
import io.conserje.call.out.OutgoingCalls;
import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.Settings;
import io.conserje.connectors.lambda.twilio.TwilioCheck;
import io.conserje.conversation.ToolBox;
import io.conserje.handoff.CallPerson;
import io.conserje.names.Variable;
import io.conserje.outbound.WakingNotices;
import io.conserje.venue.Venues;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.UUID;

/**
 * What the function {@code voice-calls} uses beyond what all turns do, and messages after the tone.
 */
@Factory
final class VoiceWiring {

  @Singleton
  TwilioCheck twilioCheck(Settings settings) {
    return new TwilioCheck(settings);
  }

  /** Whoever carries the call. */
  @Singleton
  TakeVoiceMessage messages(
      Calls calls, CallPerson person, Settings settings, FunctionEnvironment environment) {
    RecordingLink link =
        new RecordingLink(
            () -> settings.required(Variable.PUBLIC_BASE_URL),
            () -> settings.required(Variable.SESSION_SECRET_KEY));
    return new TakeVoiceMessage(calls, person, link, environment.clock());
  }

  @Singleton
  VoiceTalk voiceTalk(
      Calls calls,
      CallHouses houses,
      ToolBox tools,
      CallPerson person,
      TakeVoiceMessage messages,
      TransferTalk transfer,
      Settings settings,
      WakingNotices notices,
      FunctionEnvironment environment) {
    InstantSource clock = environment.clock();
    return new VoiceTalk(
        new AnswerCall(houses, calls, tools, clock),
        new ForwardCall(houses, calls, person, clock),
        houses,
        calls,
        host(settings, clock),
        messages,
        twiml(settings),
        transfer,
        notices::wake,
        clock);
  }

  @Singleton
  TransferTalk transferTalk(
      Calls calls,
      CallHouses houses,
      CallPerson person,
      CallTransfers transfers,
      Settings settings,
      FunctionEnvironment environment) {
    InstantSource clock = environment.clock();
    return new TransferTalk(
        new ForwardCall(houses, calls, person, clock),
        houses,
        calls,
        transfers,
        twiml(settings),
        clock);
  }

  @Singleton
  OutgoingAnswer outgoingAnswer(
      OutgoingCalls outgoing,
      Calls calls,
      Venues venues,
      Settings settings,
      FunctionEnvironment environment) {
    InstantSource clock = environment.clock();
    return new OutgoingAnswer(
        outgoing, calls, venues, host(settings, clock), twiml(settings), clock);
  }

  private static CallTwiml twiml(Settings settings) {
    return new CallTwiml(() -> settings.required(Variable.PUBLIC_BASE_URL));
  }

  private static SoundHost host(Settings settings, InstantSource clock) {
    return new SoundHost(
        () -> settings.find(Variable.PUBLIC_VOICE_URL),
        () -> settings.required(Variable.SESSION_SECRET_KEY),
        () -> UUID.randomUUID().toString(),
        clock);
  }
}
