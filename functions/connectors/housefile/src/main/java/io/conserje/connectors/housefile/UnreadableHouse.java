package io.conserje.connectors.housefile;

import java.util.List;

/** A text that is no house file at all. */
public final class UnreadableHouse extends RuntimeException {

  private final List<LineProblem> problems;

  UnreadableHouse(List<LineProblem> problems) {
    super(problems.getFirst().toString(), null, false, false);
    this.problems = List.copyOf(problems);
  }

  UnreadableHouse(int line, String reason) {
    this(List.of(new LineProblem(line, "", reason)));
  }

  public List<LineProblem> problems() {
    return problems;
  }
}
