package io.conserje.testkit.format;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Formats the whole project in place: {@code mvn -Pformat}. */
public final class Format {

  private Format() {}

  /** The one argument is the project's root folder. */
  public static void main(String[] arguments) throws IOException {
    int changed = 0;
    for (Path file : Sources.all(Path.of(arguments[0]))) {
      String formatted = Sources.formatted(file);
      if (!formatted.equals(Sources.read(file))) {
        Files.writeString(file, formatted);
        changed++;
      }
    }
    System.out.println(changed + " files formatted.");
  }
}
