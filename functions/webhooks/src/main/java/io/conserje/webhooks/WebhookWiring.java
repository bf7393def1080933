package io.conserje.webhooks;

import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.Settings;
import io.conserje.connectors.secretsmanager.SecretsManagerClients;
import io.conserje.connectors.secretsmanager.SecretsManagerSecrets;
import io.conserje.connectors.sqs.QueueJson;
import io.conserje.connectors.sqs.SqsCallEvents;
import io.conserje.connectors.sqs.SqsClients;
import io.conserje.connectors.sqs.SqsDeliveryReports;
import io.conserje.connectors.sqs.SqsInbound;
import io.conserje.names.Queue;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.util.SupplierUtil;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;
import software.amazon.awssdk.services.sqs.SqsClient;

/** What all webhooks are made of. No database, no cache, no provider's library. */
@Factory
final class WebhookWiring {

  @Singleton
  SecretsManagerSecrets secrets(FunctionEnvironment environment, ObjectMapper json) {
    return new SecretsManagerSecrets(
        environment.variables(),
        environment.clock(),
        SupplierUtil.memoized(() -> SecretsManagerClients.create(environment.variables())),
        json);
  }

  @Singleton
  Settings settings(FunctionEnvironment environment, SecretsManagerSecrets secrets) {
    return new Settings(environment.variables(), secrets);
  }

  @Singleton
  QueueJson queueJson(ObjectMapper json) {
    return new QueueJson(json);
  }

  @Singleton
  @Bean(preDestroy = "close")
  SqsClient sqs(FunctionEnvironment environment) {
    return SqsClients.forPutting(environment.variables());
  }

  @Singleton
  SqsInbound inbound(SqsClient sqs, Settings settings, QueueJson json) {
    return new SqsInbound(sqs, () -> settings.required(Queue.INBOUND.urlVariable()), json);
  }

  @Singleton
  SqsDeliveryReports deliveryReports(SqsClient sqs, Settings settings, QueueJson json) {
    return new SqsDeliveryReports(
        sqs, () -> settings.required(Queue.DELIVERY_STATUSES.urlVariable()), json);
  }

  @Singleton
  SqsCallEvents callEvents(SqsClient sqs, Settings settings, QueueJson json) {
    return new SqsCallEvents(sqs, () -> settings.required(Queue.CALL_EVENTS.urlVariable()), json);
  }

  @Singleton
  Rehearsal rehearsal(SecretsManagerSecrets secrets, ObjectMapper mapper, QueueJson json) {
    return new Rehearsal(secrets, mapper, json);
  }
}
