package io.conserje.connectors.postgres;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.conserje.knowledge.KnownTopic;
import io.conserje.knowledge.Question;
import io.conserje.venue.VenueId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/**
 * Questions in several wordings, with typos and without accents, put to the sandbox's two houses;
 * among them some that neither house answers. It prints how many come out right.
 */
class KnowledgeQuestionsTest {

  private static final Path HOUSES = Path.of("../../sandbox/src/main/resources/houses");
  private static final Path QUESTIONS = Path.of("src/test/resources/knowledge");

  private static Database database;

  @BeforeAll
  static void open() throws IOException {
    database = Database.with(1);
    for (String house : List.of("restaurante", "hotel")) {
      Map<String, Object> document =
          new Yaml().load(Files.readString(HOUSES.resolve(house + ".yaml")));
      database.update(
          "INSERT INTO venues (id, house) VALUES (?, ?::jsonb)",
          house,
          database.json.write(document));
    }
  }

  @AfterAll
  static void close() {
    database.close();
  }

  private record Asked(String house, String language, Set<String> topics, String question) {

    boolean known() {
      return !topics.equals(Set.of("-"));
    }

    static Asked of(String house, String line) {
      String[] parts = line.split(" \\| ", 3);
      return new Asked(house, parts[0], Set.of(parts[1].split("\\+")), parts[2]);
    }
  }

  @Test
  void questionsFindWhatAnswersThemAndNothingElse() throws IOException {
    Figures figures = figures("");

    assertTrue(figures.unanswerable >= 60, "questions without an answer");
    assertEquals(figures.unanswerable, figures.silent, figures.toString());
    assertTrue(figures.answered >= figures.answerable * 0.96, figures.toString());
  }

  /** Written after the search, which was then taught some general words they showed missing. */
  @Test
  void laterQuestionsAreRatherNotAnsweredThanAnsweredWrongly() throws IOException {
    Figures figures = figures("-later");

    assertTrue(figures.silent >= figures.unanswerable * 0.95, figures.toString());
    assertTrue(figures.answered >= figures.answerable * 0.75, figures.toString());
  }

  /** How many questions came out right, and those that did not. */
  private static final class Figures {
    int answerable;
    int answered;
    int unanswerable;
    int silent;
    final List<String> wrong = new ArrayList<>();

    void count(Asked asked) {
      Set<String> found = topics(asked);
      boolean right = found.equals(asked.known() ? asked.topics() : Set.of());
      answerable += asked.known() ? 1 : 0;
      unanswerable += asked.known() ? 0 : 1;
      answered += asked.known() && right ? 1 : 0;
      silent += !asked.known() && right ? 1 : 0;
      if (!right) {
        wrong.add(asked.house() + ": " + asked.question() + " → " + found);
      }
    }

    @Override
    public String toString() {
      return "%d of %d questions found what answers them, %d of %d without an answer stayed unknown%n%s"
          .formatted(answered, answerable, silent, unanswerable, String.join("\n", wrong));
    }
  }

  private static Figures figures(String which) throws IOException {
    Figures figures = new Figures();
    for (String house : List.of("restaurante", "hotel")) {
      questions(house, which).forEach(figures::count);
    }
    System.out.println("Knowledge" + which + ": " + figures);
    return figures;
  }

  private static Set<String> topics(Asked asked) {
    return new PostgresKnowledge(database.sql)
        .find(new VenueId(asked.house()), Question.of(asked.question()), asked.language()).stream()
            .map(KnownTopic::topic)
            .collect(Collectors.toSet());
  }

  private static List<Asked> questions(String house, String which) throws IOException {
    try (Stream<String> lines = Files.lines(QUESTIONS.resolve(house + which + ".txt"))) {
      return lines
          .filter(line -> !line.startsWith("#") && !line.isBlank())
          .map(line -> Asked.of(house, line))
          .toList();
    }
  }
}
