package io.conserje.console;

import io.conserje.connectors.lambda.HttpFunction;
import io.conserje.connectors.lambda.SnapshotHook;
import io.conserje.connectors.secretsmanager.SecretsManagerSecrets;
import io.conserje.connectors.secretsmanager.SecretsRehearsal;
import io.micronaut.serde.ObjectMapper;

/**
 * What a first request would load, run before a snapshot is made. It reads no secret and opens no
 * connection.
 */
final class Rehearsal {

  private final SecretsManagerSecrets secrets;
  private final ObjectMapper mapper;

  Rehearsal(SecretsManagerSecrets secrets, ObjectMapper mapper) {
    this.secrets = secrets;
    this.mapper = mapper;
  }

  SnapshotHook hook(HttpFunction function) {
    return SnapshotHook.register(() -> play(function), secrets::forget);
  }

  private void play(HttpFunction function) {
    function.getApplicationContext().getBean(ApiController.class);
    function.rehearse("GET", "/health", "application/json", "");
    SecretsRehearsal.read(mapper);
  }
}
