package io.conserje.testkit.lambda;

/** An invocation without an answer: the function reported an error, or its process is gone. */
public final class FunctionFailed extends RuntimeException {

  public FunctionFailed(String message) {
    super(message);
  }

  FunctionFailed(String message, Throwable cause) {
    super(message, cause);
  }
}
