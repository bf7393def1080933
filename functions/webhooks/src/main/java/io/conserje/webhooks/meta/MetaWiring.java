package io.conserje.webhooks.meta;

import io.conserje.connectors.json.OpenJson;
import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.Settings;
import io.conserje.connectors.meta.MetaEvents;
import io.micronaut.context.annotation.Factory;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;

/** What the function {@code meta-whatsapp} uses beyond what all webhooks do. */
@Factory
final class MetaWiring {

  @Singleton
  MetaCheck check(Settings settings) {
    return new MetaCheck(settings);
  }

  @Singleton
  OpenJson openJson(ObjectMapper mapper) {
    return new OpenJson(mapper);
  }

  @Singleton
  MetaEvents events(FunctionEnvironment environment) {
    return new MetaEvents(environment.clock());
  }
}
