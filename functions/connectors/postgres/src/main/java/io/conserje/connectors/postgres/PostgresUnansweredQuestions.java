package io.conserje.connectors.postgres;

import io.conserje.knowledge.UnansweredQuestions;
import io.conserje.venue.Channel;
import io.conserje.venue.VenueId;
import java.time.Instant;
import java.util.UUID;

/** What houses did not know, a row for each question however often it was asked. */
public final class PostgresUnansweredQuestions implements UnansweredQuestions {

  private final Sql sql;

  public PostgresUnansweredQuestions(Sql sql) {
    this.sql = sql;
  }

  /** What was answered and is still not found waits again; what was dismissed does not. */
  @Override
  public void note(VenueId venue, String question, String language, Channel channel, Instant at) {
    sql.at(
        venue,
        () ->
            sql.update(
                """
                INSERT INTO unanswered_questions AS u
                  (id, venue, language, question, channel, first_asked, last_asked)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (venue, language, question) DO UPDATE SET
                  asked = u.asked + 1, last_asked = EXCLUDED.last_asked, channel = EXCLUDED.channel,
                  state = CASE WHEN u.state = 'answered' THEN 'open' ELSE u.state END
                """,
                UUID.randomUUID(),
                venue.value(),
                language,
                question,
                channel.code(),
                at,
                at));
  }
}
