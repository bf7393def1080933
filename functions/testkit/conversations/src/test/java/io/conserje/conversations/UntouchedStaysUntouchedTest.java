package io.conserje.conversations;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.testkit.WrittenFiles;
import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What guests say in the untouched part stands nowhere else: not in a rule, not in training data,
 * not in the worked part. What is found is named by its place alone; its words stay unread.
 */
class UntouchedStaysUntouchedTest {

  private static final Path PROJECT = Path.of("../../..").toAbsolutePath().normalize();
  private static final Set<String> READ =
      Set.of("java", "yaml", "yml", "csv", "tsv", "txt", "json", "md", "xml", "properties", "sql");

  /** Shorter ones are said by everybody: a time of day alone may have six words. */
  private static final int WORDS = 5;

  private static final int LETTERS = 25;

  @Test
  void noSentenceOfItStandsAnywhereElse() throws IOException {
    Set<String> sentences = sentences();
    assertTrue(sentences.size() > 100, "there is an untouched part");
    List<String> found = new ArrayList<>();
    for (Path file : files()) {
      String text = text(file);
      if (holdsAny(text, sentences)) {
        found.add(PROJECT.relativize(file) + " " + lines(text, sentences));
      }
    }
    assertEquals(List.of(), found, "where words of the untouched part stand");
  }

  private static boolean holdsAny(String text, Set<String> sentences) {
    String words = " " + Plain.words(text) + " ";
    return sentences.stream().anyMatch(sentence -> words.contains(" " + sentence + " "));
  }

  /** Their numbers; none where it runs over several. */
  private static List<Integer> lines(String text, Set<String> sentences) {
    List<String> lines = text.lines().toList();
    return IntStream.rangeClosed(1, lines.size())
        .filter(n -> holdsAny(lines.get(n - 1), sentences))
        .boxed()
        .toList();
  }

  /** Everything a guest says. */
  private static Set<String> sentences() {
    Set<String> sentences = new LinkedHashSet<>();
    for (Scenario scenario : Scenarios.read("untouched")) {
      scenario.talk().stream()
          .filter(Scenario.Says.class::isInstance)
          .flatMap(event -> ((Scenario.Says) event).messages().stream())
          .forEach(text -> add(text, sentences));
      scenario.answers().values().forEach(text -> add(text, sentences));
    }
    PlainYaml.all(Scenarios.files("/slots").get("untouched")).stream()
        .flatMap(document -> Fields.listOf(document).stream())
        .map(one -> Fields.of(one, "slots/untouched").text("text"))
        .forEach(text -> add(text, sentences));
    return sentences;
  }

  private static void add(String text, Set<String> sentences) {
    String words = Plain.words(text);
    if (words.length() >= LETTERS && words.split(" ").length >= WORDS) {
      sentences.add(words);
    }
  }

  private static List<Path> files() {
    return WrittenFiles.below(PROJECT).stream()
        .filter(UntouchedStaysUntouchedTest::isRead)
        .toList();
  }

  private static boolean isRead(Path file) {
    String path = "/" + PROJECT.relativize(file).toString().replace('\\', '/');
    String name = file.getFileName().toString();
    return READ.contains(name.substring(name.lastIndexOf('.') + 1))
        && !path.contains("/resources/scenarios/untouched/")
        && !path.endsWith("/resources/slots/untouched.yaml");
  }

  private static String text(Path file) throws IOException {
    try {
      return Files.readString(file);
    } catch (MalformedInputException notText) {
      return "";
    }
  }
}
