package io.conserje.connectors.postgres.views;

import io.conserje.call.CallPrices;
import io.conserje.connectors.postgres.Sql;
import io.conserje.connectors.postgres.Sql.Row;
import io.conserje.connectors.postgres.views.CallView.Cost;
import io.conserje.connectors.postgres.views.CallView.Usage;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What calls cost; every method is part of the caller's transaction. */
final class CostViews {

  private final Sql sql;
  private final Supplier<CallPrices> prices;

  CostViews(Sql sql, Supplier<CallPrices> prices) {
    this.sql = sql;
    this.prices = prices;
  }

  private record Used(UUID call, Usage usage) {}

  /**
   * What was counted while the sound was carried, what the language models counted meanwhile, and
   * the time on the telephone; nothing of calls that somebody else carries and bills as a whole.
   */
  Map<UUID, List<Usage>> of(List<UUID> calls) {
    CallPrices now = prices.get();
    return sql
        .list(
            """
            WITH asked AS (SELECT l.* FROM calls l WHERE l.id = ANY (?::text[]::uuid[])
              AND EXISTS (SELECT FROM call_usage u WHERE u.call = l.id))
            SELECT call, unit, amount FROM call_usage WHERE call IN (SELECT id FROM asked)
            UNION ALL
            SELECT id, provider || '_' || direction || '_seconds',
              ceil(extract(epoch FROM ended_at - coalesce(answered_at, began_at)))::bigint
            FROM asked WHERE ended_at IS NOT NULL
            UNION ALL
            SELECT l.id, s.model || '_' || kind.what || '_tokens',
              sum((s.answer->'tokens'->>kind.what)::bigint)::bigint
            FROM asked l JOIN turns t ON t.conversation = l.conversation AND t.opened_at >= l.began_at
              AND t.opened_at <= coalesce(l.ended_at, 'infinity')
            JOIN turn_steps s ON s.turn = t.id
            CROSS JOIN (VALUES ('read'), ('written')) AS kind (what)
            WHERE (s.answer->'tokens'->>kind.what)::bigint > 0
            GROUP BY l.id, s.model, kind.what
            ORDER BY 1, 2
            """,
            row -> used(row, now),
            (Object) calls.stream().map(UUID::toString).toArray(String[]::new))
        .stream()
        .collect(
            Collectors.groupingBy(
                Used::call,
                Collectors.mapping(Used::usage, Collectors.toCollection(ArrayList::new))));
  }

  private static Used used(Row row, CallPrices prices) throws SQLException {
    String unit = row.text("unit");
    long amount = row.big("amount");
    OptionalLong micros = prices.micros(unit, amount);
    return new Used(
        row.id("call"), new Usage(unit, amount, micros.isPresent() ? micros.getAsLong() : null));
  }

  /**
   * With what the call's own provider bills. Of a call whose sound we carry that is the telephone
   * alone: it stands in place of what we reckon for it, where both are in one currency.
   */
  Cost cost(Cost billed, String provider, List<Usage> usage) {
    List<Usage> others =
        usage.stream().filter(one -> !one.unit().startsWith(provider + "_")).toList();
    Cost rest = cost(others);
    if (rest == null) {
      return new Cost(billed.micros(), billed.currency(), others.isEmpty());
    }
    return rest.currency().equals(billed.currency())
        ? new Cost(billed.micros() + rest.micros(), rest.currency(), rest.whole())
        : cost(usage);
  }

  /** Null where no price is known. */
  Cost cost(List<Usage> usage) {
    List<Usage> priced = usage.stream().filter(one -> one.micros() != null).toList();
    return priced.isEmpty()
        ? null
        : new Cost(
            priced.stream().mapToLong(Usage::micros).sum(),
            prices.get().currency(),
            priced.size() == usage.size());
  }
}
