package io.conserje.followups;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import io.conserje.connectors.lambda.FunctionContext;
import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.postgres.PostgresPool;
import java.time.InstantSource;
import java.util.Map;

/** The function named {@code follow-ups}: called every minute, runs what happens by the clock. */
public final class FollowUps implements RequestHandler<Map<String, Object>, Map<String, String>> {

  private final JobRunner jobs;

  public FollowUps() {
    this(FunctionEnvironment.ofProcess());
  }

  public FollowUps(Map<String, String> environment, InstantSource clock) {
    this(new FunctionEnvironment(environment, clock));
  }

  private FollowUps(FunctionEnvironment environment) {
    this.jobs =
        FunctionContext.start(FollowUps.class, environment, PostgresPool.PROPERTIES)
            .getBean(JobRunner.class);
  }

  @Override
  public Map<String, String> handleRequest(Map<String, Object> event, Context context) {
    return jobs.runAll();
  }
}
