package io.conserje.connectors.postgres;

import io.conserje.conversation.ModelRequest;
import io.conserje.conversation.Tokens;
import io.conserje.conversation.models.TokenBudget;
import io.conserje.conversation.models.TokenLimits;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * What was spent, one row per conversation, day and model: conversations at the same time do not
 * wait for each other, and a day is one short range of the key.
 */
public final class PostgresTokenBudget implements TokenBudget {

  private final Sql sql;
  private final Supplier<TokenLimits> limits;

  /**
   * @param limits looked up at each use
   */
  public PostgresTokenBudget(Sql sql, Supplier<TokenLimits> limits) {
    this.sql = sql;
    this.limits = limits;
  }

  @Override
  public boolean allows(ModelRequest request) {
    TokenLimits now = limits.get();
    return now.none() || sql.at(request.venue().id(), () -> allows(request, now));
  }

  private boolean allows(ModelRequest request, TokenLimits now) {
    return sql.one(
            """
            SELECT
              (SELECT coalesce(sum(read + written), 0)::bigint FROM token_use
               WHERE conversation = ?) AS conversation,
              (SELECT coalesce(sum(read + written), 0)::bigint FROM token_use
               WHERE venue = ? AND day = ?::date) AS house
            """,
            row -> now.allow(row.big("conversation"), row.big("house")),
            request.conversation(),
            request.venue().id().value(),
            day(request))
        .orElse(true);
  }

  @Override
  public void spend(ModelRequest request, String model, Tokens tokens) {
    UUID conversation = request.conversation();
    sql.at(
        request.venue().id(),
        () ->
            sql.update(
                """
                INSERT INTO token_use (venue, day, conversation, model, read, written, answers)
                VALUES (?, ?::date, ?, ?, ?, ?, 1)
                ON CONFLICT (venue, day, conversation, model) DO UPDATE SET
                  read = token_use.read + EXCLUDED.read,
                  written = token_use.written + EXCLUDED.written,
                  answers = token_use.answers + 1
                """,
                request.venue().id().value(),
                day(request),
                conversation,
                model,
                tokens.read(),
                tokens.written()));
  }

  private static LocalDate day(ModelRequest request) {
    return request.now().toLocalDate();
  }
}
