package io.conserje.connectors.postgres.views;

import io.conserje.call.AnswerTime.Step;
import io.conserje.connectors.postgres.Sql;
import io.conserje.connectors.postgres.Sql.Row;
import io.conserje.connectors.postgres.views.CallView.Answer;
import io.conserje.connectors.postgres.views.CallView.Waits;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** How long guests waited for answers; every method is part of the caller's transaction. */
final class AnswerViews {

  private final Sql sql;

  AnswerViews(Sql sql) {
    this.sql = sql;
  }

  List<Answer> of(UUID call) {
    return sql.list(
        "SELECT * FROM call_answers WHERE call = ? ORDER BY number", AnswerViews::answer, call);
  }

  private static Answer answer(Row row) throws SQLException {
    Map<String, Integer> steps = new LinkedHashMap<>();
    for (Step step : Step.values()) {
      int took = row.number(step.code() + "_ms");
      if (!row.result().wasNull()) {
        steps.put(step.code(), took);
      }
    }
    return new Answer(
        row.number("number"),
        Times.instant(row.instant("said_at")),
        row.result().getBoolean("heard"),
        steps.values().stream().mapToInt(Integer::intValue).sum(),
        steps);
  }

  /** Null where none was heard. */
  static Waits waits(List<Answer> answers) {
    List<Integer> heard = answers.stream().filter(Answer::heard).map(Answer::ms).sorted().toList();
    return heard.isEmpty()
        ? null
        : new Waits(heard.size(), percentile(heard, 50), percentile(heard, 95));
  }

  /** The smallest that so many in a hundred do not exceed. */
  private static int percentile(List<Integer> sorted, int percent) {
    return sorted.get((sorted.size() * percent + 99) / 100 - 1);
  }
}
