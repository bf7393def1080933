package io.conserje.webhooks.telnyx;

import io.conserje.connectors.json.OpenJson;
import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.Settings;
import io.micronaut.context.annotation.Factory;
import io.micronaut.serde.ObjectMapper;
import jakarta.inject.Singleton;

/** What the function {@code telnyx-events} uses beyond what all webhooks do. */
@Factory
final class TelnyxWiring {

  @Singleton
  TelnyxCheck check(Settings settings, FunctionEnvironment environment) {
    return new TelnyxCheck(settings, environment.clock());
  }

  @Singleton
  OpenJson openJson(ObjectMapper mapper) {
    return new OpenJson(mapper);
  }

  @Singleton
  TelnyxMessages messages() {
    return new TelnyxMessages();
  }

  @Singleton
  TelnyxCalls calls() {
    return new TelnyxCalls();
  }
}
