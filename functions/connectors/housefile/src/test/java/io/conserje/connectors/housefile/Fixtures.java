package io.conserje.connectors.housefile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** The house files of the sandbox. */
final class Fixtures {

  private static final Path FOLDER = Path.of("../../sandbox/src/main/resources/houses");

  private Fixtures() {}

  static HouseText read(String name) {
    try {
      return HouseText.read(Files.readAllBytes(FOLDER.resolve(name + ".yaml")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static HouseText parse(String yaml) {
    return HouseText.read(yaml.getBytes(StandardCharsets.UTF_8));
  }
}
