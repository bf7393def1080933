package io.conserje.webhookload;

import io.conserje.testkit.embedded.EmbeddedSqs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The queues in a process of their own; it ends with this one. */
final class QueueServer implements AutoCloseable {

  /**
   * The stand-in leaves 400 kB behind for each message. It collects that seldom, since while it
   * does everybody waits for it, as nobody waits for SQS.
   */
  private static final List<String> SELDOM_COLLECTED =
      List.of("-XX:+UseParallelGC", "-Xmn2g", "-Xmx4g");

  private final Process process;
  private final String endpoint;

  private QueueServer(Process process, String endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  /** The process itself: says where it is, and ends when nobody holds its input any more. */
  public static void main(String[] arguments) throws IOException {
    EmbeddedSqs sqs = EmbeddedSqs.start();
    System.out.println(sqs.endpoint());
    System.in.read();
    System.exit(0);
  }

  static QueueServer start() {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(SELDOM_COLLECTED);
    command.add("--sun-misc-unsafe-memory-access=allow");
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(QueueServer.class.getName());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.redirectError(ProcessBuilder.Redirect.INHERIT);
    try {
      Process process = builder.start();
      return new QueueServer(process, address(process));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String address(Process process) throws IOException {
    BufferedReader said =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    String line = said.readLine();
    while (line != null && !line.startsWith("http://")) {
      line = said.readLine();
    }
    if (line == null) {
      throw new IOException("The queues did not start.");
    }
    Thread.ofVirtual().start(() -> said.lines().forEach(more -> {}));
    return line;
  }

  String endpoint() {
    return endpoint;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
