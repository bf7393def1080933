package io.conserje.connectors.housefile;

/**
 * Something in a house file that cannot be obeyed.
 *
 * @param line from 1
 * @param path which value, as {@code tables/3/seats}; empty when it is about the text itself
 */
public record LineProblem(int line, String path, String reason) {

  @Override
  public String toString() {
    return "line " + line + ": " + (path.isEmpty() ? "" : path + " ") + reason;
  }
}
