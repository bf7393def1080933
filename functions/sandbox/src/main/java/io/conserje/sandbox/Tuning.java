package io.conserje.sandbox;

import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/**
 * What a test or a benchmark changes of the sandbox.
 *
 * @param durable whether Postgres flushes each commit to disk, as in production
 * @param visibility how long a message that was received and not finished stays hidden
 * @param elsewhere functions that do not run in this JVM, by name: given the environment, what
 *     takes an event and gives the answer, both JSON
 */
public record Tuning(
    boolean durable,
    Duration visibility,
    Map<String, Function<Map<String, String>, UnaryOperator<String>>> elsewhere) {

  /** A retry is seen while one watches; still longer than any function of a queue may take. */
  static final Tuning USUAL = new Tuning(false, Duration.ofSeconds(40), Map.of());
}
