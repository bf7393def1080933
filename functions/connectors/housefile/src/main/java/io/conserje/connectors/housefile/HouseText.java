package io.conserje.connectors.housefile;

import io.conserje.venue.house.Problem;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A house file as it was written.
 *
 * @param document what it says, as JSON types
 * @param lines where each path stands
 */
public record HouseText(Map<String, Object> document, Map<String, Integer> lines) {

  /** Larger than any house; what is larger is a mistake. */
  public static final int LARGEST_BYTES = 256 * 1024;

  private static final Pattern ESCAPED = Pattern.compile("\\\\.");

  /**
   * Reads YAML.
   *
   * @param utf8 at most {@link #LARGEST_BYTES}
   * @throws UnreadableHouse with the lines that cannot be read
   */
  public static HouseText read(byte[] utf8) {
    return YamlReader.read(utf8, text -> text);
  }

  /** Reads JSON, which is YAML but for tabs between its signs and an escaped slash. */
  public static HouseText readJson(byte[] utf8) {
    return YamlReader.read(
        utf8,
        json ->
            ESCAPED
                .matcher(json.replace('\t', ' '))
                .replaceAll(
                    e -> Matcher.quoteReplacement(e.group().equals("\\/") ? "/" : e.group())));
  }

  /** The problems with their lines, from the top of the file to its end. */
  public List<LineProblem> problems(List<Problem> problems) {
    return problems.stream()
        .map(p -> new LineProblem(line(p.path()), p.path().replaceFirst("^/", ""), p.reason()))
        .sorted(Comparator.comparingInt(LineProblem::line))
        .toList();
  }

  /** What is missing is missing where it would have to stand. */
  private int line(String path) {
    Integer line = lines.get(path);
    return line != null || path.isEmpty()
        ? (line == null ? 1 : line)
        : line(path.substring(0, path.lastIndexOf('/')));
  }
}
