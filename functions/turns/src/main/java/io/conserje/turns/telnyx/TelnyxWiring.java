package io.conserje.turns.telnyx;

import io.conserje.call.AnswerCall;
import io.conserje.call.CallHouses;
import io.conserje.call.CallTransfers;
import io.conserje.call.Calls;
import io.conserje.call.ForwardCall;
import io.conserje.call.SoundHost;
import io.conserje.call.TakeVoiceMessage;
import io.conserje.call.out.AfterCall;
import io.conserje.call.out.OutgoingCalls;
import io.conserje.connectors.json.OpenJson;
import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.Settings;
import io.conserje.connectors.telnyx.TelnyxAccount;
import io.conserje.connectors.telnyx.TelnyxApi;
import io.conserje.connectors.telnyx.TelnyxLine;
import io.conserje.conversation.ToolBox;
import io.conserje.handoff.CallPerson;
import io.conserje.names.Variable;
import io.conserje.outbound.WakingNotices;
import io.conserje.venue.Venues;
import io.micronaut.context.annotation.Factory;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** What the function {@code turns} uses to lead calls over Telnyx. */
@Factory
final class TelnyxWiring {

  @Singleton
  TelnyxApi telnyx(Settings settings, ObjectMapper mapper, FunctionEnvironment environment) {
    return new TelnyxApi(
        () ->
            new TelnyxAccount(
                settings.required(Variable.TELNYX_API_KEY),
                settings.find(Variable.TELNYX_BASE_URL).orElse(null)),
        new OpenJson(mapper),
        environment.clock());
  }

  @Singleton
  TelnyxTalk telnyxTalk(
      TelnyxApi telnyx,
      Calls calls,
      CallHouses houses,
      ToolBox tools,
      CallPerson person,
      TakeVoiceMessage messages,
      CallTransfers transfers,
      OutgoingCalls outgoing,
      AfterCall after,
      Venues venues,
      Settings settings,
      WakingNotices notices,
      FunctionEnvironment environment) {
    InstantSource clock = environment.clock();
    TelnyxLine line = new TelnyxLine(telnyx, pause -> LockSupport.parkNanos(pause.toNanos()));
    TellOnce once = new TellOnce(line, calls, clock);
    SoundHost host =
        new SoundHost(
            () -> settings.find(Variable.PUBLIC_VOICE_URL),
            () -> settings.required(Variable.SESSION_SECRET_KEY),
            () -> UUID.randomUUID().toString(),
            clock);
    return new TelnyxTalk(
        new TelnyxOutgoing(
            outgoing,
            calls,
            venues,
            host,
            () -> settings.find(Variable.TELNYX_STREAM_CODEC).orElse(""),
            after,
            once,
            clock),
        new AnswerCall(houses, calls, tools, clock),
        new ForwardCall(houses, calls, person, clock),
        houses,
        calls,
        host,
        () -> settings.find(Variable.TELNYX_STREAM_CODEC).orElse(""),
        messages,
        new TelnyxTransfer(
            calls,
            transfers,
            outgoing,
            once,
            () -> settings.find(Variable.TELNYX_CONNECTION_ID),
            () -> settings.required(Variable.PUBLIC_BASE_URL),
            clock),
        once,
        notices::wake,
        clock);
  }
}
