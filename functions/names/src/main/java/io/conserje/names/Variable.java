package io.conserje.names;

/** Names of the environment variables, as the field knows them. */
public final class Variable {
  private Variable() {}

  public static final String ENVIRONMENT = "ENVIRONMENT";
  public static final String LOG_LEVEL = "LOG_LEVEL";
  public static final String PUBLIC_BASE_URL = "PUBLIC_BASE_URL";

  /** Where telephone companies bring the sound of calls; without it nobody but people answers. */
  public static final String PUBLIC_VOICE_URL = "PUBLIC_VOICE_URL";

  /**
   * Where secrets are kept in Secrets Manager, for example {@code conserje/prod}; empty: only the
   * environment counts.
   */
  public static final String SECRETS_PREFIX = "SECRETS_PREFIX";

  public static final String AWS_REGION = "AWS_REGION";
  public static final String AWS_ENDPOINT_URL_SQS = "AWS_ENDPOINT_URL_SQS";
  public static final String AWS_ENDPOINT_URL_SECRETS_MANAGER = "AWS_ENDPOINT_URL_SECRETS_MANAGER";

  public static final String AWS_ENDPOINT_URL_S3 = "AWS_ENDPOINT_URL_S3";

  /** Where the sound of calls is kept; without it no call is recorded. */
  public static final String RECORDINGS_BUCKET = "RECORDINGS_BUCKET";

  /** Fargate's agent beside a task; set by Fargate itself. */
  public static final String ECS_AGENT_URI = "ECS_AGENT_URI";

  public static final String ADMIN_API_KEY = "ADMIN_API_KEY";

  public static final String DATABASE_URL = "DATABASE_URL";
  public static final String POSTGRES_SERVER = "POSTGRES_SERVER";
  public static final String POSTGRES_PORT = "POSTGRES_PORT";
  public static final String POSTGRES_DB = "POSTGRES_DB";
  public static final String POSTGRES_USER = "POSTGRES_USER";
  public static final String POSTGRES_PASSWORD = "POSTGRES_PASSWORD";

  public static final String REDIS_URL = "REDIS_URL";

  public static final String TWILIO_ACCOUNT_SID = "TWILIO_ACCOUNT_SID";

  /**
   * May hold {@code primary,secondary} during a rotation: both verify, the second sends where the
   * first is refused.
   */
  public static final String TWILIO_AUTH_TOKEN = "TWILIO_AUTH_TOKEN";

  public static final String TWILIO_BASE_URL = "TWILIO_BASE_URL";

  /** Of a system user at Meta who may send. */
  public static final String WHATSAPP_ACCESS_TOKEN = "WHATSAPP_ACCESS_TOKEN";

  /** Meta's id of the number that sends where a house is known by its number alone. */
  public static final String WHATSAPP_PHONE_NUMBER_ID = "WHATSAPP_PHONE_NUMBER_ID";

  /** What Meta says when the address of the webhook is set, to show that it was asked to. */
  public static final String WHATSAPP_VERIFY_TOKEN = "WHATSAPP_VERIFY_TOKEN";

  /** Of the app at Meta, which signs what it sends; {@code new,old} while it is changed. */
  public static final String WHATSAPP_APP_SECRET = "WHATSAPP_APP_SECRET";

  public static final String META_BASE_URL = "META_BASE_URL";

  /** Of the Graph API, as {@code v26.0}. */
  public static final String META_GRAPH_VERSION = "META_GRAPH_VERSION";

  /**
   * Guest messages a minute, per sender and venue, before one polite line and then silence; 0 = no
   * limit.
   */
  public static final String MESSAGES_PER_MINUTE_SENDER = "MESSAGES_PER_MINUTE_SENDER";

  /** Web chat messages a minute in one conversation; 0 = no limit. */
  public static final String WEBCHAT_PER_MINUTE_CONVERSATION = "WEBCHAT_PER_MINUTE_CONVERSATION";

  /** Web chat messages a minute to one house from one IP address; 0 = no limit. */
  public static final String WEBCHAT_PER_MINUTE_ADDRESS = "WEBCHAT_PER_MINUTE_ADDRESS";

  /** How often a minute one web chat conversation may be asked for news; 0 = no limit. */
  public static final String WEBCHAT_LOOKS_PER_MINUTE_CONVERSATION =
      "WEBCHAT_LOOKS_PER_MINUTE_CONVERSATION";

  /** How often a minute one IP address may ask web chats for anything; 0 = no limit. */
  public static final String WEBCHAT_LOOKS_PER_MINUTE_ADDRESS = "WEBCHAT_LOOKS_PER_MINUTE_ADDRESS";

