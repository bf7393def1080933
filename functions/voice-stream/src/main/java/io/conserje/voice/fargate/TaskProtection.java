package io.conserje.voice.fargate;

import io.conserje.voice.call.LiveCalls;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Has Fargate leave this task alone while it carries calls, by the agent beside it ({@code PUT
 * $ECS_AGENT_URI/task-protection/v1/state}): neither a deploy nor fewer tasks end a call. It is
 * asked for anew before it runs out, and given back after the last call.
 */
public final class TaskProtection implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(TaskProtection.class);

  /** So that a task that hangs is not protected for ever. */
  private static final Duration GRANTED = Duration.ofMinutes(60);

  private static final Duration RENEWED = Duration.ofMinutes(20);
  private static final Duration AFTER_A_FAILURE = Duration.ofSeconds(5);
  private static final Duration LONGEST_ANSWER = Duration.ofSeconds(5);

  private final URI state;
  private final LiveCalls calls;
  private final ObjectMapper json;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(LONGEST_ANSWER).build();
  private final Thread keeper = Thread.ofVirtual().name("task-protection").unstarted(this::keep);
  private boolean held;
  private long heldSince;

  /**
   * @param agent as {@code ECS_AGENT_URI} says
   */
  public TaskProtection(String agent, LiveCalls calls, ObjectMapper json) {
    this.state = URI.create(agent + "/task-protection/v1/state");
    this.calls = calls;
    this.json = json;
  }

  public TaskProtection start() {
    keeper.start();
    return this;
  }

  private void keep() {
    try {
      long seen = -1;
      Duration pause = Duration.ZERO;
      while (!Thread.currentThread().isInterrupted()) {
        seen = calls.awaitChange(seen, pause);
        pause = settle(calls.count() > 0) ? RENEWED : AFTER_A_FAILURE;
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private boolean settle(boolean wanted) throws InterruptedException {
    boolean fresh = System.nanoTime() - heldSince < RENEWED.toNanos();
    if (wanted == held && (!wanted || fresh)) {
      return true;
    }
    if (!ask(wanted)) {
      return false;
    }
    held = wanted;
    heldSince = System.nanoTime();
    return true;
  }

  private boolean ask(boolean wanted) throws InterruptedException {
    try {
      HttpResponse<byte[]> answer =
          client.send(
              HttpRequest.newBuilder(state)
                  .timeout(LONGEST_ANSWER)
                  .header("Content-Type", "application/json")
                  .PUT(BodyPublishers.ofByteArray(json.writeValueAsBytes(wish(wanted))))
                  .build(),
              BodyHandlers.ofByteArray());
      return isGranted(answer, wanted);
    } catch (IOException fault) {
      LOG.error("The task's agent was not reached: a deploy may end calls.", fault);
      return false;
    }
  }

  private static Map<String, Object> wish(boolean wanted) {
    return wanted
        ? Map.of("ProtectionEnabled", true, "ExpiresInMinutes", GRANTED.toMinutes())
        : Map.of("ProtectionEnabled", false);
  }

  /** A refusal may come with status 200: the answer says what was done, or why it was not. */
  private boolean isGranted(HttpResponse<byte[]> answer, boolean wanted) throws IOException {
    Map<?, ?> said =
        answer.body().length == 0 ? Map.of() : json.readValue(answer.body(), Map.class);
    boolean granted =
        said.get("protection") instanceof Map<?, ?> protection
            && protection.get("ProtectionEnabled") instanceof Boolean enabled
            && enabled == wanted;
    if (!granted) {
      LOG.error(
          "The task's protection was not set to {}: {} {}. A deploy may end calls.",
          wanted,
          answer.statusCode(),
          said);
    }
    return granted;
  }

  @Override
  public void close() {
    keeper.interrupt();
    client.shutdownNow();
  }
}
