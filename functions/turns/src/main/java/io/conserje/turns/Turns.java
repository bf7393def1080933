package io.conserje.turns;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.events.SQSBatchResponse;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import io.conserje.connectors.lambda.FunctionContext;
import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.SnapshotHook;
import io.conserje.connectors.lambda.logs.LogLevel;
import io.conserje.connectors.postgres.PostgresPool;
import io.conserje.connectors.secretsmanager.SecretsManagerSecrets;
import io.conserje.connectors.secretsmanager.SecretsRehearsal;
import io.conserje.conversation.builtin.TalkRehearsal;
import io.micronaut.context.ApplicationContext;
import io.micronaut.serde.ObjectMapper;
import java.time.InstantSource;
import java.util.Map;

/** The function named {@code turns}: consumes the queues, answers guests and sends the answers. */
public final class Turns implements RequestHandler<SQSEvent, SQSBatchResponse> {

  /** So often that the compilers have looked at what is needed to understand a guest. */
  private static final int TALKS = 150;

  private final QueueSteps steps;
  private final SnapshotHook snapshot;

  public Turns() {
    this(FunctionEnvironment.ofProcess());
  }

  public Turns(Map<String, String> environment, InstantSource clock) {
    this(new FunctionEnvironment(environment, clock));
  }

  private Turns(FunctionEnvironment environment) {
    ApplicationContext context =
        FunctionContext.start(Turns.class, environment, PostgresPool.PROPERTIES);
    this.steps = context.getBean(QueueSteps.class);
    this.snapshot =
        SnapshotHook.register(
            () -> LogLevel.quietly(() -> rehearse(context)),
            context.getBean(SecretsManagerSecrets.class)::forget);
  }

  private static void rehearse(ApplicationContext context) {
    SecretsRehearsal.read(context.getBean(ObjectMapper.class));
    TalkRehearsal.hear(TALKS);
  }

  @Override
  public SQSBatchResponse handleRequest(SQSEvent event, Context context) {
    return steps.handle(event);
  }
}
