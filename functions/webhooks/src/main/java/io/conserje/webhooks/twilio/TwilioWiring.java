package io.conserje.webhooks.twilio;

import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.Settings;
import io.conserje.connectors.lambda.twilio.TwilioCheck;
import io.micronaut.context.annotation.Factory;
import jakarta.inject.Singleton;

/** What the function {@code twilio-messages} uses beyond what all webhooks do. */
@Factory
final class TwilioWiring {

  @Singleton
  TwilioCheck twilioCheck(Settings settings) {
    return new TwilioCheck(settings);
  }

  @Singleton
  TwilioEvents twilioEvents(FunctionEnvironment environment) {
    return new TwilioEvents(environment.clock());
  }

  @Singleton
  TwilioCalls twilioCalls(FunctionEnvironment environment) {
    return new TwilioCalls(environment.clock());
  }
}
