package io.conserje.testkit.coldstart;

import io.conserje.names.Queue;
import io.conserje.names.Variable;
import io.conserje.testkit.embedded.EmbeddedPostgresServer;
import io.conserje.testkit.embedded.EmbeddedRedisServer;
import io.conserje.testkit.embedded.EmbeddedSqs;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the functions talk to, all of it real or of the real protocol, on this machine. */
final class World implements AutoCloseable {

  static final String DATABASE = "conserje";

  static final Map<String, Map<String, String>> SECRETS =
      Map.of(
          "twilio",
          Map.of(
              Variable.TWILIO_ACCOUNT_SID, TwilioRequest.ACCOUNT,
              Variable.TWILIO_AUTH_TOKEN, TwilioRequest.TOKEN),
          "telnyx",
          Map.of(Variable.TELNYX_PUBLIC_KEY, TelnyxEventsScenario.PUBLIC_KEY),
          "postgres",
          Map.of(
              Variable.POSTGRES_USER, EmbeddedPostgresServer.USER,
              Variable.POSTGRES_PASSWORD, EmbeddedPostgresServer.PASSWORD),
          "console",
          Map.of(Variable.ADMIN_API_KEY, ConsoleScenario.KEY),
          "meta",
          Map.of(Variable.WHATSAPP_APP_SECRET, MetaScenario.SECRET),
          "vapi",
          Map.of(Variable.VAPI_SERVER_SECRET, VapiScenario.SECRET),
          "sessions",
          Map.of(Variable.SESSION_SECRET_KEY, "bench-session-key"));

  private final EmbeddedPostgresServer postgres = EmbeddedPostgresServer.start(true);
  private final EmbeddedRedisServer redis = EmbeddedRedisServer.start();
  private final EmbeddedSqs sqs = EmbeddedSqs.start();
  private final SqsClient queues = new SqsClient(sqs.endpoint());
  private final TlsProxy securePostgres;
  private final TlsProxy secureRedis;
  private final TlsProxy secureSqs;
  private final AwsStandIn aws = AwsStandIn.start(named());
  private final TlsProxy secureSecrets;
  private final List<TlsProxy> secured;
  private final Path trustStore;

  private World(SelfSigned certificate) {
    securePostgres = TlsProxy.toPostgres(postgres.port(), certificate.context());
    secureRedis = TlsProxy.to(redis.port(), certificate.context());
    secureSqs = TlsProxy.to(URI.create(sqs.endpoint()).getPort(), certificate.context());
    secureSecrets = TlsProxy.to(aws.secretsManagerPort(), certificate.context());
    secured = List.of(securePostgres, secureRedis, secureSqs, secureSecrets);
    trustStore = certificate.trustStore();
    Queue.all().forEach(queues::create);
    postgres.create(DATABASE);
  }

  /** The folder holds certificate and trust store. */
  static World start(Path folder) {
    return new World(SelfSigned.create(folder));
  }

  EmbeddedPostgresServer postgres() {
    return postgres;
  }

  SqsClient queues() {
    return queues;
  }

  Surroundings plain() {
    return new Surroundings(
        false,
        sqs.endpoint(),
        "127.0.0.1",
        postgres.port(),
        redis.url(),
        null,
        aws.credentialsUrl(),
        SECRETS,
        List.of());
  }

  Surroundings secured() {
    return new Surroundings(
        true,
        "https://localhost:" + secureSqs.port(),
        "localhost",
        securePostgres.port(),
        "rediss://localhost:" + secureRedis.port(),
        "https://localhost:" + secureSecrets.port(),
        aws.credentialsUrl(),
        SECRETS,
        List.of("-Djavax.net.ssl.trustStore=" + trustStore));
  }

  /** As for a function that wakes from a snapshot: what it was connected to before is gone. */
  void cutConnections() {
    secured.forEach(TlsProxy::cut);
  }

  @Override
  public void close() {
    secured.forEach(TlsProxy::close);
    aws.close();
    queues.close();
    sqs.close();
    redis.close();
    postgres.close();
  }

  private static Map<String, Map<String, String>> named() {
    return SECRETS.entrySet().stream()
        .collect(
            Collectors.toMap(
                secret -> Surroundings.SECRETS_PREFIX + "/" + secret.getKey(),
                Map.Entry::getValue));
  }
}
