package io.conserje.voiceload;

import io.conserje.names.Variable;
import io.conserje.voiceload.VoiceServer.Holds;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.util.concurrent.DefaultThreadFactory;
import java.nio.channels.spi.SelectorProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * {@code mvn -Pvoice-load -Dcalls=N}: so many telephone calls at once, carried by the host of calls
 * on one core, and what their guests hear, how late.
 */
public final class VoiceLoad {

  private static final double FEWER = 0.8;
  private static final Duration SETTLING = Duration.ofSeconds(12);
  private static final Duration UNTIL_CALLS_END = Duration.ofSeconds(60);
  private static final Duration SERVERS_CONNECTIONS = Duration.ofSeconds(40);

  private final int calls = Integer.getInteger("calls", 100);
  private final Duration time = Duration.ofSeconds(Integer.getInteger("seconds", 60));
  private final Duration warmUp = Duration.ofSeconds(Integer.getInteger("warm-up", 60));
  private final Duration soak = Duration.ofMinutes(Integer.getInteger("soak", 0));
  private final String silero = System.getProperty("silero", "");

  public static void main(String[] arguments) throws Exception {
    Locale.setDefault(Locale.ROOT);
    Cores.leaveTheServers();
    new VoiceLoad().run();
    System.exit(0);
  }

  private void run() throws Exception {
    EventLoopGroup vendorLoop = loop("vendors");
    EventLoopGroup guestLoop = loop("guests");
    VendorPort vendors = new VendorPort(vendorLoop);
    Path log = Path.of(System.getProperty("target", "."), "voice-stream.log");
    Files.createDirectories(log.toAbsolutePath().getParent());
    try (World world = new World();
        Announcer announcer = new Announcer(world);
        VoiceServer server = VoiceServer.start(environment(world, vendors), log)) {
      HeardText heard = new HeardText(world);
      Callers callers = new Callers(guestLoop, server.port(), announcer, heard);
      say("%s; log in %s", Cores.told(), log);
      warmUp(callers, server);
      heard.compare();
      Holds before = server.holds();
      if (soak.isPositive()) {
        new Soak(calls, soak, callers, server, vendors).run(before);
      } else {
        measure(callers, server, before, heard);
      }
    }
  }

  private static EventLoopGroup loop(String name) {
    EventLoopGroup loop =
        new MultiThreadIoEventLoopGroup(
            1,
            new DefaultThreadFactory(name, true),
            NioIoHandler.newFactory(SelectorProvider.provider(), InSips::new));
    loop.submit(() -> {}).syncUninterruptibly();
    Cores.goesFirst(name);
    return loop;
  }

  private Map<String, String> environment(World world, VendorPort vendors) {
    Map<String, String> environment = world.environment(vendors.address());
    if (!silero.isEmpty()) {
      environment.put(Variable.SILERO_MODEL, silero);
    }
    return environment;
  }

  private void warmUp(Callers callers, VoiceServer server) throws Exception {
    say("warming up with %d calls for %d s", fewer(), warmUp.toSeconds());
    callers.raiseTo(fewer());
    Thread.sleep(warmUp);
    end(callers, server);
    callers.take();
  }

  private int fewer() {
    return Math.max(1, (int) Math.round(calls * FEWER));
  }

  static void end(Callers callers, VoiceServer server) throws Exception {
    callers.hangUp();
    long end = System.nanoTime() + UNTIL_CALLS_END.toNanos();
    while (server.calls() > 0 && System.nanoTime() < end) {
      Thread.sleep(200);
    }
    // Connections to vendors that stand ready, and threads that wait for work, go a little later.
    Thread.sleep(SERVERS_CONNECTIONS.dividedBy(4));
  }

  private void measure(Callers callers, VoiceServer server, Holds before, HeardText heard)
      throws Exception {
    say("%d calls for %d s", fewer(), time.toSeconds());
    callers.raiseTo(fewer());
    Stretch most = stretch(callers, server);
    say("%d calls for %d s", calls, time.toSeconds());
    callers.raiseTo(calls);
    Stretch all = stretch(callers, server);
    Holds during = server.holds();
    end(callers, server);
    Holds after = server.holds();
    heard.compare();
    Report report = new Report(calls, fewer(), silero.isEmpty() ? "built-in" : "silero", most, all);
    report.print(before, during, after, heard);
  }

  private Stretch stretch(Callers callers, VoiceServer server) throws InterruptedException {
    Thread.sleep(SETTLING);
    callers.take();
    Duration cpu = server.cpu();
    Duration own = own();
    Thread.sleep(time);
    return new Stretch(callers.take(), server.cpu().minus(cpu), own().minus(own), time);
  }

  private static Duration own() {
    return ProcessHandle.current().info().totalCpuDuration().orElse(Duration.ZERO);
  }

  /**
   * A time of measuring.
   *
   * @param cpu of the host of calls
   * @param own of the guests and the vendors
   */
  record Stretch(Findings findings, Duration cpu, Duration own, Duration time) {}

  static void say(String text, Object... values) {
    System.err.println("voice-load: " + text.formatted(values));
  }
}
