package io.conserje.webhooks.telnyx;

import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.webhooks.WebhookFunction;
import java.time.InstantSource;
import java.util.Map;

/** The function {@code telnyx-events}: all that Telnyx tells, of calls and of SMS. */
public final class TelnyxEvents extends WebhookFunction {

  public TelnyxEvents() {
    this(FunctionEnvironment.ofProcess());
  }

  public TelnyxEvents(Map<String, String> environment, InstantSource clock) {
    this(new FunctionEnvironment(environment, clock));
  }

  private TelnyxEvents(FunctionEnvironment environment) {
    super(TelnyxEvents.class, environment, TelnyxRehearsal.script());
  }
}
