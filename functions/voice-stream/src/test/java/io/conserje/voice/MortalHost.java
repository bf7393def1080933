package io.conserje.voice;

import io.conserje.voice.call.CallPipeline.Crew;
import io.conserje.voice.call.FakeDetector;
import io.conserje.voice.call.FakeEar;
import io.conserje.voice.call.FakeVoice;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A host of calls in a process of its own, which may be killed in the middle of a word. */
final class MortalHost implements AutoCloseable {

  private static final String PORT = "listens on ";

  private final Process process;
  private final PrintWriter words;
  private final int port;

  private MortalHost(Process process, int port) {
    this.process = process;
    this.words = new PrintWriter(process.getOutputStream(), true, StandardCharsets.UTF_8);
    this.port = port;
  }

  static MortalHost start(Map<String, String> environment, Instant now) {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    ProcessBuilder program =
        new ProcessBuilder(
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                MortalHost.class.getName(),
                now.toString())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    program.environment().putAll(environment);
    try {
      Process process = program.start();
      BufferedReader told =
          new BufferedReader(
              new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
      String line = told.readLine();
      while (line != null && !line.startsWith(PORT)) {
        line = told.readLine();
      }
      if (line == null) {
        throw new IllegalStateException("The host did not start.");
      }
      Thread.ofVirtual().start(() -> told.lines().forEach(_ -> {}));
      return new MortalHost(process, Integer.parseInt(line.substring(PORT.length())));
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  int port() {
    return port;
  }

  /** What its recogniser understands next. */
  void hears(String said) {
    words.println(said);
  }

  void kill() {
    process.destroyForcibly();
    try {
      process.waitFor(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    kill();
  }

  /** Each line that comes in is what a guest has said. */
  public static void main(String[] arguments) throws IOException {
    Instant now = Instant.parse(arguments[0]);
    FakeEar ear = new FakeEar();
    try (VoiceStream host =
        new VoiceStream(
            new HashMap<>(System.getenv()),
            () -> now,
            new Crew(new FakeDetector(), ear, new FakeVoice()))) {
      System.out.println(PORT + host.port());
      BufferedReader said =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      for (String line = said.readLine(); line != null; line = said.readLine()) {
        ear.words(line);
      }
    }
  }
}
