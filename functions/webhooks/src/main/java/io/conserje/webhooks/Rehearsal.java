package io.conserje.webhooks;

import io.conserje.connectors.lambda.HttpFunction;
import io.conserje.connectors.lambda.SnapshotHook;
import io.conserje.connectors.secretsmanager.SecretsManagerSecrets;
import io.conserje.connectors.secretsmanager.SecretsRehearsal;
import io.conserje.connectors.sqs.QueueJson;
import io.conserje.connectors.sqs.SqsInbound;
import io.conserje.connectors.sqs.SqsRehearsal;
import io.conserje.webhooks.twilio.TwilioRehearsal;
import io.micronaut.serde.ObjectMapper;

/**
 * What a first webhook would load, run before a snapshot is made: an unsigned request through the
 * real handler, which is refused before any secret is read, then signature, message and queue with
 * made-up values.
 */
final class Rehearsal {

  private final SecretsManagerSecrets secrets;
  private final ObjectMapper mapper;
  private final QueueJson json;

  Rehearsal(SecretsManagerSecrets secrets, ObjectMapper mapper, QueueJson json) {
    this.secrets = secrets;
    this.mapper = mapper;
    this.json = json;
  }

  SnapshotHook hook(HttpFunction function) {
    return SnapshotHook.register(() -> play(function), secrets::forget);
  }

  private void play(HttpFunction function) {
    function.getApplicationContext().getBean(SqsInbound.class);
    function.rehearse(
        "POST", "/whatsapp/webhook", "application/x-www-form-urlencoded", "Qm9keT1lbnNheW8=");
    SecretsRehearsal.read(mapper);
    SqsRehearsal.put(TwilioRehearsal.message(), json);
  }
}
