package io.conserje.webhookload;

import io.conserje.testkit.embedded.EmbeddedSqs;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** The queues in a process of their own; it ends with this one. */
final class QueueServer implements AutoCloseable {

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
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--sun-misc-unsafe-memory-access=allow",
            "-cp",
            System.getProperty("java.class.path"),
            QueueServer.class.getName());
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
