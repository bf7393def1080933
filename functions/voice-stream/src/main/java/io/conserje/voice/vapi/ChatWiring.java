package io.conserje.voice.vapi;

import io.conserje.call.CallHouses;
import io.conserje.call.Calls;
import io.conserje.call.told.AnswerToldCall;
import io.conserje.connectors.json.OpenJson;
import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.Settings;
import io.conserje.connectors.postgres.Json;
import io.conserje.connectors.postgres.KeyedDigest;
import io.conserje.connectors.postgres.PostgresCalls;
import io.conserje.connectors.postgres.PostgresToldTurns;
import io.conserje.connectors.postgres.Sql;
import io.conserje.conversation.Receptionist;
import io.conserje.names.Variable;
import io.conserje.outbound.WakingNotices;
import io.conserje.venue.Venues;
import io.micronaut.context.annotation.Factory;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Duration;

/** What the host of calls uses to answer those that others hear and speak. */
@Factory
final class ChatWiring {

  /** VAPI waits 20 seconds. */
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final Duration SILENCE = Duration.ofMillis(1500);

  @Singleton
  OpenJson openJson(ObjectMapper mapper) {
    return new OpenJson(mapper);
  }

  @Singleton
  SpokenAnswers answers(
      Sql sql,
      Json json,
      Venues venues,
      Receptionist receptionist,
      WakingNotices notices,
      Settings settings,
      FunctionEnvironment environment) {
    KeyedDigest digests = new KeyedDigest(() -> settings.required(Variable.SESSION_SECRET_KEY));
    Calls calls = new PostgresCalls(sql, json, digests);
    return new SpokenAnswers(
        new AnswerToldCall(
            new CallHouses(calls, venues),
            venues,
            calls,
            new PostgresToldTurns(sql, json),
            receptionist,
            notices::wake,
            PATIENCE,
            environment.clock()),
        SILENCE);
  }
}
