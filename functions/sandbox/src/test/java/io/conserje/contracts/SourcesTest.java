package io.conserje.contracts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class SourcesTest {

  private static final int LONGEST = 400;

  private static final Pattern TYPE =
      Pattern.compile("\\b(?:class|record|enum|interface)\\s+([A-Z]\\w*)");

  /** Secrets Manager is what AWS calls it. */
  private static final Pattern VAGUE =
      Pattern.compile("\\w*(Impl|(?<!Secrets)Manager|Utils?|Helpers?)");

  private static final Pattern VAGUE_FOLDER =
      Pattern.compile("impl|managers?|utils?|helpers?|common|misc");

  @Test
  void noTypeHasANameThatSaysNothing() {
    List<String> vague =
        sources().stream()
            .flatMap(file -> TYPE.matcher(Project.read(file)).results())
            .map((MatchResult type) -> type.group(1))
            .filter(name -> VAGUE.matcher(name).matches())
            .toList();
    assertEquals(List.of(), vague);
  }

  @Test
  void noPackageHasANameThatSaysNothing() {
    List<Path> vague =
        sources().stream().map(Path::getParent).distinct().filter(SourcesTest::isVague).toList();
    assertEquals(List.of(), vague);
  }

  @Test
  void noProductionFileIsLong() {
    List<String> tooLong =
        sources().stream()
            .filter(file -> file.toString().contains("/src/main/"))
            .filter(file -> lines(file) > LONGEST)
            .map(file -> Project.ROOT.relativize(file) + ": " + lines(file) + " lines")
            .toList();
    assertEquals(List.of(), tooLong);
  }

  private static List<Path> sources() {
    List<Path> sources = Project.sources();
    assertTrue(sources.size() > 300, "the project was not found below " + Project.ROOT);
    return sources;
  }

  private static boolean isVague(Path folder) {
    for (Path part : Project.ROOT.relativize(folder)) {
      if (VAGUE_FOLDER.matcher(part.toString()).matches()) {
        return true;
      }
    }
    return false;
  }

  private static long lines(Path file) {
    return Project.read(file).lines().count();
  }
}
