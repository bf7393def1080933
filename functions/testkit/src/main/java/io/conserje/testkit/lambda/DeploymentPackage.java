package io.conserje.testkit.lambda;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * A deployment package, unpacked as Lambda unpacks it; gone when closed. Any number of processes
 * may run from it.
 */
public final class DeploymentPackage implements AutoCloseable {

  private final TemporaryFolder folder;
  private final Path nativeLibrary;

  private DeploymentPackage(TemporaryFolder folder) {
    this.folder = folder;
    this.nativeLibrary = RuntimeClient.unpackNativeLibrary(folder.path());
  }

  /** From {@code functions/<module>/target/<module>.zip}. */
  public static DeploymentPackage unpack(Path zip) {
    TemporaryFolder folder = TemporaryFolder.create("conserje-function-");
    try (ZipFile file = new ZipFile(zip.toFile())) {
      Enumeration<? extends ZipEntry> entries = file.entries();
      while (entries.hasMoreElements()) {
        unpack(file, entries.nextElement(), folder.path().resolve("task"));
      }
    } catch (IOException e) {
      folder.close();
      throw new UncheckedIOException("Not unpacked: " + zip + ". Was mvn package run?", e);
    }
    return new DeploymentPackage(folder);
  }

  /** A package of a few classes and nothing else, for handlers that need only the runtime. */
  public static DeploymentPackage of(Class<?>... classes) {
    TemporaryFolder folder = TemporaryFolder.create("conserje-function-");
    for (Class<?> type : classes) {
      String name = type.getName().replace('.', '/') + ".class";
      try (InputStream bytes = type.getClassLoader().getResourceAsStream(name)) {
        write(bytes, folder.path().resolve("task").resolve(name));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new DeploymentPackage(folder);
  }

  /** What is {@code /var/task} on Lambda. */
  public Path task() {
    return folder.path().resolve("task");
  }

  /** What is in it, unpacked. */
  public long bytes() {
    try (Stream<Path> files = Files.walk(task())) {
      return files.map(Path::toFile).filter(File::isFile).mapToLong(File::length).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Path nativeLibrary() {
    return nativeLibrary;
  }

  @Override
  public void close() {
    folder.close();
  }

  private static void unpack(ZipFile file, ZipEntry entry, Path task) throws IOException {
    if (!entry.isDirectory()) {
      try (InputStream bytes = file.getInputStream(entry)) {
        write(bytes, task.resolve(entry.getName()));
      }
    }
  }

  private static void write(InputStream bytes, Path target) throws IOException {
    Files.createDirectories(target.getParent());
    Files.copy(bytes, target);
  }
}
