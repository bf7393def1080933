package io.conserje.contracts;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The rows of docs/configuration.md: {@code | `NAME` | what for | default | functions |}. */
record ConfigurationPage(List<Row> rows) {

  private static final Pattern ROW =
      Pattern.compile("(?m)^\\| `([A-Z0-9_]+)` \\| (.*?) \\| (.*?) \\| (.*?) \\|$");

  private static final Pattern SECRET = Pattern.compile("secret `([\\w-]+)`");

  /**
   * @param otherwise what counts when the name is not set
   */
  record Row(String name, String meaning, String otherwise, Set<String> functions) {

    private static Row of(MatchResult row) {
      Set<String> functions =
          Arrays.stream(row.group(4).replace("`", "").split(","))
              .map(String::strip)
              .collect(Collectors.toCollection(TreeSet::new));
      return new Row(row.group(1), row.group(2), row.group(3), functions);
    }

    /** The provider whose secret holds the value where the name is not set. */
    Optional<String> secret() {
      return SECRET.matcher(otherwise).results().findFirst().map(found -> found.group(1));
    }

    boolean isSetByTheStack() {
      return otherwise.startsWith("the stack sets");
    }
  }

  static ConfigurationPage read() {
    String text = Project.read(Project.page("configuration.md"));
    return new ConfigurationPage(ROW.matcher(text).results().map(Row::of).toList());
  }
}
