package io.conserje.reservation.tools;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.conserje.conversation.ToolBox;
import io.conserje.conversation.ToolSpec;
import io.conserje.handoff.tools.HandoffTools;
import io.conserje.knowledge.tools.KnowledgeTools;
import io.conserje.reservation.Refusal;
import io.conserje.stay.StayRefusal;
import io.conserje.stay.tools.StayTools;
import io.conserje.waitlist.tools.WaitlistTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Names and arguments are contract: docs/tools.md says what the code says. */
class ToolsAreAsDocumentedTest {

  private static final Path PAGE = Path.of("../../docs/tools.md");

  /** {@code | `tool` | `argument`, `optional?` | result |} */
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\| (.*?) \\|");

  private static final Pattern QUOTED = Pattern.compile("`([^`]+)`");
  private static final Pattern REASONS =
      Pattern.compile("(?s)`refused` carries `reason` \\((.*?)\\)");

  @Test
  void everyToolStandsOnThePageWithItsArguments() throws IOException {
    assertEquals(
        ofTheCode().entrySet().stream().toList(), ofThePage().entrySet().stream().toList());
  }

  @Test
  void everyReasonStandsOnThePage() throws IOException {
    assertEquals(
        List.of(
            reasons(Arrays.stream(Refusal.values()).map(Refusal::code)),
            reasons(Arrays.stream(StayRefusal.values()).map(StayRefusal::code))),
        reasonsOfThePage());
  }

  /** A sentence of the page says what there is to choose from. */
  @Test
  void everyChoiceStandsOnThePage() throws IOException {
    String page = Files.readString(PAGE);
    List<String> missing = new ArrayList<>();
    for (ToolSpec tool : allTools().specs()) {
      for (ToolSpec.Parameter chosen : tool.parameters()) {
        String sentence = choices(page, "`" + chosen.name() + "` of `" + tool.name() + "` is");
        chosen.choices().stream()
            .filter(choice -> !sentence.contains("`" + choice + "`"))
            .forEach(choice -> missing.add(tool.name() + "." + chosen.name() + ": " + choice));
      }
    }
    assertEquals(List.of(), missing);
  }

  private static String choices(String page, String of) {
    int from = page.indexOf(of);
    return from < 0 ? "" : page.substring(from, page.indexOf('.', from));
  }

  private static Set<String> reasons(Stream<String> ofTheBook) {
    return Stream.concat(ofTheBook, Stream.of("invalid_arguments"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Map<String, List<String>> ofTheCode() {
    Map<String, List<String>> tools = new LinkedHashMap<>();
    for (ToolSpec spec : allTools().specs()) {
      tools.put(
          spec.name(),
          spec.parameters().stream().map(p -> p.name() + (p.required() ? "" : "?")).toList());
    }
    return tools;
  }

  private static ToolBox allTools() {
    return ReservationTools.over(null)
        .and(WaitlistTools.over(null, null))
        .and(HandoffTools.over(null))
        .and(KnowledgeTools.over(null, null))
        .and(StayTools.over(null));
  }

  private static Map<String, List<String>> ofThePage() throws IOException {
    Map<String, List<String>> tools = new LinkedHashMap<>();
    ROW.matcher(Files.readString(PAGE))
        .results()
        .forEach(row -> tools.put(row.group(1), quoted(row.group(2)).toList()));
    return tools;
  }

  /** Of tables, then of rooms. */
  private static List<Set<String>> reasonsOfThePage() throws IOException {
    return REASONS
        .matcher(Files.readString(PAGE))
        .results()
        .<Set<String>>map(
            found -> quoted(found.group(1)).collect(Collectors.toCollection(TreeSet::new)))
        .toList();
  }

  private static Stream<String> quoted(String text) {
    return QUOTED.matcher(text).results().map((MatchResult found) -> found.group(1));
  }
}
