package io.conserje.connectors.postgres.views;

import io.conserje.connectors.postgres.Sql;
import io.conserje.connectors.postgres.Sql.Row;
import io.conserje.venue.VenueId;
import io.micronaut.serde.annotation.Serdeable;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What guests asked and a house did not know. */
public final class QuestionViews {

  private static final int MOST = 200;

  private final Sql sql;

  public QuestionViews(Sql sql) {
    this.sql = sql;
  }

  /**
   * @param asked how often
   * @param channel where it was asked last
   */
  @Serdeable
  public record QuestionView(
      String id,
      String question,
      String language,
      String channel,
      int asked,
      String firstAsked,
      String lastAsked) {}

  /** Those that wait for an answer, the most asked first. */
  public List<QuestionView> of(VenueId venue) {
    return sql.at(
        venue,
        () ->
            sql.list(
                """
                SELECT * FROM unanswered_questions WHERE venue = ? AND state = 'open'
                ORDER BY asked DESC, last_asked DESC, id LIMIT ?
                """,
                QuestionViews::view,
                venue.value(),
                MOST));
  }

  /** Also one that was closed; empty when there is no such question. */
  public Optional<QuestionView> one(VenueId venue, UUID id) {
    return sql.at(
        venue,
        () ->
            sql.one(
                "SELECT * FROM unanswered_questions WHERE venue = ? AND id = ?",
                QuestionViews::view,
                venue.value(),
                id));
  }

  /**
   * @param state {@code answered} or {@code dismissed}
   */
  public void close(VenueId venue, UUID id, String state) {
    sql.at(
        venue,
        () ->
            sql.update(
                "UPDATE unanswered_questions SET state = ? WHERE venue = ? AND id = ?",
                state,
                venue.value(),
                id));
  }

  private static QuestionView view(Row row) throws SQLException {
    return new QuestionView(
        row.text("id"),
        row.text("question"),
        row.text("language"),
        row.text("channel"),
        row.number("asked"),
        Times.instant(row.instant("first_asked")),
        Times.instant(row.instant("last_asked")));
  }
}
