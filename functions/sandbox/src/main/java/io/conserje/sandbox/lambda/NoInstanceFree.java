package io.conserje.sandbox.lambda;

/** Every instance of the function was busy for as long as the caller would wait. */
public final class NoInstanceFree extends RuntimeException {

  NoInstanceFree(String function) {
    super("Every instance of " + function + " is busy.");
  }
}
