package io.conserje.webhooks;

import io.conserje.connectors.lambda.HttpFunction;
import io.conserje.connectors.lambda.SnapshotHook;
import io.conserje.connectors.lambda.logs.LogLevel;
import io.conserje.connectors.secretsmanager.SecretsManagerSecrets;
import io.conserje.connectors.secretsmanager.SecretsRehearsal;
import io.conserje.connectors.sqs.QueueJson;
import io.conserje.connectors.sqs.SqsInbound;
import io.conserje.connectors.sqs.SqsRehearsal;
import io.conserje.inbound.InboundMessage;
import io.micronaut.serde.ObjectMapper;
import java.util.function.Function;

/**
 * What a first webhook would load, run before a snapshot is made: an unsigned request through the
 * real handler, which is refused before any secret is read, then signature, message and queue with
 * made-up values.
 */
public final class Rehearsal {

  /**
   * What has run so often was compiled by the second compiler, too; all that is made of it is in
   * the snapshot. It takes a few seconds, once for each version.
   */
  private static final int TIMES = 6_000;

  /** "Body=ensayo". */
  private static final String SOME_BODY = "Qm9keT1lbnNheW8=";

  private final SecretsManagerSecrets secrets;
  private final ObjectMapper mapper;
  private final QueueJson json;

  Rehearsal(SecretsManagerSecrets secrets, ObjectMapper mapper, QueueJson json) {
    this.secrets = secrets;
    this.mapper = mapper;
    this.json = json;
  }

  /**
   * What one function rehearses.
   *
   * @param path of the request that is refused
   * @param message makes up a message that is taken the way of a real one up to the queue
   */
  public record Script(
      String path, String contentType, Function<ObjectMapper, InboundMessage> message) {}

  SnapshotHook hook(HttpFunction function, Script script) {
    return SnapshotHook.register(
        () -> LogLevel.quietly(() -> play(function, script)), secrets::forget);
  }

  private void play(HttpFunction function, Script script) {
    function.getApplicationContext().getBean(SqsInbound.class);
    SecretsRehearsal.read(mapper);
    for (int time = 1; time < TIMES; time++) {
      function.rehearse("POST", script.path(), script.contentType(), SOME_BODY);
      script.message().apply(mapper);
    }
    SqsRehearsal.put(script.message().apply(mapper), json, TIMES);
  }
}
