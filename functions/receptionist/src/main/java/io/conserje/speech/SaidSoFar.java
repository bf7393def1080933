package io.conserje.speech;

import java.util.ArrayList;
import java.util.List;

/** Which clauses of an utterance were said, as far as can be known from sound and telling. */
final class SaidSoFar {

  /** A guess; voices differ by a quarter, and nobody speaks twice as fast. */
  private static final double SECONDS_PER_CHARACTER = 0.065;

  private static final double NEARLY_ALL = 0.6;

  private final AudioFormat format;
  private final List<String> clauses = new ArrayList<>();

  /** The first that was not said to its end, and how much sound came since it began. */
  private int open;

  private long sinceOpen;
  private int words;

  SaidSoFar(AudioFormat format) {
    this.format = format;
  }

  void clause(String text) {
    clauses.add(text);
  }

  List<String> from(int number) {
    return clauses.subList(number, clauses.size());
  }

  void sound(int bytes) {
    sinceOpen += bytes;
  }

  void words(int more) {
    words += more;
  }

  void done(int clause) {
    open = Math.max(open, clause + 1);
    sinceOpen = 0;
  }

  /** Whether there is a text of which hardly anything was heard. */
  boolean isWanting() {
    return sinceOpen < NEARLY_ALL * expected(open, clauses.size());
  }

  /**
   * Where another voice begins: with the first clause that was not said to its end. Whoever does
   * not tell of ends may have said more than that.
   */
  int goOnFrom() {
    while (open < clauses.size() && sinceOpen >= expected(open, open + 1)) {
      sinceOpen -= (long) expected(open, open + 1);
      open++;
    }
    sinceOpen = 0;
    return open;
  }

  /** How many words of the first clause that is said again were told already. */
  int wordsToldAgain() {
    int before = 0;
    for (String clause : clauses.subList(0, open)) {
      before += clause.strip().split("\\s+").length;
    }
    return Math.max(0, words - before);
  }

  private double expected(int from, int to) {
    int characters = clauses.subList(from, to).stream().mapToInt(String::length).sum();
    return characters * SECONDS_PER_CHARACTER * format.rate() * format.encoding().bytes();
  }
}
