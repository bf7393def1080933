package io.conserje.sandbox.metrics;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * Standard output with an ear: what a function writes goes on as before, and lines in the embedded
 * metric format are counted, as CloudWatch would.
 */
public final class MetricLines extends PrintStream {

  private static final String START = "{\"_aws\":";

  private final PrintStream before;
  private final Measurements measurements;

  private MetricLines(PrintStream before, Measurements measurements) {
    super(before, true, StandardCharsets.UTF_8);
    this.before = before;
    this.measurements = measurements;
  }

  /** Listens until it is closed; others that begin meanwhile listen as well. */
  public static synchronized MetricLines listen(Measurements measurements) {
    MetricLines lines = new MetricLines(System.out, measurements);
    System.setOut(lines);
    return lines;
  }

  @Override
  public void println(String line) {
    before.println(line);
    if (line != null && line.startsWith(START)) {
      measurements.take(line);
    }
  }

  /** Standard output itself stays open. */
  @Override
  public void close() {
    synchronized (MetricLines.class) {
      if (System.out == this) {
        System.setOut(before);
      }
    }
  }
}
