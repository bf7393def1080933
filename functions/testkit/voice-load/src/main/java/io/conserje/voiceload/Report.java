package io.conserje.voiceload;

import io.conserje.testkit.bench.Timings;
import io.conserje.voiceload.VoiceLoad.Stretch;
import io.conserje.voiceload.VoiceServer.Holds;
import java.util.List;

/** A table for people, and a line for machines. */
final class Report {

  /** Whoever measures with a late clock measures nothing. */
  private static final double LATEST_GENERATOR_MS = 3;

  private final int calls;
  private final int fewer;
  private final String detector;
  private final Stretch most;
  private final Stretch all;

  /**
   * @param fewer how many calls there were in {@code most}
   */
  Report(int calls, int fewer, String detector, Stretch most, Stretch all) {
    this.calls = calls;
    this.fewer = fewer;
    this.detector = detector;
    this.most = most;
    this.all = all;
  }

  void print(Holds before, Holds during, Holds after, HeardText heard) {
    System.out.printf("%-46s %12s %12s%n", "", fewer + " calls", calls + " calls");
    row("frame lateness p99 / max, ms", s -> times(s.findings().lateness));
    row("under-runs per call-minute, no buffer", s -> rate(s, s.findings().underruns));
    row("under-runs per call-minute, 60 ms buffer", s -> rate(s, s.findings().bufferedUnderruns));
    row("turns answered", s -> Integer.toString(s.findings().turns));
    row("of them out of memory", s -> Integer.toString(s.findings().remembered));
    row("turn overhead p50, ms", s -> at(s.findings().overhead, 0.5));
    row("turn overhead p95, ms", s -> at(s.findings().overhead, 0.95));
    row("speech to clear beyond the threshold p50, ms", s -> at(s.findings().bargeIn, 0.5));
    row("speech to clear beyond the threshold p95, ms", s -> at(s.findings().bargeIn, 0.95));
    row("interruptions", s -> Integer.toString(s.findings().bargeIn.count()));
    row("not answered within 15 s", s -> Integer.toString(s.findings().unanswered));
    row("interrupted and not cleared", s -> Integer.toString(s.findings().notCleared));
    row("cleared for nothing", s -> Integer.toString(s.findings().clearedForNothing));
    row("holes in the sound", s -> Integer.toString(s.findings().holes));
    row("pieces of sound by another voice", s -> Integer.toString(s.findings().ofOthers));
    row("calls refused / lost", s -> s.findings().refused + " / " + s.findings().lost);
    row("core used, %", s -> "%.0f".formatted(100 * cores(s)));
    row("cpu ms per call-second", s -> "%.2f".formatted(cpu(s)));
    row("a core used by guests and vendors, %", s -> "%.0f".formatted(100 * own(s)));
    row("generator lateness p99 / max, ms", s -> times(s.findings().generator));
    System.out.println(heard);
    tell("before", before);
    tell("with %d calls".formatted(calls), during);
    tell("after", after);
    System.out.printf(
        "per call: heap %.0f kB, outside of it %.0f kB%n",
        each(during.heap() - before.heap()), each(during.resident() - before.resident()));
    if (isVoid()) {
      System.out.println("VOID: the generator itself was late by more than 3 ms at p99.");
    }
    System.out.println(forMachines(before, during));
  }

  private interface Value {
    String of(Stretch stretch);
  }

  private void row(String name, Value value) {
    System.out.printf("%-46s %12s %12s%n", name, value.of(most), value.of(all));
  }

  private static void tell(String when, Holds holds) {
    System.out.printf(
        "%s: heap %.1f MB, resident %.1f MB, %d threads, %d files, %d calls%n",
        when,
        holds.heap() / 1e6,
        holds.resident() / 1e6,
        holds.threads(),
        holds.files(),
        holds.calls());
  }

  private static String times(Timings timings) {
    return at(timings, 0.99) + " / " + at(timings, 1);
  }

  private static String at(Timings timings, double part) {
    return "%.1f".formatted(timings.percentile(part));
  }

  private static String rate(Stretch stretch, int count) {
    return "%.3f".formatted(perMinute(stretch, count));
  }

  private static double perMinute(Stretch stretch, int count) {
    return count / Math.max(1e-9, stretch.findings().callMinutes());
  }

  private static double cpu(Stretch stretch) {
    return stretch.cpu().toNanos() / 1e6 / Math.max(1e-9, stretch.findings().callMinutes() * 60);
  }

  private static double own(Stretch stretch) {
    return stretch.own().toNanos() / (double) stretch.time().toNanos();
  }

  private double cores(Stretch stretch) {
    int number = stretch == most ? fewer : calls;
    return cpu(stretch) * number / 1_000;
  }

  private double each(long bytes) {
    return bytes / 1e3 / calls;
  }

  private double generatorLateness() {
    return Timings.of(List.of(most.findings().generator, all.findings().generator))
        .percentile(0.99);
  }

  private boolean isVoid() {
    return generatorLateness() > LATEST_GENERATOR_MS;
  }

  private String forMachines(Holds before, Holds during) {
    Findings findings = all.findings();
    double kb =
        each(during.heap() - before.heap() + Math.max(0, during.resident() - before.resident()));
    return """
    {"bench":"voice-load","calls":%d,"detector":"%s","frame_lateness_p99_ms":%.2f,\
    "underruns_per_call_minute":%.3f,"overhead_at_calls":%d,"turn_overhead_p95_ms":%.1f,\
    "barge_in_p95_ms":%.1f,"kb_per_call":%.0f,"cpu_ms_per_call_second":%.3f,\
    "generator_lateness_p99_ms":%.2f,"void":%b}\
    """
        .formatted(
            calls,
            detector,
            findings.lateness.percentile(0.99),
            perMinute(all, findings.bufferedUnderruns),
            fewer,
            most.findings().overhead.percentile(0.95),
            findings.bargeIn.percentile(0.95),
            kb,
            cpu(all),
            generatorLateness(),
            isVoid());
  }
}
