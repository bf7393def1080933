package io.conserje.sandbox;

/**
 * Whoever started the sandbox. When it is gone, however it went, nobody is left to stop the
 * sandbox.
 */
final class ParentProcess {

  private ParentProcess() {}

  static void onEnd(Runnable end) {
    ProcessHandle.current().parent().ifPresent(parent -> parent.onExit().thenRun(end));
  }
}
