package io.conserje.sandbox;

import io.conserje.names.Queue;
import io.conserje.names.Variable;
import io.conserje.sandbox.meta.MetaGuests;
import io.conserje.sandbox.queues.Queues;
import io.conserje.sandbox.telnyx.TelnyxSigning;
import io.conserje.sandbox.voice.Speech;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The values that a sandbox starts with. */
final class Values {

  static final String RECORDINGS = "recordings";

  private Values() {}

  /** What anybody may set from outside by its environment name. */
  static Map<String, String> defaults(
      String gateway, String simulator, String speech, int mailPort) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(Variable.ENVIRONMENT, "sandbox");
    values.put(Variable.LOG_LEVEL, "INFO");
    values.put(Variable.PUBLIC_BASE_URL, gateway);
    values.put(Variable.ADMIN_API_KEY, "sandbox-admin-key");
    values.put(
        Variable.ALLOWED_ORIGINS, simulator + "," + simulator.replace("127.0.0.1", "localhost"));
    values.put(Variable.SESSION_SECRET_KEY, "sandbox-session-key-not-real");
    values.put(Variable.TWILIO_ACCOUNT_SID, "AC00000000000000000000000000000001");
    values.put(Variable.TWILIO_AUTH_TOKEN, "test-twilio-auth-token-not-real");
    values.put(Variable.TWILIO_BASE_URL, simulator);
    values.put(Variable.TELNYX_API_KEY, "test-telnyx-api-key-not-real");
    values.put(Variable.TELNYX_PUBLIC_KEY, TelnyxSigning.PUBLIC_KEY);
    values.put(Variable.TELNYX_BASE_URL, simulator);
    values.put(Variable.WHATSAPP_ACCESS_TOKEN, "test-whatsapp-access-token-not-real");
    values.put(Variable.WHATSAPP_PHONE_NUMBER_ID, MetaGuests.RESTAURANT);
    values.put(Variable.WHATSAPP_VERIFY_TOKEN, "test-verify-token");
    values.put(Variable.WHATSAPP_APP_SECRET, "test-meta-app-secret-not-real");
    values.put(Variable.META_BASE_URL, simulator);
    values.put(Variable.VAPI_SERVER_AUTH, "secret");
    values.put(Variable.VAPI_SERVER_SECRET, "test-vapi-secret");
    values.put(Variable.VAPI_API_KEY, "test-vapi-api-key-not-real");
    values.put(Variable.VAPI_LLM_KEY, "test-vapi-llm-key-not-real");
    values.put(Variable.VAPI_BASE_URL, simulator + "/vapi");
    values.put(Variable.SMTP_HOST, "127.0.0.1");
    values.put(Variable.SMTP_PORT, String.valueOf(mailPort));
    values.put(Variable.SMTP_ENCRYPTION, "none");
    values.put(Variable.EMAILS_FROM, "Conserje <conserje@sandbox.example>");
    values.put(Variable.STAFF_WEBHOOK_SECRET, "whsec_dGVzdC1zdGFmZi13ZWJob29rLXNlY3JldA==");
    values.put(Variable.STAFF_WEBHOOK_ORIGINS, simulator);
    values.put(Variable.OPENAI_BASE_URL, simulator + "/v1");
    values.put(Variable.OPENAI_MODEL, "gpt-simulated");
    values.put(Variable.GROQ_BASE_URL, simulator + "/openai/v1");
    values.put(Variable.GROQ_MODEL, "openai/gpt-oss-simulated");
    values.put(Variable.DEEPGRAM_API_KEY, Speech.DEEPGRAM_KEY);
    values.put(Variable.DEEPGRAM_BASE_URL, speech);
    values.put(Variable.ELEVENLABS_API_KEY, Speech.ELEVENLABS_KEY);
    values.put(Variable.ELEVENLABS_BASE_URL, speech);
    return values;
  }

  /**
   * Where the embedded parts are. These are never taken from outside: a database that happens to be
   * in the environment of a developer's shell must not be emptied by a reset.
   */
  static Map<String, String> embedded(EmbeddedServices services, Queues queues) {
    Map<String, String> values = new LinkedHashMap<>();
    values.put(Variable.AWS_REGION, Queues.REGION);
    values.put("AWS_ACCESS_KEY_ID", Queues.ACCESS_KEY);
    values.put("AWS_SECRET_ACCESS_KEY", Queues.ACCESS_KEY);
    values.put(Variable.AWS_ENDPOINT_URL_SQS, services.sqsEndpoint());
    values.put(Variable.AWS_ENDPOINT_URL_S3, services.s3().endpoint());
    values.put(Variable.RECORDINGS_BUCKET, RECORDINGS);
    values.put(Variable.AWS_ENDPOINT_URL_SECRETS_MANAGER, services.secretsEndpoint());
    values.put(Variable.SECRETS_PREFIX, "conserje/sandbox");
    values.put(Variable.POSTGRES_SERVER, "127.0.0.1");
    values.put(Variable.POSTGRES_PORT, String.valueOf(services.postgresPort()));
    values.put(Variable.POSTGRES_DB, HouseDatabase.NAME);
    values.put(Variable.POSTGRES_USER, HouseDatabase.USER);
    values.put(Variable.POSTGRES_PASSWORD, HouseDatabase.PASSWORD);
    values.put(Variable.REDIS_URL, services.redisUrl());
    Queue.all().forEach(queue -> values.put(queue.urlVariable(), queues.url(queue)));
    return values;
  }

  /** The defaults, what the outside says instead, and the embedded parts. */
  static Map<String, String> inForce(
      Map<String, String> defaults, Map<String, String> outside, Map<String, String> embedded) {
    Map<String, String> values = new LinkedHashMap<>(defaults);
    Set<String> known = new TreeSet<>(variables());
    known.remove(Variable.DATABASE_URL);
    withoutKey(known, outside, Variable.OPENAI_API_KEY, Variable.OPENAI_BASE_URL);
    withoutKey(known, outside, Variable.GROQ_API_KEY, Variable.GROQ_BASE_URL);
    withoutKey(known, outside, Variable.DEEPGRAM_API_KEY, Variable.DEEPGRAM_BASE_URL);
    withoutKey(known, outside, Variable.ELEVENLABS_API_KEY, Variable.ELEVENLABS_BASE_URL);
    known.stream()
        .filter(name -> outside.containsKey(name) && !outside.get(name).isBlank())
        .forEach(name -> values.put(name, outside.get(name)));
    values.putAll(embedded);
    return values;
  }

  /**
   * A key that happens to be in a developer's shell is for the real provider: it counts only
   * together with its address.
   */
  private static void withoutKey(
      Set<String> known, Map<String, String> outside, String key, String baseUrl) {
    if (outside.getOrDefault(baseUrl, "").isBlank()) {
      known.remove(key);
    }
  }

  private static Set<String> variables() {
    return Arrays.stream(Variable.class.getFields()).map(Values::value).collect(Collectors.toSet());
  }

  private static String value(Field constant) {
    try {
      return (String) constant.get(null);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    }
  }
}
