package io.conserje.voice.record;

import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.Settings;
import io.conserje.connectors.otlp.OtlpTraces;
import io.conserje.connectors.postgres.PostgresCallFiles;
import io.conserje.connectors.postgres.Sql;
import io.conserje.connectors.s3.S3Recordings;
import io.conserje.names.Variable;
import io.conserje.names.VoiceHost;
import io.conserje.venue.Venues;
import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;

/** Where what is kept of calls goes. */
@Factory
final class RecordWiring {

  @Singleton
  @Bean(preDestroy = "close")
  OtlpTraces traces(Settings settings, ObjectMapper json) {
    return new OtlpTraces(
        () -> settings.find(Variable.OTEL_EXPORTER_OTLP_ENDPOINT), VoiceHost.NAME, json);
  }

  @Singleton
  S3Recordings recordings(FunctionEnvironment environment) {
    return new S3Recordings(environment.variables());
  }

  @Singleton
  CallRecords records(
      Sql sql,
      Venues venues,
      S3Recordings recordings,
      OtlpTraces traces,
      FunctionEnvironment environment) {
    return new CallRecords(
        new PostgresCallFiles(sql, venues, environment.clock()),
        recordings,
        traces,
        environment.clock());
  }
}
