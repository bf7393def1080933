package io.conserje.venue.house;

import java.util.List;

/** A house file with problems: all of them, in the file's order. */
public final class InvalidHouse extends RuntimeException {

  private final List<Problem> problems;

  public InvalidHouse(List<Problem> problems) {
    super(problems.size() + " problems, the first: " + problems.getFirst(), null, false, false);
    this.problems = List.copyOf(problems);
  }

  public List<Problem> problems() {
    return problems;
  }
}
