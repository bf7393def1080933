package io.conserje.metrics;

import java.time.Duration;
import java.util.List;

/**
 * What is counted and timed while the house works. A label takes few values (a model, an outcome),
 * never anything of a guest: each combination is kept, and paid for, by itself.
 */
public interface Metrics {

  /** Nobody looks. */
  Metrics NONE =
      new Metrics() {
        @Override
        public void count(String name, long by, Label... labels) {}

        @Override
        public void time(String name, Duration took, Label... labels) {}
      };

  /**
   * Adds to a counter.
   *
   * @param name in lower case with underscores, for example {@code model_answers}
   */
  void count(String name, long by, Label... labels);

  /** How long something took. */
  void time(String name, Duration took, Label... labels);

  /** The same for all of them. */
  static Metrics all(Metrics... some) {
    List<Metrics> each = List.of(some);
    return new Metrics() {
      @Override
      public void count(String name, long by, Label... labels) {
        each.forEach(one -> one.count(name, by, labels));
      }

      @Override
      public void time(String name, Duration took, Label... labels) {
        each.forEach(one -> one.time(name, took, labels));
      }
    };
  }

  /** One thing a number is told apart by. */
  record Label(String name, String value) {
    public static Label of(String name, String value) {
      return new Label(name, value);
    }
  }
}
