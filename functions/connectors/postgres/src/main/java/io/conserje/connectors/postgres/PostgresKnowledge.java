package io.conserje.connectors.postgres;

import io.conserje.connectors.postgres.Sql.Row;
import io.conserje.knowledge.Evidence;
import io.conserje.knowledge.Knowledge;
import io.conserje.knowledge.KnownTopic;
import io.conserje.knowledge.Question;
import io.conserje.knowledge.Ranking;
import io.conserje.venue.VenueId;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What houses know, found by full text. One house's topics are found by its name, and all of them
 * looked at: under row-level security neither full text nor trigrams find an index, and a house has
 * some hundreds at most.
 */
public final class PostgresKnowledge implements Knowledge {

  /**
   * Stems of what was asked, each language's own, but for a short one of words that are too unlike
   * ("bebé", "bebida"); a word that tells something, and that the house does not know, stands for
   * the name it looks most like. A name of words that tell nothing has to be said as it is written,
   * and so has one that says whose it is: not every wine is "our wine". Of two names of one stem
   * ("estación", "estacionamiento") the one that was said counts. Several questions share their
   * words.
   */
  private static final String FIND =
      """
      WITH asked AS MATERIALIZED (
        SELECT * FROM unnest(?::int[], ?::int[], ?::text[], ?::boolean[]) AS a(q, n, word, tells)
      ), topics AS MATERIALIZED (
        SELECT * FROM knowledge_topics WHERE venue = ?
      ), names AS MATERIALIZED (
        SELECT * FROM knowledge_names WHERE venue = ?
      ), vocabulary AS MATERIALIZED (
        SELECT * FROM knowledge_words WHERE venue = ?
      ), stemmed AS MATERIALIZED (
        SELECT a.word, l.language, stem FROM (SELECT DISTINCT word FROM asked) a, (SELECT DISTINCT language FROM topics) l,
          LATERAL unnest(tsvector_to_array(knowledge_vector(l.language, a.word))) AS stem
        WHERE length(stem) > 3 OR NOT EXISTS (
          SELECT FROM vocabulary v WHERE v.stem = stem.stem AND v.language = l.language
          HAVING min(abs(length(v.word) - length(a.word))) > 1)
      ), strange AS (
        SELECT a.word, knowledge_letters(a.word) AS letters FROM (SELECT DISTINCT word FROM asked WHERE tells) a
        WHERE length(a.word) > 4
          AND NOT EXISTS (SELECT FROM stemmed s JOIN names k ON k.language = s.language AND s.stem = ANY (k.stems)
                          WHERE s.word = a.word)
          AND NOT EXISTS (SELECT FROM stemmed s JOIN topics t USING (language)
                          WHERE s.word = a.word AND t.search @@ quote_literal(s.stem)::tsquery)
      ), meant AS MATERIALIZED (
        SELECT s.word, meant.language, meant.stem FROM strange s, LATERAL (
          SELECT v.language, v.stem FROM vocabulary v
          WHERE left(v.word, 1) = left(s.word, 1) AND length(v.word) > 4 AND abs(length(v.word) - length(s.word)) < 2
            AND (similarity(v.word, s.word) >= ? OR v.letters = s.letters)
          ORDER BY similarity(v.word, s.word) DESC, v.word LIMIT 2) AS meant
      ), heard AS MATERIALIZED (
        SELECT a.q, a.n, a.tells, s.language, s.stem FROM asked a JOIN stemmed s USING (word)
        UNION
        SELECT a.q, a.n, a.tells, m.language, m.stem FROM asked a JOIN meant m USING (word) WHERE a.tells
      ), said AS MATERIALIZED (
        SELECT h.q, h.language, p.plain, array_agg(stem) AS stems, array_agg(stem) FILTER (WHERE tells) AS telling,
          string_agg(quote_literal(stem), '|')::tsquery AS query
        FROM heard h JOIN unnest(?::text[]) WITH ORDINALITY AS p(plain, q) ON h.q = p.q GROUP BY h.q, h.language, p.plain
      ), called AS MATERIALIZED (
        SELECT said.q, k.position, k.stems FROM names k JOIN said USING (language)
        WHERE k.stems <@ said.stems
          AND (k.stems && said.telling AND k.name !~ '^(mi|nuestr[oa]|my|our) ' OR strpos(said.plain, ' ' || k.name || ' ') > 0)
          AND (strpos(said.plain, ' ' || k.name || ' ') > 0 OR NOT EXISTS (
            SELECT FROM names o WHERE o.language = k.language AND o.position <> k.position AND o.stems = k.stems
              AND strpos(said.plain, ' ' || o.name || ' ') > 0))
      )
      SELECT said.q, t.topic, t.language, t.text, ts_rank('{0.1, 0.2, 0.6, 1}', t.search, said.query) AS rank,
        ARRAY(SELECT DISTINCT h.n FROM called k JOIN heard h ON h.q = k.q AND h.stem = ANY (k.stems)
              WHERE k.q = said.q AND k.position = t.position AND h.language = t.language ORDER BY 1) AS named,
        ARRAY(SELECT DISTINCT h.n FROM heard h
              WHERE h.q = said.q AND h.tells AND h.language = t.language
                AND t.search @@ (quote_literal(h.stem) || ':D')::tsquery ORDER BY 1) AS mentioned
      FROM topics t JOIN said USING (language)
      WHERE t.search @@ said.query
      ORDER BY rank DESC, t.position
      """;

