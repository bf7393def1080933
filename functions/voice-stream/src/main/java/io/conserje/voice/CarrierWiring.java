package io.conserje.voice;

import io.conserje.call.CallWords;
import io.conserje.call.Calls;
import io.conserje.call.TakeCall;
import io.conserje.call.TalkWithReceptionist;
import io.conserje.call.out.OutgoingCalls;
import io.conserje.call.out.OutgoingTalk;
import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.Settings;
import io.conserje.connectors.postgres.Json;
import io.conserje.connectors.postgres.KeyedDigest;
import io.conserje.connectors.postgres.PostgresCallWords;
import io.conserje.connectors.postgres.PostgresCalls;
import io.conserje.connectors.postgres.PostgresOutgoingCalls;
import io.conserje.connectors.postgres.Sql;
import io.conserje.conversation.Receptionist;
import io.conserje.names.Variable;
import io.conserje.outbound.WakingNotices;
import io.conserje.venue.Venues;
import io.conserje.voice.browser.BrowserDoor;
import io.conserje.voice.call.CallPipeline.Crew;
import io.conserje.voice.call.LiveCalls;
import io.conserje.voice.relay.RelayDoor;
import io.conserje.voice.socket.Admission;
import io.conserje.voice.socket.Door;
import io.conserje.voice.socket.DoorsBeforeTheServer;
import io.conserje.voice.telnyx.TelnyxDoor;
import io.conserje.voice.twilio.TwilioDoor;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.event.BeanCreatedEventListener;
import io.micronaut.http.server.netty.NettyServerCustomizer.Registry;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.function.Supplier;

/** Who brings calls to this host, and how they come in. */
@Factory
final class CarrierWiring {

  /** Of the connections to the database; the others are for what cannot wait. */
  private static final int ANSWERED_AHEAD = VoiceStreamWiring.CONNECTIONS / 2;

  @Singleton
  LiveCalls liveCalls() {
    return new LiveCalls();
  }

  @Singleton
  Admission admission(
      Sql sql,
      Json json,
      Venues venues,
      Receptionist receptionist,
      WakingNotices notices,
      Settings settings,
      Crew crew,
      LiveCalls live,
      FunctionEnvironment environment) {
    Supplier<String> key = () -> settings.required(Variable.SESSION_SECRET_KEY);
    Calls calls = new PostgresCalls(sql, json, new KeyedDigest(key));
    CallWords words = new PostgresCallWords(sql, ANSWERED_AHEAD);
    OutgoingCalls outgoing = new PostgresOutgoingCalls(sql, venues);
    return new Admission(
        new TakeCall(calls, venues, key, environment.clock()),
        call ->
            OutgoingTalk.where(
                call,
                new TalkWithReceptionist(
                    call, calls, words, receptionist, notices::wake, environment.clock()),
                outgoing,
                words,
                environment.clock()),
        crew,
        live);
  }

  @Singleton
  BeanCreatedEventListener<Registry> doors(Settings settings, Admission admission) {
    List<Door> doors =
        List.of(
            new TwilioDoor(settings, admission),
            new RelayDoor(settings, admission),
            new TelnyxDoor(admission),
            new BrowserDoor(settings, admission));
    return created -> {
      created.getBean().register(new DoorsBeforeTheServer(doors));
      return created.getBean();
    };
  }
}
