package io.conserje.connectors.postgres;

import io.conserje.connectors.postgres.Sql.Row;
import io.conserje.knowledge.Evidence;
import io.conserje.knowledge.Knowledge;
import io.conserje.knowledge.KnownTopic;
import io.conserje.knowledge.Question;
import io.conserje.knowledge.Ranking;
import io.conserje.venue.VenueId;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

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
   * and so has one that says whose it is: not every wine is "our wine".
   */
  private static final String FIND =
      """
      WITH asked AS (
        SELECT n::int - 1 AS n, word, tells FROM unnest(?::text[], ?::boolean[]) WITH ORDINALITY AS a(word, tells, n)
      ), topics AS MATERIALIZED (
        SELECT * FROM knowledge_topics WHERE venue = ?
      ), names AS MATERIALIZED (
        SELECT * FROM knowledge_names WHERE venue = ?
      ), vocabulary AS MATERIALIZED (
        SELECT * FROM knowledge_words WHERE venue = ?
      ), stemmed AS MATERIALIZED (
        SELECT a.n, l.language, stem FROM asked a, (SELECT DISTINCT language FROM topics) l,
          LATERAL unnest(tsvector_to_array(knowledge_vector(l.language, a.word))) AS stem
        WHERE length(stem) > 3 OR NOT EXISTS (
          SELECT FROM vocabulary v WHERE v.stem = stem.stem AND v.language = l.language
          HAVING min(abs(length(v.word) - length(a.word))) > 1)
      ), strange AS (
        SELECT a.n, a.word, knowledge_letters(a.word) AS letters FROM asked a
        WHERE a.tells AND length(a.word) > 4
          AND NOT EXISTS (SELECT FROM stemmed s JOIN names k ON k.language = s.language AND s.stem = ANY (k.stems)
                          WHERE s.n = a.n)
          AND NOT EXISTS (SELECT FROM stemmed s JOIN topics t USING (language)
                          WHERE s.n = a.n AND t.search @@ quote_literal(s.stem)::tsquery)
      ), heard AS MATERIALIZED (
        SELECT n, language, stem FROM stemmed
        UNION
        SELECT s.n, meant.language, meant.stem FROM strange s, LATERAL (
          SELECT v.language, v.stem FROM vocabulary v
          WHERE left(v.word, 1) = left(s.word, 1) AND length(v.word) > 4 AND abs(length(v.word) - length(s.word)) < 2
            AND (similarity(v.word, s.word) >= ? OR v.letters = s.letters)
          ORDER BY similarity(v.word, s.word) DESC, v.word LIMIT 2) AS meant
      ), said AS MATERIALIZED (
        SELECT language, array_agg(stem) AS stems, array_agg(stem) FILTER (WHERE tells) AS telling,
          string_agg(quote_literal(stem), '|')::tsquery AS query FROM heard JOIN asked USING (n) GROUP BY language
      )
      SELECT t.topic, t.language, t.text, ts_rank('{0.1, 0.2, 0.6, 1}', t.search, said.query) AS rank,
        ARRAY(SELECT DISTINCT h.n FROM names k JOIN heard h ON h.stem = ANY (k.stems) AND h.language = k.language
              WHERE k.position = t.position AND k.stems <@ said.stems
                AND (k.stems && said.telling AND k.name !~ '^(mi|nuestr[oa]|my|our) ' OR strpos(?, ' ' || k.name || ' ') > 0)
              ORDER BY 1) AS named,
        ARRAY(SELECT DISTINCT h.n FROM heard h JOIN asked a ON a.n = h.n AND a.tells
              WHERE h.language = t.language AND t.search @@ (quote_literal(h.stem) || ':D')::tsquery ORDER BY 1) AS mentioned
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
    String[] words = question.words().toArray(String[]::new);
    Boolean[] tells =
        IntStream.range(0, words.length).mapToObj(question::tells).toArray(Boolean[]::new);
    List<Evidence> found =
        sql.often(
            venue,
            () ->
                sql.list(
                    FIND,
                    PostgresKnowledge::evidence,
                    words,
                    tells,
                    venue.value(),
                    venue.value(),
                    venue.value(),
                    ALIKE,
                    " " + question.plain() + " "));
    return Ranking.of(question, found, language);
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
