package io.conserje.connectors.postgres;

import io.conserje.connectors.postgres.Sql.Row;
import io.conserje.outbound.Circuit;
import io.conserje.outbound.Circuits;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** Circuits in Postgres: whoever sends has just claimed a message there. */
public final class PostgresCircuits implements Circuits {

  private final Sql sql;

  public PostgresCircuits(Sql sql) {
    this.sql = sql;
  }

  @Override
  public Circuit of(String provider) {
    return sql.everywhere(() ->
        sql.one(
                "SELECT * FROM provider_circuits WHERE provider = ?",
                PostgresCircuits::circuit,
                provider)
            .orElse(Circuit.CLOSED));
  }

  @Override
  public Changed change(String provider, UnaryOperator<Circuit> change) {
    return sql.everywhere(() -> {
      Circuit before = lock(provider);
      Circuit after = change.apply(before);
      if (!after.equals(before)) {
        write(provider, after);
      }
      return new Changed(before, after);
    });
  }

  private Circuit lock(String provider) {
    sql.update(
        "INSERT INTO provider_circuits VALUES (?, 0, NULL, ?, NULL, NULL, NULL)"
            + " ON CONFLICT DO NOTHING",
        provider,
        Circuit.CLOSED.pause().toMillis());
    return sql.one(
            "SELECT * FROM provider_circuits WHERE provider = ? FOR UPDATE",
            PostgresCircuits::circuit,
            provider)
        .orElseThrow();
  }

  private void write(String provider, Circuit circuit) {
    sql.update(
        """
        UPDATE provider_circuits SET failures = ?, open_until = ?, pause_millis = ?, trying_until = ?,
          error_code = ?, since = ? WHERE provider = ?
        """,
        circuit.failures(),
        circuit.openUntil(),
        circuit.pause().toMillis(),
        circuit.tryingUntil(),
        circuit.errorCode(),
        circuit.since(),
        provider);
  }

  /** Every provider that was ever in trouble, by name. */
  public Map<String, Circuit> all() {
    Map<String, Circuit> all = new TreeMap<>();
    sql.everywhere(() ->
        sql.list(
            "SELECT * FROM provider_circuits", row -> all.put(row.text("provider"), circuit(row))));
    return all;
  }

  private static Circuit circuit(Row row) throws SQLException {
    return new Circuit(
        row.number("failures"),
        row.instant("open_until"),
        Duration.ofMillis(row.big("pause_millis")),
        row.instant("trying_until"),
        row.text("error_code"),
        row.instant("since"));
  }
}
