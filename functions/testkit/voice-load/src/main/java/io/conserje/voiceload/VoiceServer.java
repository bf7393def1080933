package io.conserje.voiceload;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.tools.attach.AttachNotSupportedException;
import com.sun.tools.attach.VirtualMachine;
import io.conserje.voice.VoiceStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.ThreadMXBean;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.management.MBeanServerConnection;
import javax.management.remote.JMXConnector;
import javax.management.remote.JMXConnectorFactory;
import javax.management.remote.JMXServiceURL;

/** The host of calls in a process of its own, with its own {@code main}. */
final class VoiceServer implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  /**
   * Of a task with 2 GB; all of it is there from the start, so that the process grows by the rest.
   * What else changes its speed is as in its Dockerfile, but for the cache.
   */
  private static final List<String> FLAGS =
      List.of(
          "-Xms1400m",
          "-Xmx1400m",
          "-XX:+AlwaysPreTouch",
          "-XX:+ExitOnOutOfMemoryError",
          "-XX:+UseSerialGC",
          "--sun-misc-unsafe-memory-access=allow",
          "--enable-native-access=ALL-UNNAMED");

  private final HttpClient http = HttpClient.newHttpClient();
  private final Process process;
  private final URI health;
  private final int port;
  private final JMXConnector connector;
  private final MBeanServerConnection beans;

  private VoiceServer(Process process, int port) throws Exception {
    this.process = process;
    this.port = port;
    this.health = URI.create("http://127.0.0.1:" + port + "/health");
    awaitHealth();
    this.connector = JMXConnectorFactory.connect(new JMXServiceURL(agent(process.pid())));
    this.beans = connector.getMBeanServerConnection();
  }

  /**
   * @param log for what it writes
   */
  static VoiceServer start(Map<String, String> environment, Path log) throws Exception {
    int port = freePort();
    List<String> command = new ArrayList<>(Cores.forServer());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(FLAGS);
    command.addAll(List.of(System.getProperty("server.flags", "").split(" +")));
    command.removeIf(String::isEmpty);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(VoiceStream.class.getName(), Integer.toString(port)));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    Process process = builder.start();
    Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    return new VoiceServer(process, port);
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static String agent(long pid) throws AttachNotSupportedException, IOException {
    VirtualMachine machine = VirtualMachine.attach(Long.toString(pid));
    try {
      return machine.startLocalManagementAgent();
    } finally {
      machine.detach();
    }
  }

  private void awaitHealth() throws InterruptedException, IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (process.isAlive() && System.nanoTime() < end) {
      try {
        calls();
        return;
      } catch (IOException notYet) {
        Thread.sleep(200);
      }
    }
    throw new IOException("The host of calls did not start; its log says why.");
  }

  int port() {
    return port;
  }

  /** How many it carries. */
  int calls() throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(health).timeout(Duration.ofSeconds(20)).build();
    String body = http.send(request, HttpResponse.BodyHandlers.ofString()).body();
    return new ObjectMapper().readTree(body).path("calls").asInt();
  }

  Duration cpu() {
    return process.toHandle().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /**
   * What it holds.
   *
   * @param heap in bytes, after collecting
   * @param resident in bytes; the heap is in it with its full size
   * @param files sockets and others
   */
  record Holds(long heap, long resident, int threads, long files, int calls) {}

  /** Stops everything for a moment: not while something is measured. */
  Holds holds() throws IOException, InterruptedException {
    MemoryMXBean memory =
        ManagementFactory.newPlatformMXBeanProxy(
            beans, ManagementFactory.MEMORY_MXBEAN_NAME, MemoryMXBean.class);
    memory.gc();
    ThreadMXBean threads =
        ManagementFactory.newPlatformMXBeanProxy(
            beans, ManagementFactory.THREAD_MXBEAN_NAME, ThreadMXBean.class);
    return new Holds(
        memory.getHeapMemoryUsage().getUsed(),
        resident(),
        threads.getThreadCount(),
        files(),
        calls());
  }

  /** 0 where the system does not tell. */
  private long resident() throws IOException {
    Path status = Path.of("/proc/" + process.pid() + "/status");
    if (!Files.exists(status)) {
      return 0;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
              .filter(line -> line.startsWith("VmRSS:"))
              .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
              .findFirst()
              .orElse(0)
          * 1024;
    }
  }

  private long files() throws IOException {
    Path folder = Path.of("/proc/" + process.pid() + "/fd");
    if (!Files.exists(folder)) {
      return 0;
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.count();
    }
  }

  @Override
  public void close() {
    try {
      connector.close();
    } catch (IOException gone) {
      // So is the connection.
    }
    http.close();
    process.destroy();
    try {
      process.waitFor(10, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
  }
}
