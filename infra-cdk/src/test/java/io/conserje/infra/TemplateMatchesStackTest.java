package io.conserje.infra;

import static java.util.Map.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.names.LambdaFunction;
import io.conserje.names.Queue;
import io.conserje.names.Variable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** template.yaml, by which functions are tried on a laptop, says what the deployed stack says. */
class TemplateMatchesStackTest {

  /** What comes from a secret when deployed; on a laptop there is only the environment. */
  private static final Map<String, Set<String>> SECRETS =
      Map.ofEntries(
          entry("postgres", Set.of(Variable.POSTGRES_USER, Variable.POSTGRES_PASSWORD)),
          entry("console", Set.of(Variable.ADMIN_API_KEY)),
          entry("sessions", Set.of(Variable.SESSION_SECRET_KEY)),
          entry(
              "vapi",
              Set.of(
                  Variable.VAPI_API_KEY,
                  Variable.VAPI_CREDENTIAL_ID,
                  Variable.VAPI_HMAC_ALGORITHM,
                  Variable.VAPI_HMAC_ENCODING,
                  Variable.VAPI_HMAC_PAYLOAD,
                  Variable.VAPI_HMAC_PREFIX,
                  Variable.VAPI_HMAC_SIGNATURE_HEADER,
                  Variable.VAPI_HMAC_TIMESTAMP_HEADER,
                  Variable.VAPI_MODEL,
                  Variable.VAPI_SERVER_AUTH,
                  Variable.VAPI_SERVER_SECRET,
                  Variable.VAPI_TRANSCRIBER,
                  Variable.VAPI_VOICE)),
          entry(
              "telnyx",
              Set.of(
                  Variable.TELNYX_API_KEY,
                  Variable.TELNYX_CONNECTION_ID,
                  Variable.TELNYX_PUBLIC_KEY)),
          entry(
              "meta",
              Set.of(
                  Variable.WHATSAPP_ACCESS_TOKEN,
                  Variable.WHATSAPP_APP_SECRET,
                  Variable.WHATSAPP_PHONE_NUMBER_ID,
                  Variable.WHATSAPP_VERIFY_TOKEN)),
          entry("twilio", Set.of(Variable.TWILIO_ACCOUNT_SID, Variable.TWILIO_AUTH_TOKEN)),
          entry("webhook", Set.of(Variable.STAFF_WEBHOOK_SECRET, Variable.STAFF_WEBHOOK_ORIGINS)),
          entry(
              "mail",
              Set.of(
                  Variable.SMTP_HOST,
                  Variable.SMTP_PORT,
                  Variable.SMTP_ENCRYPTION,
                  Variable.SMTP_USER,
                  Variable.SMTP_PASSWORD,
                  Variable.EMAILS_FROM)),
          entry("openai", Set.of(Variable.OPENAI_API_KEY)),
          entry("groq", Set.of(Variable.GROQ_API_KEY)));

  /** Which models answer, for the functions that do; a person sets these, or nobody. */
  private static final Set<String> MODELS =
      Set.of(
          Variable.LANGUAGE_MODELS,
          Variable.OPENAI_BASE_URL,
          Variable.OPENAI_MODEL,
          Variable.GROQ_BASE_URL,
          Variable.GROQ_MODEL,
          Variable.TOKENS_PER_CONVERSATION,
          Variable.TOKENS_PER_VENUE_DAY);

  /** Who hears voice notes and answers them aloud; a person sets these, or nobody. */
  private static final Set<String> VOICE_NOTES =
      Set.of(
          Variable.TRANSCRIPTION_MODELS,
          Variable.OPENAI_TRANSCRIPTION_MODEL,
          Variable.GROQ_TRANSCRIPTION_MODEL,
          Variable.TRANSCRIPTION_AUDIO,
          Variable.SPEECH_MODELS,
          Variable.OPENAI_SPEECH_MODEL,
          Variable.OPENAI_SPEECH_VOICE,
          Variable.GROQ_SPEECH_MODEL,
          Variable.GROQ_SPEECH_VOICE,
          Variable.VOICE_NOTE_LONGEST_SECONDS,
          Variable.VOICE_NOTE_LARGEST_BYTES);

  private static final Set<LambdaFunction> ANSWERS =
      Set.of(LambdaFunction.TURNS, LambdaFunction.WEBCHAT);

  private final StackFacts stack =
      new StackFacts(Synthesised.stacks().state, Synthesised.stacks().functions);
  private final SamTemplate template = SamTemplate.read(Path.of("..", "template.yaml"));

  TemplateMatchesStackTest() throws IOException {}

  @Test
  void sameFunctionsWithTheSameSettingsAndCallers() {
    Map<String, FunctionFacts> expected = new TreeMap<>();
    for (LambdaFunction function : LambdaFunction.all()) {
      String name = DeployedFunction.logicalName(function);
      expected.put(name, onALaptop(function, stack.functions().get(name)));
    }
    assertSame(expected, template.functions());
  }

  @Test
  void sameQueues() {
    assertSame(stack.queues(), template.queues());
  }

  @Test
  void samePackages() {
    Map<String, String> expected = new TreeMap<>();
    for (LambdaFunction function : LambdaFunction.all()) {
      String module = function.module();
      expected.put(
          DeployedFunction.logicalName(function),
          "functions/" + module + "/target/" + module + ".zip");
    }
    assertEquals(expected, template.packages());
  }

  @Test
  void packagesAreTakenAsMavenMadeThem() {
    assertEquals(Set.of(), template.built());
  }

  /** One by one, so that a failure names the one that differs. */
  private static <T> void assertSame(Map<String, T> expected, Map<String, T> actual) {
    assertEquals(expected.keySet(), actual.keySet());
    expected.forEach((name, facts) -> assertEquals(facts, actual.get(name), name));
  }

  /** The same function with the variables that stand in for secrets and for AWS. */
  private static FunctionFacts onALaptop(LambdaFunction function, FunctionFacts deployed) {
    Set<String> environment = new TreeSet<>(deployed.environment());
    function.secrets().forEach(provider -> environment.addAll(SECRETS.get(provider)));
    if (Queue.all().stream().anyMatch(queue -> environment.contains(queue.urlVariable()))) {
      environment.add(Variable.AWS_ENDPOINT_URL_SQS);
    }
    if (function.equals(LambdaFunction.TURNS)) {
      environment.addAll(VOICE_NOTES);
      environment.add(Variable.TWILIO_BASE_URL);
      environment.add(Variable.META_BASE_URL);
      environment.add(Variable.META_GRAPH_VERSION);
      environment.add(Variable.TELNYX_BASE_URL);
    }
    if (function.equals(LambdaFunction.FOLLOW_UPS)) {
      environment.add(Variable.TWILIO_BASE_URL);
      environment.add(Variable.VAPI_BASE_URL);
      environment.add(Variable.TELNYX_BASE_URL);
    }
    if (ANSWERS.contains(function)) {
      environment.addAll(MODELS);
    }
    return new FunctionFacts(
        deployed.handler(),
        deployed.runtime(),
        deployed.architectures(),
        deployed.memoryMb(),
        deployed.timeoutSeconds(),
        deployed.snapStart(),
        deployed.alias(),
        environment,
        deployed.routes(),
        deployed.queues(),
        deployed.schedules());
  }
}
