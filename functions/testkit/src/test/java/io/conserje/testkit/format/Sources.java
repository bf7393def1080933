package io.conserje.testkit.format;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import io.conserje.testkit.WrittenFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Every Java file of the project, and what google-java-format makes of it. */
final class Sources {

  private static final Formatter FORMATTER = new Formatter(JavaFormatterOptions.defaultOptions());

  private Sources() {}

  /**
   * @param root the project's root folder
   */
  static List<Path> all(Path root) {
    return Stream.of("functions", "infra-cdk")
        .flatMap(part -> WrittenFiles.below(root.resolve(part)).stream())
        .filter(file -> file.toString().endsWith(".java"))
        .toList();
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String formatted(Path file) {
    try {
      String used = RemoveUnusedImports.removeUnusedImports(read(file));
      String ordered = ImportOrderer.reorderImports(used, JavaFormatterOptions.Style.GOOGLE);
      return FORMATTER.formatSource(ordered);
    } catch (FormatterException e) {
      throw new IllegalStateException(file + " cannot be parsed", e);
    }
  }
}
