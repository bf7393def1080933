package io.conserje.voiceload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Gives the host of calls the last core for itself, and everything else the others, where the
 * system has {@code taskset}.
 */
final class Cores {

  private static final int COUNT = Runtime.getRuntime().availableProcessors();

  private Cores() {}

  /** What goes before the command of the host of calls. */
  static List<String> forServer() {
    return isPossible() ? List.of("taskset", "-c", Integer.toString(COUNT - 1)) : List.of();
  }

  /** For this process and all it starts from now on. */
  static void leaveTheServers() {
    if (isPossible()) {
      String others = "0-" + (COUNT - 2);
      run(
          List.of(
              "taskset", "-a", "-c", "-p", others, Long.toString(ProcessHandle.current().pid())));
    }
  }

  static String told() {
    return isPossible() ? "the server on core %d of %d".formatted(COUNT - 1, COUNT) : "NOT PINNED";
  }

  private static boolean isPossible() {
    return COUNT > 1 && run(List.of("taskset", "-V"));
  }

  private static boolean run(List<String> command) {
    try {
      return new ProcessBuilder(new ArrayList<>(command))
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException none) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException(new IOException(e));
    }
  }
}
