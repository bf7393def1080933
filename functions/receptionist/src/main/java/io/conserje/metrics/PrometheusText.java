package io.conserje.metrics;

import java.time.Duration;
import java.util.Map;
import java.util.StringJoiner;
import java.util.TreeMap;

/**
 * What was counted and timed since the start, as Prometheus reads it ("Exposition formats", text
 * 0.0.4).
 */
public final class PrometheusText implements Metrics {

  /** Of the answer over HTTP. */
  public static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  /** Upper bounds in seconds: from a rule of the house's own to a model that is given up. */
  private static final double[] BOUNDS = {0.005, 0.02, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 20};

  private static final double NANOS = 1e9;

  private final Map<String, Map<String, Double>> counts = new TreeMap<>();
  private final Map<String, Map<String, Times>> times = new TreeMap<>();

  /** Durations of one kind; {@code upTo[i]} had at most {@code BOUNDS[i]}. */
  private static final class Times {
    private final long[] upTo = new long[BOUNDS.length];
    private long all;
    private double sum;

    private void add(double seconds) {
      for (int i = 0; i < BOUNDS.length; i++) {
        upTo[i] += seconds <= BOUNDS[i] ? 1 : 0;
      }
      all++;
      sum += seconds;
    }
  }

  @Override
  public synchronized void count(String name, long by, Label... labels) {
    counts
        .computeIfAbsent("conserje_" + name + "_total", _ -> new TreeMap<>())
        .merge(written(labels), (double) by, Double::sum);
  }

  @Override
  public synchronized void time(String name, Duration took, Label... labels) {
    times
        .computeIfAbsent("conserje_" + name + "_seconds", _ -> new TreeMap<>())
        .computeIfAbsent(written(labels), _ -> new Times())
        .add(took.toNanos() / NANOS);
  }

  private static String written(Label... labels) {
    StringJoiner all = new StringJoiner(",");
    for (Label label : labels) {
      String value = label.value().replace("\\", "\\\\").replace("\"", "\\\"");
      all.add(label.name() + "=\"" + value.replace("\n", "\\n") + '"');
    }
    return all.toString();
  }

  /** Everything. */
  public synchronized String text() {
    StringBuilder text = new StringBuilder();
    counts.forEach((name, series) -> {
      text.append("# TYPE ").append(name).append(" counter\n");
      series.forEach((labels, value) -> line(text, name, labels, number(value)));
    });
    times.forEach((name, series) -> {
      text.append("# TYPE ").append(name).append(" histogram\n");
      series.forEach((labels, value) -> histogram(text, name, labels, value));
    });
    return text.toString();
  }

  /**
   * Something that goes up and down, as it is at this moment.
   *
   * @param name as those of {@link Metrics#count}
   */
  public static String gauge(String name, long value) {
    return "# TYPE conserje_%s gauge\nconserje_%s %d\n".formatted(name, name, value);
  }

  private static void histogram(StringBuilder text, String name, String labels, Times times) {
    String more = labels.isEmpty() ? "" : labels + ",";
    for (int i = 0; i < BOUNDS.length; i++) {
      String bound = more + "le=\"" + number(BOUNDS[i]) + '"';
      line(text, name + "_bucket", bound, String.valueOf(times.upTo[i]));
    }
    line(text, name + "_bucket", more + "le=\"+Inf\"", String.valueOf(times.all));
    line(text, name + "_sum", labels, number(times.sum));
    line(text, name + "_count", labels, String.valueOf(times.all));
  }

  private static void line(StringBuilder text, String name, String labels, String value) {
    text.append(name);
    if (!labels.isEmpty()) {
      text.append('{').append(labels).append('}');
    }
    text.append(' ').append(value).append('\n');
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