  /**
   * The pages that may chat from a browser, as {@code https://example.com}, comma-separated; those
   * of this deployment itself always may.
   */
  public static final String ALLOWED_ORIGINS = "ALLOWED_ORIGINS";

  /** Signs what browsers are given to come back with; a new one ends every chat. */
  public static final String SESSION_SECRET_KEY = "SESSION_SECRET_KEY";

  /** Seconds an answering step may hold a conversation before another may take it over. */
  public static final String TURN_LEASE_SECONDS = "TURN_LEASE_SECONDS";

  /** Seconds a message waits for others that are answered with it, as one turn; 0 for none. */
  public static final String TURN_BREATH_SECONDS = "TURN_BREATH_SECONDS";

  /** Which language models answer, in this order: {@code openai,groq,built-in}. */
  public static final String LANGUAGE_MODELS = "LANGUAGE_MODELS";

  /** Milliseconds without a sign of a model after which a call has the next one asked as well. */
  public static final String MODEL_HEDGE_MS = "MODEL_HEDGE_MS";

  public static final String OPENAI_API_KEY = "OPENAI_API_KEY";
  public static final String OPENAI_BASE_URL = "OPENAI_BASE_URL";
  public static final String OPENAI_MODEL = "OPENAI_MODEL";

  public static final String GROQ_API_KEY = "GROQ_API_KEY";
  public static final String GROQ_BASE_URL = "GROQ_BASE_URL";
  public static final String GROQ_MODEL = "GROQ_MODEL";

  /** Who writes down voice notes, in this order: {@code groq,openai}. */
  public static final String TRANSCRIPTION_MODELS = "TRANSCRIPTION_MODELS";

  public static final String OPENAI_TRANSCRIPTION_MODEL = "OPENAI_TRANSCRIPTION_MODEL";
  public static final String GROQ_TRANSCRIPTION_MODEL = "GROQ_TRANSCRIPTION_MODEL";

  /** {@code wav}: voice notes are sent decoded, to endpoints that take no Ogg. */
  public static final String TRANSCRIPTION_AUDIO = "TRANSCRIPTION_AUDIO";

  /** Who says replies aloud, in this order: {@code openai}. */
  public static final String SPEECH_MODELS = "SPEECH_MODELS";

  public static final String OPENAI_SPEECH_MODEL = "OPENAI_SPEECH_MODEL";
  public static final String OPENAI_SPEECH_VOICE = "OPENAI_SPEECH_VOICE";
  public static final String GROQ_SPEECH_MODEL = "GROQ_SPEECH_MODEL";
  public static final String GROQ_SPEECH_VOICE = "GROQ_SPEECH_VOICE";

  /** Seconds; what is longer is asked for in words. */
  public static final String VOICE_NOTE_LONGEST_SECONDS = "VOICE_NOTE_LONGEST_SECONDS";

  /** Bytes; what is larger is not fetched. */
  public static final String VOICE_NOTE_LARGEST_BYTES = "VOICE_NOTE_LARGEST_BYTES";

  /** What one conversation may cost of models that are paid for, in tokens; 0 = no limit. */
  public static final String TOKENS_PER_CONVERSATION = "TOKENS_PER_CONVERSATION";

  /** The same for one house and one of its days. */
  public static final String TOKENS_PER_VENUE_DAY = "TOKENS_PER_VENUE_DAY";

  /** The mail server that mail to the house's people is handed to; without it none is sent. */
  public static final String SMTP_HOST = "SMTP_HOST";

  /** 587 where nothing is said. */
  public static final String SMTP_PORT = "SMTP_PORT";

  /** {@code starttls}, {@code implicit} or {@code none}. */
  public static final String SMTP_ENCRYPTION = "SMTP_ENCRYPTION";

  public static final String SMTP_USER = "SMTP_USER";
  public static final String SMTP_PASSWORD = "SMTP_PASSWORD";

  /** In whose name mail is sent: {@code Conserje <conserje@example.com>}. */
  public static final String EMAILS_FROM = "EMAILS_FROM";

  /** Signs what the house's own programs are told, {@code whsec_…} as Standard Webhooks has it. */
  public static final String STAFF_WEBHOOK_SECRET = "STAFF_WEBHOOK_SECRET";

  /** Which programs may be told, as {@code https://example.com}, comma-separated. */
  public static final String STAFF_WEBHOOK_ORIGINS = "STAFF_WEBHOOK_ORIGINS";

  /** For Telnyx's API: calls and messages. */
  public static final String TELNYX_API_KEY = "TELNYX_API_KEY";

