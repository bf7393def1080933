package io.conserje.followups;

import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.Settings;
import io.conserje.connectors.postgres.Json;
import io.conserje.connectors.postgres.PostgresJobLeases;
import io.conserje.connectors.postgres.PostgresPool;
import io.conserje.connectors.postgres.PostgresSettings;
import io.conserje.connectors.postgres.PostgresStays;
import io.conserje.connectors.postgres.PostgresSweep;
import io.conserje.connectors.postgres.PostgresVenues;
import io.conserje.connectors.postgres.Sql;
import io.conserje.connectors.postgres.VenueRows;
import io.conserje.connectors.secretsmanager.SecretsManagerClients;
import io.conserje.connectors.secretsmanager.SecretsManagerSecrets;
import io.conserje.connectors.sqs.QueueJson;
import io.conserje.connectors.sqs.SqsClients;
import io.conserje.connectors.sqs.SqsWakeups;
import io.conserje.conversation.Wakeups;
import io.conserje.names.Queue;
import io.conserje.stay.ExpireStays;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.core.util.SupplierUtil;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.sql.Connection;
import javax.sql.DataSource;

/** What the functions of this package use, and nothing else. */
@Factory
final class FollowUpsWiring {

  /** One to hold Flyway's lock, one to migrate with. */
  private static final int MIGRATION_NEEDS = 2;

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
  @Bean(preDestroy = "close")
  PostgresPool pool(Settings settings) {
    return new PostgresPool(
        () -> PostgresSettings.from(settings::find, settings::required), MIGRATION_NEEDS);
  }

  @Singleton
  @Named("default")
  DataSource database(PostgresPool pool) {
    return pool.dataSource();
  }

  @Singleton
  Wakeups wakeups(FunctionEnvironment environment, Settings settings, ObjectMapper mapper) {
    return new SqsWakeups(
        SqsClients.create(environment.variables()),
        () -> settings.required(Queue.TURN_DUE.urlVariable()),
        () -> settings.required(Queue.OUTBOX_DUE.urlVariable()),
        new QueueJson(mapper));
  }

  @Singleton
  JobRunner jobs(
      TransactionOperations<Connection> transactions,
      VenueRows venueRows,
      ObjectMapper mapper,
      Wakeups wakeups,
      FunctionEnvironment environment) {
    Sql sql = new Sql(transactions);
    Json json = new Json(mapper);
    Jobs jobs =
        new Jobs(
            new OutboxSweep(new PostgresSweep(sql), wakeups),
            new StayHolds(
                new PostgresVenues(venueRows, json),
                new ExpireStays(new PostgresStays(sql, json, new SecureRandom()))));
    return new JobRunner(jobs, new PostgresJobLeases(sql), environment.clock());
  }
}
