package io.conserje.names;

import java.util.List;

/**
 * The one deployable that runs all the time: it carries the sound of calls. Stack, sandbox and
 * documentation are made from this.
 */
public final class VoiceHost {

  public static final String NAME = "voice-stream";

  public static final int PORT = 8081;

  /** 1024 units are one vCPU. */
  public static final int CPU_UNITS = 1024;

  public static final int MEMORY_MB = 2048;

  /** The providers (and {@code postgres}, {@code sessions}) whose secret it may read. */
  public static final List<String> SECRETS =
      List.of(
          "twilio",
          "telnyx",
          "sessions",
          "postgres",
          "openai",
          "groq",
          "vapi",
          "deepgram",
          "azure",
          "elevenlabs");

  /** The variables the stack sets for it, beyond {@code ENVIRONMENT} and {@code LOG_LEVEL}. */
  public static final List<String> ENVIRONMENT =
      List.of(
          Variable.SECRETS_PREFIX,
          Variable.PUBLIC_BASE_URL,
          Variable.PUBLIC_VOICE_URL,
          Variable.ALLOWED_ORIGINS,
          Variable.POSTGRES_SERVER,
          Variable.POSTGRES_PORT,
          Variable.POSTGRES_DB,
          Variable.REDIS_URL,
          Variable.RECORDINGS_BUCKET,
          Queue.TURN_DUE.urlVariable(),
          Queue.OUTBOX_DUE.urlVariable());

  private VoiceHost() {}
}
