package io.conserje.turns.vapi;

import io.conserje.call.AnswerCall;
import io.conserje.call.CallHouses;
import io.conserje.call.Calls;
import io.conserje.call.ForwardCall;
import io.conserje.call.RunToolCalls;
import io.conserje.connectors.json.OpenJson;
import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.Settings;
import io.conserje.connectors.postgres.DatabaseAway;
import io.conserje.connectors.sqs.QueueJson;
import io.conserje.connectors.sqs.SqsCallEvents;
import io.conserje.connectors.sqs.SqsClients;
import io.conserje.connectors.vapi.VapiAssistant;
import io.conserje.connectors.vapi.VapiAuth;
import io.conserje.connectors.vapi.VapiNews;
import io.conserje.connectors.vapi.VapiToolCalls;
import io.conserje.conversation.ToolBox;
import io.conserje.handoff.CallPerson;
import io.conserje.knowledge.Knowledge;
import io.conserje.names.Queue;
import io.conserje.names.Variable;
import io.conserje.outbound.WakingNotices;
import io.micronaut.context.annotation.Factory;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What the function {@code vapi} uses beyond what all turns do. */
@Factory
final class VapiWiring {

  private static final Logger LOG = LoggerFactory.getLogger(VapiWiring.class);

  /** Once is enough for a function that is asked at each call. */
  private static final AtomicBoolean WARNED = new AtomicBoolean();

  private static final Duration LONGEST_CALL = Duration.ofMinutes(15);

  @Singleton
  VapiCheck check(Settings settings, FunctionEnvironment environment) {
    return new VapiCheck(settings, environment.clock());
  }

  @Singleton
  OpenJson openJson(ObjectMapper mapper) {
    return new OpenJson(mapper);
  }

  @Singleton
  VapiNews news(OpenJson json) {
    return new VapiNews(json);
  }

  @Singleton
  SqsCallEvents queue(FunctionEnvironment environment, Settings settings, QueueJson json) {
    return new SqsCallEvents(
        SqsClients.forPutting(environment.variables()),
        () -> settings.required(Queue.CALL_EVENTS.urlVariable()),
        json);
  }

  @Singleton
  VapiTalk talk(
      Calls calls,
      CallHouses houses,
      ToolBox tools,
      CallPerson person,
      Knowledge knowledge,
      OpenJson json,
      Settings settings,
      WakingNotices notices,
      FunctionEnvironment environment) {
    return new VapiTalk(
        new AnswerCall(houses, calls, tools, environment.clock()),
        new RunToolCalls(houses, calls, tools, DatabaseAway::isBehind, environment.clock()),
        new ForwardCall(houses, calls, person, environment.clock()),
        houses,
        knowledge,
        new VapiToolCalls(json),
        () -> new VapiAssistant(chosen(settings)),
        notices);
  }

  private static VapiAssistant.Settings chosen(Settings settings) {
    String model = settings.find(Variable.VAPI_MODEL).orElse("openai/gpt-4.1");
    boolean thinksHere = model.equals(VapiAssistant.OUR_OWN);
    return new VapiAssistant.Settings(
        server(settings),
        model,
        thinksHere ? ourModel(settings) : "",
        settings.find(Variable.VAPI_VOICE).orElse("azure/es-ES-XimenaMultilingualNeural"),
        settings.find(Variable.VAPI_TRANSCRIBER).orElse("deepgram/nova-3"),
        LONGEST_CALL);
  }

  /** VAPI asks at {@code /chat/completions} below it. */
  private static String ourModel(Settings settings) {
    return settings.required(Variable.PUBLIC_VOICE_URL).replaceAll("/+$", "") + "/vapi";
  }

  /** A hash cannot be put into headers beforehand: it needs the credential kept at VAPI. */
  private static VapiAssistant.Server server(Settings settings) {
    String how = settings.find(Variable.VAPI_SERVER_AUTH).orElse("secret");
    String secret = settings.requiredList(Variable.VAPI_SERVER_SECRET).getFirst();
    Map<String, String> headers =
        switch (how) {
          case "secret" -> Map.of("X-Vapi-Secret", secret);
          case "bearer" -> Map.of("Authorization", VapiAuth.Bearer.PREFIX + secret);
          default -> Map.of();
        };
    String credential = settings.find(Variable.VAPI_CREDENTIAL_ID).orElse("");
    if (headers.isEmpty() && credential.isEmpty() && !WARNED.getAndSet(true)) {
      LOG.warn(
          "VAPI_SERVER_AUTH is hmac and VAPI_CREDENTIAL_ID is not set: assistants name no server, so"
              + " VAPI uses the number's, which brings nothing again that could not be taken.");
    }
    String base = settings.required(Variable.PUBLIC_BASE_URL).replaceAll("/+$", "");
    return new VapiAssistant.Server(base + "/vapi/webhook", headers, credential);
  }
}
