package io.conserje.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The one folder for everything temporary of this process, and of the databases it starts. */
final class TemporaryFolder {

  private static final String PROPERTY = "java.io.tmpdir";
  private static final String PREFIX = "conserje-sandbox-of-";

  private TemporaryFolder() {}

  /**
   * Must be called before anything makes a temporary file: the JDK reads the property once. Also clears up after a
   * sandbox that was killed and could not.
   */
  static WorkFolder use() {
    Path parent = Path.of(System.getProperty(PROPERTY));
    left(parent).forEach(TemporaryFolder::clear);
    WorkFolder own = WorkFolder.at(parent.resolve(PREFIX + ProcessHandle.current().pid()));
    System.setProperty(PROPERTY, own.path().toString());
    return own;
  }

  private static List<Path> left(Path parent) {
    try (Stream<Path> files = Files.list(parent)) {
      return files.filter(file -> name(file).startsWith(PREFIX)).filter(f -> !alive(f)).toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private static boolean alive(Path folder) {
    String pid = name(folder).substring(PREFIX.length());
    return !pid.matches("\\d+")
        || ProcessHandle.of(Long.parseLong(pid)).map(ProcessHandle::isAlive).orElse(false);
  }

  /** A server that still runs from there is ended first. */
  private static void clear(Path folder) {
    List<ProcessHandle> servers =
        ProcessHandle.allProcesses().filter(process -> runsFrom(process, folder)).toList();
    servers.forEach(ProcessHandle::destroy);
    servers.forEach(server -> server.onExit().join());
    WorkFolder.at(folder).close();
  }

  private static boolean runsFrom(ProcessHandle process, Path folder) {
    Optional<String> command = process.info().command();
    return command.map(c -> c.startsWith(folder.toString() + "/")).orElse(false);
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }
}