  /** Two letters exchanged or one left out in a word of seven or so. */
  private static final double ALIKE = 0.4;

  private final Sql sql;

  public PostgresKnowledge(Sql sql) {
    this.sql = sql;
  }

  @Override
  public List<KnownTopic> find(VenueId venue, Question question, String language) {
    return findAll(venue, List.of(question), language).get(question);
  }

  @Override
  public Map<Question, List<KnownTopic>> findAll(
      VenueId venue, Collection<Question> questions, String language) {
    List<Question> asked = List.copyOf(new LinkedHashSet<>(questions));
    List<Found> found = sql.often(venue, () -> search(venue, asked));
    Map<Question, List<KnownTopic>> answers = new HashMap<>();
    for (int i = 0; i < asked.size(); i++) {
      int number = i + 1;
      List<Evidence> evidence =
          found.stream().filter(f -> f.question() == number).map(Found::evidence).toList();
      answers.put(asked.get(i), Ranking.of(asked.get(i), evidence, language));
    }
    return answers;
  }

  /** Of which question, counted from 1. */
  private record Found(int question, Evidence evidence) {}

  private List<Found> search(VenueId venue, List<Question> questions) {
    List<Integer> of = new ArrayList<>();
    List<Integer> places = new ArrayList<>();
    List<String> words = new ArrayList<>();
    List<Boolean> tells = new ArrayList<>();
    for (Question question : questions) {
      for (int i = 0; i < question.words().size(); i++) {
        of.add(questions.indexOf(question) + 1);
        places.add(i);
        words.add(question.words().get(i));
        tells.add(question.tells(i));
      }
    }
    return sql.list(
        FIND,
        row -> new Found(row.number("q"), evidence(row)),
        of.toArray(Integer[]::new),
        places.toArray(Integer[]::new),
        words.toArray(String[]::new),
        tells.toArray(Boolean[]::new),
        venue.value(),
        venue.value(),
        venue.value(),
        ALIKE,
        questions.stream().map(q -> " " + q.plain() + " ").toArray(String[]::new));
  }

  private static Evidence evidence(Row row) throws SQLException {
    return new Evidence(
        row.text("topic"),
        row.text("language"),
        row.text("text"),
        words(row, "named"),
        words(row, "mentioned"),
        row.result().getDouble("rank"));
  }

  private static Set<Integer> words(Row row, String column) throws SQLException {
    Integer[] words = (Integer[]) row.result().getArray(column).getArray();
    return Arrays.stream(words).collect(Collectors.toSet());
  }
}
