package io.conserje.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder for what lies on disk while the sandbox runs. */
final class WorkFolder implements AutoCloseable {

  private static final int TRIES = 50;
  private static final long BETWEEN_TRIES_MILLIS = 100;

  private final Path path;

  private WorkFolder(Path path) {
    this.path = path;
  }

  static WorkFolder create() {
    try {
      return new WorkFolder(Files.createTempDirectory("conserje-sandbox-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static WorkFolder at(Path path) {
    try {
      return new WorkFolder(Files.createDirectories(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path path() {
    return path;
  }

  /** A server that is still ending may write once more: tried for a few seconds. */
  @Override
  public void close() {
    for (int i = 0; i < TRIES && Files.exists(path); i++) {
      if (i > 0) {
        pause();
      }
      delete();
    }
  }

  private void delete() {
    try (Stream<Path> files = Files.walk(path)) {
      files.sorted(Comparator.reverseOrder()).forEach(file -> file.toFile().delete());
    } catch (IOException | UncheckedIOException e) {
      // A file went away while it was being listed; the next try sees.
    }
  }

  private static void pause() {
    try {
      Thread.sleep(BETWEEN_TRIES_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
