package io.conserje.names;

import java.time.Duration;
import java.util.List;

/**
 * One Lambda function: stack, template, sandbox and benchmark are all made from this list.
 *
 * @param name as in the stack and the logs, for example {@code twilio-messages}
 * @param module the folder under {@code functions/} whose {@code target/<module>.zip} is deployed
 * @param handler the handler class
 * @param memoryMb 1769 MB is one vCPU
 * @param inVpc whether it reaches Postgres and Redis
 * @param routes what API Gateway sends it
 * @param queues what SQS sends it
 * @param everyMinute whether the scheduler calls it
 * @param snapStart whether a snapshot is made of a published version
 * @param secrets the providers (and {@code postgres}, {@code console}) whose secret it may read
 * @param environment the variables the stack sets for it, beyond {@code ENVIRONMENT} and {@code
 *     LOG_LEVEL}
 */
public record LambdaFunction(
    String name,
    String module,
    String handler,
    int memoryMb,
    Duration timeout,
    boolean inVpc,
    List<Route> routes,
    List<Queue> queues,
    boolean everyMinute,
    boolean snapStart,
    List<String> secrets,
    List<String> environment) {

  private static final List<String> POSTGRES =
      List.of(Variable.POSTGRES_SERVER, Variable.POSTGRES_PORT, Variable.POSTGRES_DB);

  public static final LambdaFunction TWILIO_MESSAGES =
      new LambdaFunction(
          "twilio-messages",
          "webhooks",
          "io.conserje.webhooks.twilio.TwilioMessages",
          1769,
          Duration.ofSeconds(10),
          false,
          List.of(
              new Route("POST", "/whatsapp/webhook"),
              new Route("POST", "/sms/webhook"),
              new Route("POST", "/twilio/status"),
              new Route("POST", "/voice/twilio/status")),
          List.of(),
          false,
          true,
          List.of("twilio"),
          List.of(
              Variable.SECRETS_PREFIX,
              Variable.PUBLIC_BASE_URL,
              Queue.INBOUND.urlVariable(),
              Queue.DELIVERY_STATUSES.urlVariable(),
              Queue.CALL_EVENTS.urlVariable()));

  public static final LambdaFunction META_WHATSAPP =
      new LambdaFunction(
          "meta-whatsapp",
          "webhooks",
          "io.conserje.webhooks.meta.MetaWhatsApp",
          1769,
          Duration.ofSeconds(10),
          false,
          List.of(new Route("GET", "/meta/webhook"), new Route("POST", "/meta/webhook")),
          List.of(),
          false,
          true,
          List.of("meta"),
          List.of(
              Variable.SECRETS_PREFIX,
              Queue.INBOUND.urlVariable(),
              Queue.DELIVERY_STATUSES.urlVariable()));

  public static final LambdaFunction TELNYX_EVENTS =
      new LambdaFunction(
          "telnyx-events",
          "webhooks",
          "io.conserje.webhooks.telnyx.TelnyxEvents",
          1769,
          Duration.ofSeconds(10),
          false,
          List.of(new Route("POST", "/telnyx/events")),
          List.of(),
          false,
          true,
          List.of("telnyx"),
          List.of(
              Variable.SECRETS_PREFIX,
              Queue.INBOUND.urlVariable(),
              Queue.DELIVERY_STATUSES.urlVariable(),
              Queue.CALL_EVENTS.urlVariable()));

  public static final LambdaFunction TURNS =
      new LambdaFunction(
          "turns",
          "turns",
          "io.conserje.turns.Turns",
          1769,
          Duration.ofSeconds(30),
          true,
          List.of(),
          Queue.all(),
          false,
          true,
          List.of(
              "twilio",
              "meta",
              "telnyx",
              "sessions",
              "postgres",
              "openai",
              "groq",
              "mail",
              "webhook"),
          with(
              POSTGRES,
              Variable.SECRETS_PREFIX,
              Variable.PUBLIC_BASE_URL,
              Variable.PUBLIC_VOICE_URL,
              Variable.REDIS_URL,
              Queue.TURN_DUE.urlVariable(),
              Queue.OUTBOX_DUE.urlVariable()));

  public static final LambdaFunction WEBCHAT =
      new LambdaFunction(
          "webchat",
          "turns",
          "io.conserje.turns.webchat.WebChatFunction",
          1769,
          Duration.ofSeconds(29),
          true,
          List.of(
              new Route("GET", "/webchat/messages"),
              new Route("POST", "/webchat/messages"),
              new Route("OPTIONS", "/webchat/messages"),
              new Route("GET", "/webchat/house"),
              new Route("GET", "/webchat/widget.js"),
              new Route("GET", "/media/{token}")),
          List.of(),
          false,
          true,
          List.of("sessions", "postgres", "openai", "groq"),
          with(
              POSTGRES,
              Variable.SECRETS_PREFIX,
              Variable.PUBLIC_BASE_URL,
              Variable.ALLOWED_ORIGINS,
              Variable.REDIS_URL,
              Queue.TURN_DUE.urlVariable(),
              Queue.OUTBOX_DUE.urlVariable()));

  public static final LambdaFunction VAPI =
      new LambdaFunction(
          "vapi",
          "turns",
          "io.conserje.turns.vapi.VapiFunction",
          1769,
          Duration.ofSeconds(20),
          true,
          List.of(new Route("POST", "/vapi/webhook")),
          List.of(),
          false,
          true,
          List.of("vapi", "postgres"),
          with(
              POSTGRES,
              Variable.SECRETS_PREFIX,
              Variable.PUBLIC_BASE_URL,
              Variable.PUBLIC_VOICE_URL,
              Variable.REDIS_URL,
              Queue.CALL_EVENTS.urlVariable(),
              Queue.TURN_DUE.urlVariable(),
              Queue.OUTBOX_DUE.urlVariable()));

  public static final LambdaFunction VOICE_CALLS =
      new LambdaFunction(
          "voice-calls",
          "turns",
          "io.conserje.turns.voice.VoiceFunction",
          1769,
          Duration.ofSeconds(14),
          true,
          List.of(
              new Route("POST", "/voice/twilio"),
              new Route("POST", "/voice/twilio/resume"),
              new Route("POST", "/voice/twilio/message")),
          List.of(),
          false,
          true,
          List.of("twilio", "sessions", "postgres"),
          with(
              POSTGRES,
              Variable.SECRETS_PREFIX,
              Variable.PUBLIC_BASE_URL,
              Variable.PUBLIC_VOICE_URL,
              Variable.REDIS_URL,
              Queue.TURN_DUE.urlVariable(),
              Queue.OUTBOX_DUE.urlVariable()));

  public static final LambdaFunction CONSOLE =
      new LambdaFunction(
          "console",
          "console",
          "io.conserje.console.Console",
          1769,
          Duration.ofSeconds(15),
          true,
          List.of(
              new Route("GET", "/health"),
              new Route("GET", "/ready"),
              new Route("GET", "/recordings/{token}"),
              new Route("ANY", "/api/{proxy+}")),
          List.of(),
          false,
          true,
          List.of(
              "console",
              "postgres",
              "twilio",
              "meta",
              "sessions",
              "vapi",
              "telnyx",
              "openai",
              "groq",
              "mail",
              "webhook"),
          withQueues(
              with(
                  POSTGRES,
                  Variable.SECRETS_PREFIX,
                  Variable.PUBLIC_BASE_URL,
                  Variable.PUBLIC_VOICE_URL,
                  Variable.RECORDINGS_BUCKET,
                  Variable.REDIS_URL)));

  public static final LambdaFunction FOLLOW_UPS =
      new LambdaFunction(
          "follow-ups",
          "follow-ups",
          "io.conserje.followups.FollowUps",
          1769,
          Duration.ofSeconds(50),
          true,
          List.of(),
          List.of(),
          true,
          false,
          List.of("postgres", "sessions", "vapi", "twilio", "telnyx"),
          with(
              POSTGRES,
              Variable.SECRETS_PREFIX,
              Variable.RECORDINGS_BUCKET,
              Queue.TURN_DUE.urlVariable(),
              Queue.OUTBOX_DUE.urlVariable()));

  public static final LambdaFunction MIGRATE =
      new LambdaFunction(
          "migrate",
          "follow-ups",
          "io.conserje.followups.Migrate",
          1769,
          Duration.ofMinutes(5),
          true,
          List.of(),
          List.of(),
          false,
          false,
          List.of(
              "postgres",
              "twilio",
              "meta",
              "console",
              "sessions",
              "vapi",
              "telnyx",
              "mail",
              "webhook"),
          with(POSTGRES, Variable.SECRETS_PREFIX));

  public static List<LambdaFunction> all() {
    return List.of(
        TWILIO_MESSAGES,
        TELNYX_EVENTS,
        META_WHATSAPP,
        TURNS,
        WEBCHAT,
        VAPI,
        VOICE_CALLS,
        CONSOLE,
        FOLLOW_UPS,
        MIGRATE);
  }

  /** Whether it may look into the dead letters and put them back on their queues. */
  public boolean replaysDeadLetters() {
    return this == CONSOLE;
  }

  private static List<String> withQueues(List<String> some) {
    return with(some, Queue.all().stream().map(Queue::urlVariable).toArray(String[]::new));
  }

  private static List<String> with(List<String> some, String... more) {
    return java.util.stream.Stream.concat(some.stream(), java.util.Arrays.stream(more)).toList();
  }
}
