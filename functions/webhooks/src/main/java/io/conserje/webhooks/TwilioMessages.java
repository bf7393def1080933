package io.conserje.webhooks;

import io.conserje.connectors.lambda.FunctionContext;
import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.HttpFunction;
import io.conserje.connectors.lambda.SnapshotHook;
import java.time.InstantSource;
import java.util.Map;

/** The function {@code twilio-messages}: WhatsApp messages and SMS, and what became of ours. */
public final class TwilioMessages extends HttpFunction {

  /** Kept here because the platform holds it only weakly. */
  private final SnapshotHook snapshot;

  public TwilioMessages() {
    this(FunctionEnvironment.ofProcess());
  }

  public TwilioMessages(Map<String, String> environment, InstantSource clock) {
    this(new FunctionEnvironment(environment, clock));
  }

  private TwilioMessages(FunctionEnvironment environment) {
    super(FunctionContext.start(TwilioMessages.class, environment));
    this.snapshot = getApplicationContext().getBean(Rehearsal.class).hook(this);
  }

  SnapshotHook snapshot() {
    return snapshot;
  }
}
