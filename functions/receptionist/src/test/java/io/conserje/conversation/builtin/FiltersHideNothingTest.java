package io.conserje.conversation.builtin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.text.FilteredPattern;
import java.io.IOException;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The built-in model's patterns, each held against what guests say. */
class FiltersHideNothingTest {

  private static final Path CLASSES = Path.of("target/classes");
  private static final String PACKAGE = "io/conserje/conversation/builtin";

  @Test
  void patternsFindWithTheirFilterWhatTheyFindWithoutIt() throws Exception {
    List<FilteredPattern> patterns = patterns();
    List<String> said =
        Examples.in(Path.of("src/main/nlu")).stream()
            .map(Examples.Example::text)
            .flatMap(text -> Stream.of(text, Tokens.plain(text)))
            .distinct()
            .toList();
    assertTrue(patterns.size() > 300, () -> patterns.size() + " patterns");
    int tried = 0;
    for (FilteredPattern pattern : patterns) {
      for (int i = 0; i < said.size(); i += 3) {
        String text = said.get(i);
        List<String> found =
            pattern.pattern().matcher(text).results().map(MatchResult::group).toList();
        List<String> filtered = pattern.matcher(text).results().map(MatchResult::group).toList();
        assertEquals(found, filtered, () -> pattern + " in " + text);
        tried += found.isEmpty() ? 0 : 1;
      }
    }
    int found = tried;
    assertTrue(found > 1_000, () -> "found only " + found + " times");
  }

  private static List<FilteredPattern> patterns() throws IOException {
    try (Stream<Path> files = Files.list(CLASSES.resolve(PACKAGE))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".class") && !name.startsWith("package-info"))
          .flatMap(name -> constants(name.replace(".class", "")))
          .toList();
    }
  }

  private static Stream<FilteredPattern> constants(String name) {
    List<FilteredPattern> found = new ArrayList<>();
    try {
      for (Field field :
          Class.forName(PACKAGE.replace('/', '.') + "." + name).getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers())) {
          field.setAccessible(true);
          collect(field.get(null), found);
        }
      }
    } catch (ReflectiveOperationException unreadable) {
      throw new IllegalStateException(unreadable);
    }
    return found.stream();
  }

  private static void collect(Object value, List<FilteredPattern> found) {
    switch (value) {
      case FilteredPattern pattern -> found.add(pattern);
      case Iterable<?> several -> several.forEach(one -> collect(one, found));
      case Map<?, ?> map -> {
        collect(map.keySet(), found);
        collect(map.values(), found);
      }
      case null, default -> {}
    }
  }
}
