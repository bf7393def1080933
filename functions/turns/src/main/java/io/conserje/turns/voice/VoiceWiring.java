package io.conserje.turns.voice;

import io.conserje.call.AnswerCall;
import io.conserje.call.CallHouses;
import io.conserje.call.Calls;
import io.conserje.call.ForwardCall;
import io.conserje.call.SoundHost;
import io.conserje.call.TakeVoiceMessage;
import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.Settings;
import io.conserje.connectors.lambda.twilio.TwilioCheck;
import io.conserje.conversation.ToolBox;
import io.conserje.handoff.CallPerson;
import io.conserje.names.Variable;
import io.conserje.outbound.WakingNotices;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.UUID;

/** What the function {@code voice-calls} uses beyond what all turns do. */
@Factory
final class VoiceWiring {

  @Singleton
  TwilioCheck twilioCheck(Settings settings) {
    return new TwilioCheck(settings);
  }

  @Singleton
  VoiceTalk voiceTalk(
      Calls calls,
      CallHouses houses,
      ToolBox tools,
      CallPerson person,
      Settings settings,
      WakingNotices notices,
      FunctionEnvironment environment) {
    InstantSource clock = environment.clock();
    CallTwiml twiml = new CallTwiml(() -> settings.required(Variable.PUBLIC_BASE_URL));
    return new VoiceTalk(
        new AnswerCall(houses, calls, tools, clock),
        new ForwardCall(houses, calls, person, clock),
        houses,
        calls,
        new SoundHost(
            () -> settings.find(Variable.PUBLIC_VOICE_URL),
            () -> settings.required(Variable.SESSION_SECRET_KEY),
            () -> UUID.randomUUID().toString(),
            clock),
        new TakeVoiceMessage(calls, person, clock),
        twiml,
        notices::wake,
        clock);
  }
}
