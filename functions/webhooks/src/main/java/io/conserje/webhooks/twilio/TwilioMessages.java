package io.conserje.webhooks.twilio;

import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.webhooks.WebhookFunction;
import java.time.InstantSource;
import java.util.Map;

/** The function {@code twilio-messages}: WhatsApp messages and SMS, and what became of ours. */
public final class TwilioMessages extends WebhookFunction {

  public TwilioMessages() {
    this(FunctionEnvironment.ofProcess());
  }

  public TwilioMessages(Map<String, String> environment, InstantSource clock) {
    this(new FunctionEnvironment(environment, clock));
  }

  private TwilioMessages(FunctionEnvironment environment) {
    super(TwilioMessages.class, environment, TwilioRehearsal.script());
  }
}
