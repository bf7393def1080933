package io.conserje.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * The one folder for everything temporary of this process and of the servers it starts. The JDK
 * reads where temporary files go before any of our code runs, so the folder is given on the command
 * line, as {@code java.io.tmpdir} and, so that we know it is ours to delete, as {@code
 * sandbox.temporary}.
 */
final class TemporaryFolder {

  private static final String OURS = "sandbox.temporary";
  private static final String PID = "pid";
  private static final long PATIENCE_SECONDS = 5;

  private TemporaryFolder() {}

  static AutoCloseable use() throws IOException {
    String given = System.getProperty(OURS);
    if (given == null) {
      return () -> {};
    }
    Path own = Files.createDirectories(Path.of(given));
    Files.writeString(own.resolve(PID), String.valueOf(ProcessHandle.current().pid()));
    return () -> clear(own);
  }

  /** After a sandbox that was killed and could not do it itself. */
  static void clearLeft() throws IOException {
    String given = System.getProperty(OURS);
    if (given != null) {
      left(Path.of(given)).forEach(TemporaryFolder::clear);
    }
  }

  private static List<Path> left(Path own) throws IOException {
    try (Stream<Path> siblings = Files.list(own.getParent())) {
      return siblings.filter(folder -> !folder.equals(own)).filter(TemporaryFolder::dead).toList();
    }
  }

  private static boolean dead(Path folder) {
    Path pid = folder.resolve(PID);
    try {
      return Files.exists(pid)
          && !ProcessHandle.of(Long.parseLong(Files.readString(pid).strip()))
              .map(ProcessHandle::isAlive)
              .orElse(false);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * A server that still runs from there is asked to end first: killed, it would leave shared memory
   * behind.
   */
  private static void clear(Path folder) {
    List<ProcessHandle> servers =
        ProcessHandle.allProcesses().filter(process -> runsFrom(process, folder)).toList();
    servers.forEach(ProcessHandle::destroy);
    servers.forEach(TemporaryFolder::awaitEnd);
    WorkFolder.at(folder).close();
  }

  private static void awaitEnd(ProcessHandle server) {
    try {
      server.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException | ExecutionException | TimeoutException e) {
      server.destroyForcibly();
    }
  }

  private static boolean runsFrom(ProcessHandle process, Path folder) {
    return process
        .info()
        .command()
        .map(command -> command.startsWith(folder.toAbsolutePath() + "/"))
        .orElse(false);
  }
}
