package io.conserje.webhooks;

import io.conserje.connectors.lambda.FunctionContext;
import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.HttpFunction;
import io.conserje.connectors.lambda.SnapshotHook;
import java.util.Map;

/**
 * What every function of this jar is. Each one's package stands in its context alone: the {@code
 * package-info} of every provider asks for the name of its function's class.
 */
public abstract class WebhookFunction extends HttpFunction {

  /** The property that says which package of this jar is used. */
  public static final String FUNCTION = "conserje.webhook";

  /** Kept here because the platform holds it only weakly. */
  private final SnapshotHook snapshot;

  /**
   * @param function the handler class
   */
  protected WebhookFunction(
      Class<? extends WebhookFunction> function,
      FunctionEnvironment environment,
      Rehearsal.Script script) {
    super(FunctionContext.start(function, environment, Map.of(FUNCTION, function.getSimpleName())));
    this.snapshot = getApplicationContext().getBean(Rehearsal.class).hook(this, script);
  }

  SnapshotHook snapshot() {
    return snapshot;
  }
}
