package io.conserje.sandbox.lambda;

/** The function threw, could not be started, or took longer than it may. */
public final class FunctionFailed extends RuntimeException {

  FunctionFailed(String function, String what, Throwable cause) {
    super(function + " " + what, cause);
  }
}
