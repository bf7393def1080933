package io.conserje.connectors.housefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.venue.house.Problem;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HouseTextTest {

  @Test
  void everyProblemIsToldWithItsLineFromTheTopDown() {
    HouseText house =
        Fixtures.parse(
            """
            venue: casa
            tables:
              - name: T1
                seats: many
              - {name: T2}
            """);

    assertEquals(
        List.of(
            "line 1: phone is missing",
            "line 4: tables/0/seats has to be a number",
            "line 5: tables/1/seats is missing"),
        house
            .problems(
                List.of(
                    new Problem("/tables/1/seats", "is missing"),
                    new Problem("/tables/0/seats", "has to be a number"),
                    new Problem("/phone", "is missing")))
            .stream()
            .map(LineProblem::toString)
            .toList());
  }

  @Test
  void whatIsWrittenCountsAndNotWhatYamlMightMakeOfIt() {
    assertEquals(
        Map.of(
            "time", "20:30",
            "day", "2026-12-24",
            "language", "no",
            "phone", "+34600000999",
            "table", "007",
            "reseat", true,
            "seats", 4,
            "dinner", Map.of("closes", "00:30")),
        Fixtures.parse(
                """
                time: 20:30
                day: 2026-12-24
                language: no
                phone: +34600000999
                table: 007
                reseat: true
                seats: 4
                dinner: {closes: 00:30}
                """)
            .document());
  }

  @Test
  void jsonIsReadAsWell() {
    assertEquals(
        Map.of("venue", "casa", "tables", List.of(Map.of("name", "T/1\\/ ñ 😀", "seats", 4))),
        HouseText.readJson(
                """
                {"venue":"casa",
                \t"tables":[{"name":"T\\/1\\\\/ \\u00f1 \\ud83d\\ude00","seats":4}]}
                """
                    .getBytes(StandardCharsets.UTF_8))
            .document());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          venue: casa\\nname: Casa\\nvenue: otra         | 3 | venue stands on line 1 already
          venue: casa\\nzones: &z []\\ntables: *z        | 3 | An alias is not understood
          venue: casa\\nname: !!java.net.URL [x]         | 2 | tag is not allowed
          venue: casa\\nname: !casa x                    | 2 | has a tag
          venue: casa\\ntables: [1, 2                    | 2 | cannot be read as YAML
          venue: casa\\n\\tname: x                       | 2 | cannot be read as YAML
          venue: casa\\nname: "x\\u0000y"                | 2 | a character that no text may contain
          venue: casa\\n? [a, b]\\n: c                   | 2 | a name that is no text
          - venue                                        | 1 | a list of names and values
          venue: casa\\n---\\nvenue: otra                | 2 | cannot be read as YAML
          """)
  void whatCannotBeReadIsRefusedWithItsLine(String text, int line, String reason) {
    LineProblem problem =
        refused(text.replace("\\n", "\n").replace("\\t", "\t").replace("\\u0000", "\0")).getFirst();

    assertEquals(line, problem.line(), problem.toString());
    assertTrue(problem.toString().contains(reason), problem.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "# only a remark\n", "casa", "~"})
  void aTextThatIsNoListOfNamesIsNoHouse(String text) {
    assertEquals(1, refused(text).getFirst().line());
  }

  @Test
  void aFileThatIsTooLargeTooDeepOrNoTextIsRefused() {
    assertTrue(refused("a: " + "x".repeat(HouseText.LARGEST_BYTES)).toString().contains("256 KB"));
    assertTrue(refused("a: " + "[".repeat(5_000)).toString().contains("cannot be read"));
    assertTrue(
        assertThrows(
                UnreadableHouse.class, () -> HouseText.read(new byte[] {'a', ':', (byte) 0xff}))
            .getMessage()
            .contains("UTF-8"));
  }

  @Test
  void aBombOfAliasesIsRefusedBeforeItIsUnpacked() {
    StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
    for (int i = 1; i < 40; i++) {
      bomb.append("a%1$d: &a%1$d [*a%2$d, *a%2$d]\n".formatted(i, i - 1));
    }

    assertEquals(2, refused(bomb.toString()).getFirst().line());
  }

  private static List<LineProblem> refused(String text) {
    return assertThrows(
            UnreadableHouse.class, () -> HouseText.read(text.getBytes(StandardCharsets.UTF_8)))
        .problems();
  }
}
