package io.conserje.contracts;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** A module's deployment package as it is uploaded. */
final class Zip {

  private static final String OURS = "io/conserje/";

  /** Its classes mention every name, whoever uses it. */
  private static final String NAMES = OURS + "names/";

  /** It says of every name whose secret holds it. */
  private static final String KNOWS_ALL_SECRETS = "connector-lambda-";

  private final String module;

  Zip(String module) {
    this.module = module;
  }

  /** The files at the root and the jars, {@code lib/….jar}. */
  List<String> entries() {
    try (ZipFile zip = open()) {
      return zip.stream().map(ZipEntry::getName).sorted().toList();
    } catch (IOException e) {
      throw missing(e);
    }
  }

  /** A class at the root, which is where this module's own classes are. */
  Optional<ClassConstants> own(String className) {
    try (ZipFile zip = open()) {
      ZipEntry entry = zip.getEntry(className.replace('.', '/') + ".class");
      return entry == null ? Optional.empty() : Optional.of(parsed(zip.getInputStream(entry)));
    } catch (IOException e) {
      throw missing(e);
    }
  }

  /** Every class of this project in it, those in jars too, except the lists of names. */
  List<ClassConstants> ours() {
    List<ClassConstants> ours = new ArrayList<>();
    try (ZipFile zip = open()) {
      for (ZipEntry entry : zip.stream().toList()) {
        if (isOurs(entry)) {
          ours.add(parsed(zip.getInputStream(entry)));
        } else if (entry.getName().endsWith("-SNAPSHOT.jar")) {
          ours.addAll(oursIn(zip.getInputStream(entry)));
        }
      }
    } catch (IOException e) {
      throw missing(e);
    }
    return ours;
  }

  /** As {@link #ours}, of a module that is no function: from the jars of its image. */
  static List<ClassConstants> imageOf(String module) {
    return inImage(
        module,
        jar ->
            jar.equals(module + ".jar")
                || jar.endsWith("-SNAPSHOT.jar") && !jar.startsWith(KNOWS_ALL_SECRETS));
  }

  private static List<ClassConstants> inImage(String module, Predicate<String> which) {
    List<ClassConstants> ours = new ArrayList<>();
    try (Stream<Path> jars = Files.list(Project.image(module))) {
      for (Path jar : jars.filter(path -> which.test(path.getFileName().toString())).toList()) {
        try (InputStream content = Files.newInputStream(jar)) {
          ours.addAll(oursIn(content));
        }
      }
      return ours;
    } catch (IOException e) {
      throw new UncheckedIOException(module + " has no image. `mvn package` makes it.", e);
    }
  }

  private static List<ClassConstants> oursIn(InputStream jar) throws IOException {
    List<ClassConstants> ours = new ArrayList<>();
    try (ZipInputStream entries = new ZipInputStream(jar)) {
      for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
        if (isOurs(entry)) {
          ours.add(ClassConstants.of(entries.readAllBytes()));
        }
      }
    }
    return ours;
  }

  /** What the annotation processor adds stands in classes that begin with a dollar sign. */
  private static boolean isOurs(ZipEntry entry) {
    String name = entry.getName();
    return name.startsWith(OURS)
        && name.endsWith(".class")
        && !name.startsWith(NAMES)
        && !name.contains("/$");
  }

  private static ClassConstants parsed(InputStream compiled) throws IOException {
    try (compiled) {
      return ClassConstants.of(compiled.readAllBytes());
    }
  }

  private ZipFile open() throws IOException {
    return new ZipFile(Project.zip(module).toFile());
  }

  private UncheckedIOException missing(IOException e) {
    return new UncheckedIOException(
        Project.zip(module) + " was not read. `mvn package` makes it.", e);
  }
}
