package io.conserje.metrics;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Where it is told what took how long within one thing that was done, step by step. */
public interface Traces {

  /** Nobody looks. */
  Traces NONE =
      new Traces() {
        @Override
        public boolean areWanted() {
          return false;
        }

        @Override
        public void tell(String trace, List<Span> spans) {}
      };

  boolean areWanted();

  /**
   * Returns at once; what cannot be told is lost.
   *
   * @param trace 32 hexadecimal digits
   */
  void tell(String trace, List<Span> spans);

  /**
   * One stretch of time.
   *
   * @param id counts from 1 in its trace
   * @param within the id of the span it is a part of; 0 for none
   * @param facts never anything of a guest's
   */
  record Span(
      int id, int within, String name, Instant from, Instant to, Map<String, String> facts) {
    public Span {
      facts = Map.copyOf(facts);
    }
  }
}
