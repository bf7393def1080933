package io.conserje.sandbox.lambda;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.events.SQSEvent;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.joda.time.DateTime;

/** What Lambda gets, unpacked as Lambda unpacks it: classes at the root, jars under {@code lib}. */
final class DeploymentPackage {

  /** What the Lambda runtime adds where the package does not bring its own. */
  private static final List<Class<?>> RUNTIME =
      List.of(Context.class, SQSEvent.class, DateTime.class, LambdaEventSerializers.class);

  private final Path root;

  private DeploymentPackage(Path root) {
    this.root = root;
  }

  /** One that lies unpacked already. */
  static DeploymentPackage at(Path root) {
    if (!Files.isDirectory(root.resolve("lib"))) {
      throw new IllegalStateException(
          root + " is missing. `mvn package` makes it (with -DskipTests in a minute).");
    }
    return new DeploymentPackage(root);
  }

  static DeploymentPackage unpack(Path zip, Path root) {
    if (!Files.exists(zip)) {
      throw new IllegalStateException(
          zip + " is missing. `mvn package` makes it (with -DskipTests in a minute).");
    }
    try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        write(in, entry, root.resolve(entry.getName()).normalize());
      }
      return new DeploymentPackage(root);
    } catch (IOException e) {
      throw new UncheckedIOException(zip + " could not be unpacked.", e);
    }
  }

  private static void write(InputStream in, ZipEntry entry, Path target) throws IOException {
    Files.createDirectories(entry.isDirectory() ? target : target.getParent());
    if (!entry.isDirectory()) {
      Files.copy(in, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /** Sees the package and the JDK, nothing of the sandbox. */
  URLClassLoader loader(String name) {
    try {
      List<URL> urls = new ArrayList<>();
      urls.add(root.toUri().toURL());
      List<Path> jars = jars();
      for (Path jar : jars) {
        urls.add(jar.toUri().toURL());
      }
      urls.addAll(missing(jars));
      return new URLClassLoader(
          name, urls.toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private List<Path> jars() throws IOException {
    Path lib = root.resolve("lib");
    if (!Files.isDirectory(lib)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(lib)) {
      return files.filter(file -> file.toString().endsWith(".jar")).sorted().toList();
    }
  }

  private static List<URL> missing(List<Path> jars) {
    return RUNTIME.stream()
        .map(type -> type.getProtectionDomain().getCodeSource().getLocation())
        .filter(jar -> jars.stream().noneMatch(own -> artifact(own).equals(artifact(path(jar)))))
        .toList();
  }

  /** A jar's name without its version. */
  private static String artifact(Path jar) {
    return jar.getFileName().toString().replaceAll("-\\d.*", "");
  }

  private static Path path(URL jar) {
    try {
      return Path.of(jar.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
