package io.conserje.connectors.lambda;

import io.conserje.names.Variable;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every value a function is told from outside: a set environment variable wins, then the provider's
 * secret. Values are read at each use, so that a rotated secret needs no deploy.
 */
public final class Settings {

  private final Map<String, String> environment;
  private final Secrets secrets;

  public Settings(Map<String, String> environment, Secrets secrets) {
    this.environment = environment;
    this.secrets = secrets;
  }

  public Optional<String> find(String name) {
    return present(environment.get(name)).or(() -> present(secret(name)));
  }

  public String required(String name) {
    return find(name).orElseThrow(() -> new MissingSetting(name));
  }

  /** Comma-separated values, without empty ones: {@code primary,secondary}. */
  public List<String> requiredList(String name) {
    List<String> values =
        Arrays.stream(required(name).split(","))
            .map(String::strip)
            .filter(v -> !v.isEmpty())
            .toList();
    if (values.isEmpty()) {
      throw new MissingSetting(name);
    }
    return values;
  }

  public int number(String name, int otherwise) {
    return find(name).map(Integer::parseInt).orElse(otherwise);
  }

  public Duration seconds(String name, Duration otherwise) {
    return find(name).map(Long::parseLong).map(Duration::ofSeconds).orElse(otherwise);
  }

  private String secret(String name) {
    String provider = provider(name);
    return provider == null || !environment.containsKey(Variable.SECRETS_PREFIX)
        ? null
        : secrets.of(provider).get(name);
  }

  /** Whose secret holds a name; null for what is no secret. */
  static String provider(String name) {
    return switch (name) {
      case Variable.ADMIN_API_KEY -> "console";
      case Variable.SESSION_SECRET_KEY -> "sessions";
      case Variable.TWILIO_ACCOUNT_SID, Variable.TWILIO_AUTH_TOKEN -> "twilio";
      case Variable.WHATSAPP_ACCESS_TOKEN,
          Variable.WHATSAPP_PHONE_NUMBER_ID,
          Variable.WHATSAPP_VERIFY_TOKEN,
          Variable.WHATSAPP_APP_SECRET ->
          "meta";
      case Variable.TELNYX_API_KEY, Variable.TELNYX_PUBLIC_KEY, Variable.TELNYX_CONNECTION_ID ->
          "telnyx";
      case Variable.OPENAI_API_KEY -> "openai";
      case Variable.GROQ_API_KEY -> "groq";
      case Variable.DEEPGRAM_API_KEY -> "deepgram";
      case Variable.ELEVENLABS_API_KEY -> "elevenlabs";
      case Variable.AZURE_SPEECH_KEY, Variable.AZURE_SPEECH_REGION -> "azure";
      case Variable.POSTGRES_USER, Variable.POSTGRES_PASSWORD -> "postgres";
      case Variable.EMAILS_FROM -> "mail";
      case Variable.STAFF_WEBHOOK_SECRET, Variable.STAFF_WEBHOOK_ORIGINS -> "webhook";
      default -> name.startsWith("SMTP_") ? "mail" : ofVapi(name) ? "vapi" : null;
    };
  }

  /** How VAPI is met is its owner's choice, made in one place. */
  private static boolean ofVapi(String name) {
    return name.startsWith("VAPI_") && !name.endsWith("_BASE_URL");
  }

  private static Optional<String> present(String value) {
    return Optional.ofNullable(value).filter(v -> !v.isBlank());
  }
}
