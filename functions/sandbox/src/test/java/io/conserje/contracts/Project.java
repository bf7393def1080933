package io.conserje.contracts;

import io.conserje.testkit.WrittenFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The whole project as it lies on disk. This module is built last, so everything is compiled. */
final class Project {

  static final Path ROOT = Path.of("").toAbsolutePath().resolve("../..").normalize();

  private static final Path FUNCTIONS = ROOT.resolve("functions");

  /** Tests and benchmarks use it; nothing of it is deployed. */
  private static final Path TESTKIT = FUNCTIONS.resolve("testkit");

  private Project() {}

  static Path page(String name) {
    return ROOT.resolve("docs").resolve(name);
  }

  /** The jars of a module that runs as an image. */
  static Path image(String module) {
    return FUNCTIONS.resolve(module).resolve("target/image/lib");
  }

  static Path zip(String module) {
    return FUNCTIONS.resolve(module).resolve("target").resolve(module + ".zip");
  }

  static Path classes(String module) {
    return FUNCTIONS.resolve(module).resolve("target/classes");
  }

  /** What every connector was compiled to. */
  static List<Path> connectors() {
    return list(FUNCTIONS.resolve("connectors")).stream()
        .map(connector -> connector.resolve("target/classes"))
        .filter(Files::isDirectory)
        .toList();
  }

  /** What every module of {@code functions}, except the test kit, was compiled to. */
  static List<Path> production() {
    Stream<Path> modules =
        list(FUNCTIONS).stream()
            .filter(module -> !module.equals(TESTKIT))
            .map(module -> module.resolve("target/classes"))
            .filter(Files::isDirectory);
    return Stream.concat(modules, connectors().stream()).toList();
  }

  static List<Path> sources() {
    return Stream.of("functions", "infra-cdk")
        .flatMap(part -> WrittenFiles.below(ROOT.resolve(part)).stream())
        .filter(named(".java"))
        .toList();
  }

  static List<Path> files(Path folder, Predicate<Path> wanted) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(Files::isRegularFile).filter(wanted).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Predicate<Path> named(String ending) {
    return file -> file.toString().endsWith(ending);
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
