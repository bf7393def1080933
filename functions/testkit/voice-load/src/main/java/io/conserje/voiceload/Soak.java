package io.conserje.voiceload;

import io.conserje.voiceload.VoiceServer.Holds;
import java.time.Duration;

/** Many calls for a long time, and what the host of calls still holds when all have ended. */
final class Soak {

  /** How much more it may hold than before: what is compiled, cached or kept ready. */
  private static final int MORE_THREADS = 8;

  private static final int MORE_FILES = 24;
  private static final double GROWTH = 0.1;

  private final int calls;
  private final Duration time;
  private final Callers callers;
  private final VoiceServer server;
  private final VendorPort vendors;

  Soak(int calls, Duration time, Callers callers, VoiceServer server, VendorPort vendors) {
    this.calls = calls;
    this.time = time;
    this.callers = callers;
    this.server = server;
    this.vendors = vendors;
  }

  void run(Holds before) throws Exception {
    tell("before", before);
    callers.raiseTo(calls);
    Holds early = null;
    Holds late = before;
    for (int minute = 1; minute <= time.toMinutes(); minute++) {
      Thread.sleep(Duration.ofMinutes(1));
      late = server.holds();
      early = early == null ? late : early;
      tell("minute " + minute, late);
    }
    VoiceLoad.end(callers, server);
    Findings findings = callers.take();
    Holds after = server.holds();
    tell("after", after);
    boolean flat = late.heap() - early.heap() < GROWTH * early.heap();
    boolean clean =
        after.calls() == 0
            && vendors.ears() == 0
            && after.threads() - before.threads() <= MORE_THREADS
            && after.files() - before.files() <= MORE_FILES;
    System.out.printf(
        "{\"bench\":\"voice-soak\",\"calls\":%d,\"minutes\":%d,\"flat\":%b,\"leaked\":%b,"
            + "\"heap_mb_early\":%.1f,\"heap_mb_late\":%.1f,\"turns\":%d,\"unanswered\":%d,"
            + "\"refused\":%d,\"lost\":%d}%n",
        calls,
        time.toMinutes(),
        flat,
        !clean,
        early.heap() / 1e6,
        late.heap() / 1e6,
        findings.turns,
        findings.unanswered,
        findings.refused,
        findings.lost);
  }

  private void tell(String when, Holds holds) {
    System.out.printf(
        "%-10s heap %6.1f MB, resident %7.1f MB, %3d threads, %4d files, %3d calls;"
            + " sockets at the vendors: %d ears, %d voices%n",
        when,
        holds.heap() / 1e6,
        holds.resident() / 1e6,
        holds.threads(),
        holds.files(),
        holds.calls(),
        vendors.ears(),
        vendors.voices());
  }
}
