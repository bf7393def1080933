package io.conserje.testkit.coldstart;

import io.conserje.names.LambdaFunction;
import io.conserje.names.Queue;
import io.conserje.names.Variable;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Where a function finds what it needs: everything in the clear and every secret in its
 * environment, or by TLS with its secrets in Secrets Manager, as in production.
 */
public record Surroundings(
    boolean tls,
    String sqsUrl,
    String postgresHost,
    int postgresPort,
    String redisUrl,
    String secretsManagerUrl,
    String credentialsUrl,
    Map<String, Map<String, String>> secrets,
    List<String> jvmFlags) {

  static final String SECRETS_PREFIX = "conserje/bench";

  /** Everything in the clear. */
  public static Surroundings plain(String sqsUrl, int postgresPort, String redisUrl) {
    return new Surroundings(
        false, sqsUrl, "127.0.0.1", postgresPort, redisUrl, null, null, World.SECRETS, List.of());
  }

  /** The variables the stack sets for a function, and those that lead it here instead of to AWS. */
  public Map<String, String> environment(LambdaFunction function, String database) {
    Map<String, String> all = new HashMap<>(values(database));
    all.keySet().retainAll(function.environment());
    all.put(Variable.ENVIRONMENT, "bench");
    all.put(Variable.LOG_LEVEL, "INFO");
    all.put(Variable.AWS_ENDPOINT_URL_SQS, sqsUrl);
    if (tls) {
      all.put(Variable.SECRETS_PREFIX, SECRETS_PREFIX);
      all.put(Variable.AWS_ENDPOINT_URL_SECRETS_MANAGER, secretsManagerUrl);
    } else {
      function.secrets().forEach(provider -> all.putAll(secrets.getOrDefault(provider, Map.of())));
    }
    return all;
  }

  /**
   * On demand a function has its credentials in its environment; a restored one must ask for them.
   */
  public Map<String, String> credentials(Packaging packaging) {
    return packaging == Packaging.PRIMED
        ? Map.of(
            "AWS_CONTAINER_CREDENTIALS_FULL_URI",
            credentialsUrl,
            "AWS_CONTAINER_AUTHORIZATION_TOKEN",
            "bench")
        : Map.of(
            "AWS_ACCESS_KEY_ID", "bench",
            "AWS_SECRET_ACCESS_KEY", "bench",
            "AWS_SESSION_TOKEN", "bench");
  }

  private Map<String, String> values(String database) {
    Map<String, String> values = new HashMap<>();
    Queue.all().forEach(queue -> values.put(queue.urlVariable(), SqsClient.url(sqsUrl, queue)));
    values.put(Variable.PUBLIC_BASE_URL, TwilioRequest.BASE_URL);
    values.put(Variable.PUBLIC_VOICE_URL, "");
    values.put(Variable.ALLOWED_ORIGINS, "");
    values.put(Variable.REDIS_URL, redisUrl);
    values.put(Variable.POSTGRES_SERVER, postgresHost);
    values.put(Variable.POSTGRES_PORT, Integer.toString(postgresPort));
    values.put(Variable.POSTGRES_DB, database);
    return values;
  }
}
