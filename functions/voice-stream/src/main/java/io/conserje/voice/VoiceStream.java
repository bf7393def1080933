package io.conserje.voice;

import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.lambda.Settings;
import io.conserje.connectors.lambda.logs.LogLevel;
import io.conserje.connectors.postgres.PostgresPool;
import io.conserje.connectors.websocket.ProviderSockets;
import io.conserje.names.Variable;
import io.conserje.names.VoiceHost;
import io.conserje.voice.call.CallPipeline.Crew;
import io.conserje.voice.call.LiveCalls;
import io.conserje.voice.fargate.TaskProtection;
import io.micronaut.context.ApplicationContext;
import io.micronaut.runtime.server.EmbeddedServer;
import io.micronaut.serde.ObjectMapper;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The host of the sound of calls, the one program that runs all the time. Started by {@link #main}
 * on Fargate.
 */
public final class VoiceStream implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(VoiceStream.class);

  /** Fargate kills after 120 s. */
  private static final Duration LONGEST_LEAVING = Duration.ofSeconds(115);

  /** What there is of them, in this order. */
  private static final List<String> TRANSPORTS = List.of("epoll", "nio");

  private final ApplicationContext context;
  private final EmbeddedServer server;
  private final Optional<TaskProtection> protection;

  /**
   * @param host the address to listen on
   * @param port 0 for any free one
   */
  public VoiceStream(Map<String, String> environment, InstantSource clock, String host, int port) {
    this(new FunctionEnvironment(environment, clock), host, port, new Object[0]);
  }

  /** With a crew of a test's own. */
  VoiceStream(Map<String, String> environment, InstantSource clock, Crew crew) {
    this(new FunctionEnvironment(environment, clock), "127.0.0.1", 0, new Object[] {crew});
  }

  private VoiceStream(FunctionEnvironment environment, String host, int port, Object[] others) {
    LogLevel.from(environment.variables());
    Map<String, Object> properties = new HashMap<>(PostgresPool.PROPERTIES);
    properties.put("micronaut.server.host", host);
    properties.put("micronaut.server.port", port == 0 ? -1 : port);
    properties.put("micronaut.netty.event-loops.default.transport", TRANSPORTS);
    properties.put("micronaut.server.netty.parent.transport", TRANSPORTS);
    this.context =
        ApplicationContext.builder("voice")
            .classLoader(VoiceStream.class.getClassLoader())
            .mainClass(VoiceStream.class)
            .properties(properties)
            .singletons(environment)
            .singletons(others)
            .deduceEnvironment(false)
            .bootstrapEnvironment(false)
            .enableDefaultPropertySources(false)
            .banner(false)
            .start();
    this.server = context.getBean(EmbeddedServer.class).start();
    this.protection = protection(environment.variables().get(Variable.ECS_AGENT_URI));
  }

  private Optional<TaskProtection> protection(String agent) {
    return Optional.ofNullable(agent)
        .map(there ->
            new TaskProtection(
                    there, context.getBean(LiveCalls.class), context.getBean(ObjectMapper.class))
                .start());
  }

  /**
   * @param arguments the port to listen on, where it is not the usual one
   */
  public static void main(String[] arguments) {
    int port = arguments.length == 0 ? VoiceHost.PORT : Integer.parseInt(arguments[0]);
    VoiceStream voice =
        new VoiceStream(System.getenv(), FunctionEnvironment.ofProcess().clock(), "0.0.0.0", port);
    List<String> missing = voice.missing();
    if (!missing.isEmpty()) {
      LOG.error("No call can be carried: {} must be set. See docs/deploy.md.", missing);
      voice.close();
      System.exit(1);
    }
    Runtime.getRuntime().addShutdownHook(new Thread(voice::leave, "leaving"));
    voice.warmUp();
  }

  /** What must be set before any call can be carried. */
  List<String> missing() {
    return HealthController.settings(context.getBean(Settings.class))
        .filter(check -> !check.ok())
        .map(HealthController.Check::name)
        .toList();
  }

  /** What the first call would wait for is loaded while the host is there already. */
  void warmUp() {
    context.getBean(ProviderSockets.class).prepare();
  }

  /** Calls go on to their end, as long as the platform lets them. */
  private void leave() {
    try {
      context.getBean(LiveCalls.class).drain(LONGEST_LEAVING);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
    close();
  }

  public int port() {
    return server.getPort();
  }

  @Override
  public void close() {
    protection.ifPresent(TaskProtection::close);
    server.stop();
    context.close();
  }
}
