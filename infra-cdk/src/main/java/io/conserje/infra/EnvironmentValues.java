package io.conserje.infra;

import io.conserje.names.LambdaFunction;
import io.conserje.names.Queue;
import io.conserje.names.Variable;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The value of every environment variable that a function may ask for, and what an operator has
 * chosen besides.
 */
final class EnvironmentValues {

  private final Map<String, String> values = new TreeMap<>();
  private final Map<String, String> chosen;

  EnvironmentValues(
      Deployment deployment, StateStack state, String publicBaseUrl, ChosenSettings chosen) {
    values.put(Variable.ENVIRONMENT, deployment.stage());
    values.put(Variable.LOG_LEVEL, deployment.logLevel());
    values.put(Variable.PUBLIC_BASE_URL, publicBaseUrl);
    values.put(Variable.PUBLIC_VOICE_URL, deployment.publicVoiceUrl());
    values.put(Variable.ALLOWED_ORIGINS, deployment.allowedOrigins());
    values.put(Variable.SECRETS_PREFIX, deployment.secretsPrefix());
    values.put(Variable.POSTGRES_SERVER, state.database.server());
    values.put(Variable.POSTGRES_PORT, state.database.port());
    values.put(Variable.POSTGRES_DB, Database.NAME);
    values.put(Variable.REDIS_URL, state.cache.url());
    values.put(Variable.RECORDINGS_BUCKET, state.recordings.bucket.getBucketName());
    for (Queue queue : Queue.all()) {
      values.put(queue.urlVariable(), state.queues.of(queue).getQueueUrl());
    }
    this.chosen = chosen.beside(values.keySet());
  }

  Map<String, String> of(LambdaFunction function) {
    return of(function.environment());
  }

  Map<String, String> of(List<String> names) {
    Map<String, String> environment = new TreeMap<>(chosen);
    environment.put(Variable.ENVIRONMENT, value(Variable.ENVIRONMENT));
    environment.put(Variable.LOG_LEVEL, value(Variable.LOG_LEVEL));
    names.forEach(name -> environment.put(name, value(name)));
    return environment;
  }

  private String value(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "Something asks for " + name + ", but the stack has no value for it. Add one here.");
    }
    return value;
  }
}
