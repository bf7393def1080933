package io.conserje.voiceload;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

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

  /**
   * Lets a thread of this process run before all else on its cores, Postgres too: else the clock
   * that everything is measured with is late. Where the system does not let us, nothing happens.
   *
   * @param name what the thread's own name begins with
   */
  static void goesFirst(String name) {
    try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
      threads
          .filter(thread -> nameOf(thread).startsWith(name))
          .mapToLong(thread -> Long.parseLong(thread.getFileName().toString()))
          .forEach(Cores::goesFirst);
    } catch (IOException none) {
      // another system
    }
  }

  private static void goesFirst(long thread) {
    String number = Long.toString(thread);
    if (!run(List.of("chrt", "-f", "-p", "1", number))) {
      run(List.of("renice", "-n", "-10", "-p", number));
    }
  }

  private static String nameOf(Path thread) {
    try {
      return Files.readString(thread.resolve("comm"));
    } catch (IOException gone) {
      return "";
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
