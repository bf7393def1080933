package io.conserje.conversation.builtin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Examples of what guests say, from files in Rasa's NLU YAML: intents with a block of examples. */
final class Examples {

  /**
   * @param language as the file is called: {@code es}, {@code en}
   */
  record Example(Intent intent, String text, String language) {}

  private static final String INTENT = "- intent:";
  private static final String EXAMPLE = "- ";

  private Examples() {}

  static List<Example> in(Path folder) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files = all.filter(f -> f.toString().endsWith(".yml")).sorted().toList();
    }
    List<Example> examples = new ArrayList<>();
    for (Path file : files) {
      read(file, examples);
    }
    return examples;
  }

  private static void read(Path file, List<Example> into) throws IOException {
    Intent intent = null;
    String language = file.getFileName().toString().replace(".yml", "");
    for (String line : Files.readAllLines(file)) {
      String text = line.strip();
      if (text.startsWith(INTENT)) {
        intent = Intent.of(text.substring(INTENT.length()).strip());
      } else if (intent != null && text.startsWith(EXAMPLE)) {
        into.add(new Example(intent, text.substring(EXAMPLE.length()).strip(), language));
      }
    }
  }
}
