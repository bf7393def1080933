package io.conserje.connectors.postgres;

import io.conserje.connectors.postgres.Sql.RowReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One of several queries that are asked in one round trip ({@link Sql#together}), and what was
 * found then.
 */
final class Asked<T> {

  private final String sql;
  private final RowReader<T> reader;
  private final Object[] arguments;
  private final List<T> found = new ArrayList<>();

  private Asked(String sql, RowReader<T> reader, Object... arguments) {
    this.sql = sql;
    this.reader = reader;
    this.arguments = arguments;
  }

  /**
   * @param sql a query, or a change that returns rows
   */
  static <T> Asked<T> of(String sql, RowReader<T> reader, Object... arguments) {
    return new Asked<>(sql, reader, arguments);
  }

  String sql() {
    return sql;
  }

  Object[] arguments() {
    return arguments;
  }

  /** Forgets what was found before: work that stood in another's way is done again. */
  RowReader<?> reader() {
    found.clear();
    return row -> found.add(reader.read(row));
  }

  List<T> all() {
    return found;
  }

  Optional<T> first() {
    return found.stream().findFirst();
  }

  boolean isEmpty() {
    return found.isEmpty();
  }
}
