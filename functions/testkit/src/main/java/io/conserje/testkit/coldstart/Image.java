package io.conserje.testkit.coldstart;

import io.conserje.testkit.lambda.DeploymentPackage;
import io.conserje.testkit.lambda.FunctionProcess;
import io.conserje.testkit.lambda.FunctionStart;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;

/**
 * A function as it stands in a container image: its classes in a jar and every jar on the class
 * path, as an AOT cache wants it, and the cache that a training run left.
 */
final class Image {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final List<Path> jars;
  private final Path cache;
  private final Path emptyFolder;

  private Image(List<Path> jars, Path cache, Path emptyFolder) {
    this.jars = jars;
    this.cache = cache;
    this.emptyFolder = emptyFolder;
  }

  /**
   * Starts the function once, asks it everything in {@code events} and lets the JVM write its cache
   * at the end.
   */
  static Image train(
      FunctionStart start, DeploymentPackage unpacked, List<byte[]> events, Path folder) {
    try {
      Image image =
          new Image(
              jars(unpacked.task(), folder),
              folder.resolve("function.aot"),
              Files.createDirectories(folder.resolve("empty")));
      image.run(start.plus("-XX:AOTCacheOutput=" + image.cache), unpacked, events);
      return image;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  FunctionStart start(FunctionStart start) {
    return start.inImage(jars, emptyFolder).plus("-XX:AOTCache=" + cache);
  }

  /** What the image holds beyond the JDK. */
  long bytes() {
    return Stream.concat(jars.stream(), Stream.of(cache)).mapToLong(Image::size).sum();
  }

  private void run(FunctionStart start, DeploymentPackage unpacked, List<byte[]> events) {
    try (var process = FunctionProcess.start(start.inImage(jars, emptyFolder), unpacked)) {
      events.forEach(event -> process.invoke(event, PATIENCE));
      process.terminate();
      if (!Files.exists(cache)) {
        throw new IllegalStateException("No AOT cache: " + process.stdout() + process.stderr());
      }
    }
  }

  private static List<Path> jars(Path task, Path folder) throws IOException {
    List<Path> jars = new ArrayList<>();
    jars.add(jarOfClasses(task, folder.resolve("function.jar")));
    Path libraries = task.resolve("lib");
    if (Files.isDirectory(libraries)) {
      try (Stream<Path> files = Files.list(libraries)) {
        files.filter(f -> f.toString().endsWith(".jar")).sorted().forEach(jars::add);
      }
    }
    return jars;
  }

  private static Path jarOfClasses(Path task, Path jar) throws IOException {
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> paths = Files.walk(task)) {
      for (Path path : paths.filter(p -> !p.equals(task)).sorted().toList()) {
        if (!path.startsWith(task.resolve("lib"))) {
          add(path, task.relativize(path).toString(), out);
        }
      }
    }
    return jar;
  }

  /** Folders get an entry too: Micronaut finds its beans by them. */
  private static void add(Path path, String name, JarOutputStream out) throws IOException {
    boolean folder = Files.isDirectory(path);
    out.putNextEntry(new JarEntry(folder ? name + "/" : name));
    if (!folder) {
      Files.copy(path, out);
    }
    out.closeEntry();
  }

  private static long size(Path path) {
    try {
      return Files.size(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
