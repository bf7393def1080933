package io.conserje.console;

import com.zaxxer.hikari.HikariDataSource;
import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.Secrets;
import io.conserje.connectors.lambda.Settings;
import io.conserje.connectors.postgres.PostgresConnection;
import io.conserje.connectors.postgres.PostgresSettings;
import io.conserje.connectors.postgres.Sql;
import io.conserje.connectors.postgres.VenueRows;
import io.conserje.connectors.postgres.views.ConversationViews;
import io.conserje.connectors.postgres.views.EventViews;
import io.conserje.connectors.postgres.views.ReservationViews;
import io.conserje.connectors.postgres.views.SchemaView;
import io.conserje.connectors.postgres.views.VenueViews;
import io.conserje.names.Variable;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.TransactionOperations;
import jakarta.inject.Named;
import jakarta.inject.Singleton;
import java.sql.Connection;

/** What the console uses, and nothing else. */
@Factory
final class ConsoleWiring {

  @Singleton
  Settings settings(FunctionEnvironment environment) {
    return new Settings(environment.variables(), Secrets.none());
  }

  @Singleton
  @Named("default")
  @Bean(preDestroy = "close")
  HikariDataSource database(Settings settings) {
    return PostgresConnection.open(() -> postgres(settings), 1);
  }

  private static PostgresSettings postgres(Settings settings) {
    return PostgresSettings.of(
        settings.required(Variable.POSTGRES_SERVER),
        settings.find(Variable.POSTGRES_PORT).orElse("5432"),
        settings.required(Variable.POSTGRES_DB),
        settings.required(Variable.POSTGRES_USER),
        settings.required(Variable.POSTGRES_PASSWORD));
  }

  @Singleton
  Sql sql(TransactionOperations<Connection> transactions) {
    return new Sql(transactions);
  }

  @Singleton
  VenueViews venues(VenueRows rows, Sql sql) {
    return new VenueViews(rows, sql);
  }

  @Singleton
  ReservationViews reservations(Sql sql) {
    return new ReservationViews(sql);
  }

  @Singleton
  ConversationViews conversations(Sql sql, ObjectMapper json) {
    return new ConversationViews(sql, json);
  }

  @Singleton
  EventViews events(Sql sql) {
    return new EventViews(sql);
  }

  @Singleton
  Readiness readiness(Settings settings, Sql sql) {
    return new Readiness(
        settings,
        new SchemaView(sql),
        new RedisCheck(() -> settings.required(Variable.REDIS_URL)));
  }
}