  /** Shows that Telnyx is Telnyx: 32 bytes in base64; {@code new,old} during a rotation. */
  public static final String TELNYX_PUBLIC_KEY = "TELNYX_PUBLIC_KEY";

  public static final String TELNYX_BASE_URL = "TELNYX_BASE_URL";

  /** In which form the sound of calls comes and goes: {@code PCMU}, {@code PCMA} or {@code L16}. */
  public static final String TELNYX_STREAM_CODEC = "TELNYX_STREAM_CODEC";

  /** For VAPI's API: what became of a call. */
  public static final String VAPI_API_KEY = "VAPI_API_KEY";

  public static final String VAPI_BASE_URL = "VAPI_BASE_URL";

  /** How VAPI shows that it is VAPI: {@code secret}, {@code bearer} or {@code hmac}. */
  public static final String VAPI_SERVER_AUTH = "VAPI_SERVER_AUTH";

  /** The secret, the token or the key of the hash; {@code new,old} during a rotation. */
  public static final String VAPI_SERVER_SECRET = "VAPI_SERVER_SECRET";

  public static final String VAPI_HMAC_ALGORITHM = "VAPI_HMAC_ALGORITHM";
  public static final String VAPI_HMAC_SIGNATURE_HEADER = "VAPI_HMAC_SIGNATURE_HEADER";
  public static final String VAPI_HMAC_TIMESTAMP_HEADER = "VAPI_HMAC_TIMESTAMP_HEADER";
  public static final String VAPI_HMAC_PAYLOAD = "VAPI_HMAC_PAYLOAD";
  public static final String VAPI_HMAC_PREFIX = "VAPI_HMAC_PREFIX";
  public static final String VAPI_HMAC_ENCODING = "VAPI_HMAC_ENCODING";

  /** Lets VAPI, or any other client of OpenAI's form, ask for the house's words. */
  public static final String VAPI_LLM_KEY = "VAPI_LLM_KEY";

  /** Of the credential at VAPI that says how, so that our assistants name it. */
  public static final String VAPI_CREDENTIAL_ID = "VAPI_CREDENTIAL_ID";

  /** What our assistants at VAPI think, speak and hear with, each {@code provider/name}. */
  public static final String VAPI_MODEL = "VAPI_MODEL";

  public static final String VAPI_VOICE = "VAPI_VOICE";
  public static final String VAPI_TRANSCRIBER = "VAPI_TRANSCRIBER";

  /** Writes down what is said in calls. */
  public static final String DEEPGRAM_API_KEY = "DEEPGRAM_API_KEY";

  public static final String DEEPGRAM_BASE_URL = "DEEPGRAM_BASE_URL";
  public static final String DEEPGRAM_MODEL = "DEEPGRAM_MODEL";

  /** A file; without it the built-in detector notices who speaks. */
  public static final String SILERO_MODEL = "SILERO_MODEL";

  /** Speaks in calls. */
  public static final String ELEVENLABS_API_KEY = "ELEVENLABS_API_KEY";

  public static final String ELEVENLABS_BASE_URL = "ELEVENLABS_BASE_URL";
  public static final String ELEVENLABS_MODEL = "ELEVENLABS_MODEL";

  /** The id of a voice at ElevenLabs. */
  public static final String ELEVENLABS_VOICE = "ELEVENLABS_VOICE";

  public static final String AZURE_SPEECH_KEY = "AZURE_SPEECH_KEY";

  /** As {@code westeurope}; the key is good there only. */
  public static final String AZURE_SPEECH_REGION = "AZURE_SPEECH_REGION";

  public static final String AZURE_SPEECH_BASE_URL = "AZURE_SPEECH_BASE_URL";

  /** As {@code es-ES-ElviraNeural}. */
  public static final String AZURE_SPEECH_VOICE = "AZURE_SPEECH_VOICE";

  /** The program that speaks where no provider can; {@code espeak-ng} where nothing is said. */
  public static final String ESPEAK_PROGRAM = "ESPEAK_PROGRAM";

  /** Minutes after which the house takes leave of a caller; 20 where nothing is said. */
  public static final String CALL_MINUTES_MAX = "CALL_MINUTES_MAX";

  /**
   * What the units cost that providers bill of calls, as JSON: {@code
   * {"currency":"EUR","deepgram_seconds":0.0001}}.
   */
  public static final String CALL_PRICES = "CALL_PRICES";

  /** Who collects traces of calls, by OpenTelemetry's protocol; without it there are none. */
  public static final String OTEL_EXPORTER_OTLP_ENDPOINT = "OTEL_EXPORTER_OTLP_ENDPOINT";
}
