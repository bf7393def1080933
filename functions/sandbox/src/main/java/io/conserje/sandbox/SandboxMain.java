package io.conserje.sandbox;

import io.conserje.sandbox.demo.MetaQuestion;
import io.conserje.sandbox.demo.PhoneCall;
import io.conserje.sandbox.demo.TelnyxEvent;
import io.conserje.sandbox.demo.VapiCall;
import io.conserje.sandbox.demo.WebChatStay;
import io.conserje.sandbox.demo.WhatsAppBooking;
import io.conserje.sandbox.http.PortInUse;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;

/** {@code mvn -Psandbox}: starts everything, plays the demo, serves on. */
public final class SandboxMain {

  private static final String LOG_FILE = "sandbox.log";

  private final PrintStream out;
  private final Closing closing = new Closing();
  private final boolean demo = !"false".equals(System.getProperty("sandbox.demo"));
  private final boolean exit = "true".equals(System.getProperty("sandbox.exit"));

  private SandboxMain(PrintStream out) {
    this.out = out;
  }

  public static void main(String[] arguments) throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    SandboxMain main = new SandboxMain(out);
    Runtime.getRuntime().addShutdownHook(new Thread(main.closing::close, "closing"));
    ParentProcess.onEnd(() -> System.exit(1));
    main.closing.later(TemporaryFolder.use());
    TemporaryFolder.clearLeft();
    System.exit(main.run());
  }

  private int run() throws IOException {
    Path folder = Path.of(System.getProperty("sandbox.target", "target")).toAbsolutePath();
    Path log = logTo(folder.normalize());
    try {
      return serve(log);
    } catch (PortInUse | IllegalArgumentException e) {
      out.println(e.getMessage());
      return 1;
    } catch (RuntimeException e) {
      e.printStackTrace(System.err);
      out.printf("The sandbox did not start: %s%nMore in %s%n", e.getMessage(), log);
      return 1;
    }
  }

  private int serve(Path log) {
    long start = System.nanoTime();
    out.println("Starting Postgres, Redis, the queues and every function ...");
    SandboxOptions options = SandboxOptions.of(System.getenv(), modules());
    Sandbox sandbox = closing.later(Sandbox.start(options));
    out.printf("Ready after %.1f s.%n", (System.nanoTime() - start) / 1e9);
    boolean held =
        !demo
            || WhatsAppBooking.play(sandbox, out)
                & MetaQuestion.play(sandbox, out)
                & VapiCall.play(sandbox, out)
                & TelnyxEvent.play(sandbox, out)
                & WebChatStay.play(sandbox, out)
                & PhoneCall.play(sandbox, log.getParent(), out);
    sandbox.carryCalls();
    out.printf("%n%s%n", held ? "" : "The demo FAILED. More in " + log);
    if (exit) {
      return held ? 0 : 1;
    }
    Welcome.print(sandbox, log, out);
    untilStopped();
    return 0;
  }

  private static Path modules() {
    return Path.of(System.getProperty("sandbox.functions", "..")).toAbsolutePath().normalize();
  }

  /** What functions and servers have to say would bury the conversation: it goes to a file. */
  private static Path logTo(Path folder) throws IOException {
    Path log = Files.createDirectories(folder).resolve(LOG_FILE);
    PrintStream file =
        new PrintStream(new FileOutputStream(log.toFile()), true, StandardCharsets.UTF_8);
    System.setOut(file);
    System.setErr(file);
    return log;
  }

  private static void untilStopped() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
