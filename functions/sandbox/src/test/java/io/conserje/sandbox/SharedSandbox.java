package io.conserje.sandbox;

import io.conserje.names.Variable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands a {@code @BeforeAll} method the sandbox that the test classes share, as if it had just been
 * started: data, queues, clock, settings. It is stopped after the last test. Starting one takes
 * many times as long as putting it back.
 */
final class SharedSandbox implements ParameterResolver {

  private static final Duration LONGEST = Duration.ofMinutes(4);

  /**
   * Values a sandbox is given from outside; those of its own parts it does not take. Who tests that
   * messages are answered together sets how long they wait for each other.
   */
  static final Map<String, String> OUTSIDE =
      Map.of(
          Variable.TURN_LEASE_SECONDS, "62",
          Variable.TURN_BREATH_SECONDS, "0",
          Variable.POSTGRES_SERVER, "elsewhere");

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType() == Sandbox.class;
  }

  @Override
  public Sandbox resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context
        .getRoot()
        .getStore(Namespace.create(SharedSandbox.class))
        .getOrComputeIfAbsent(Running.class, _ -> new Running(), Running.class)
        .asStarted();
  }

  /** Data, queues and requests as they are at the start; the clock, too. */
  static void putBack(Sandbox sandbox) {
    control(sandbox, "reset", "");
    sandbox.clock().set(SandboxClock.parse(SandboxClock.DEFAULT_NOW), true);
  }

  /** So much later, when all that follows from it is done. */
  static void later(Sandbox sandbox, Duration time) {
    String now = sandbox.clock().instant().plus(time).toString();
    control(sandbox, "clock", "{\"now\": \"" + now + "\", \"running\": true}");
    if (!sandbox.awaitQuiet(LONGEST)) {
      throw new AssertionError("The house does not come to rest.");
    }
  }

  private static void control(Sandbox sandbox, String name, String body) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(sandbox.simulators() + "/_sim/" + name))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      int status = http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
      if (status != 200) {
        throw new IllegalStateException(name + " was answered with " + status);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static final class Running implements AutoCloseable {

    private final Sandbox sandbox =
        Sandbox.start(SandboxOptions.of(OUTSIDE, Path.of("..")).onFreePorts());
    private final Map<String, String> settings = new HashMap<>(sandbox.settings().environment());

    Sandbox asStarted() {
      putBack(sandbox);
      new HashSet<>(sandbox.settings().environment().keySet())
          .forEach(name -> sandbox.settings().set(name, settings.get(name)));
      settings.forEach(sandbox.settings()::set);
      return sandbox;
    }

    @Override
    public void close() {
      sandbox.close();
    }
  }
}
