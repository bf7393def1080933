package io.conserje.sandbox.lambda;

/** The function took longer than it may; its instance is not used again. */
public final class FunctionTimedOut extends RuntimeException {

  FunctionTimedOut(String function, long millis) {
    super(function + " timed out after " + millis + " ms.");
  }
}
