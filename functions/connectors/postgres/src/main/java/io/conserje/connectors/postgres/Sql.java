package io.conserje.connectors.postgres;

import io.conserje.venue.VenueId;
import io.micronaut.transaction.TransactionOperations;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;

/** SQL by hand, within the transaction that is open, or one of its own. */
public final class Sql {

  private final TransactionOperations<Connection> transactions;

  public Sql(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  /** Everything in {@code work} commits together, or nothing does. */
  public <T> T together(Supplier<T> work) {
    return transactions.executeWrite(status -> work.get());
  }

  /** As {@link #together}, about one house only. */
  public <T> T at(VenueId venue, Supplier<T> work) {
    return together(() -> {
      one("SELECT set_config('conserje.venue', ?, true)", _ -> true, venue.value());
      return work.get();
    });
  }

  /** How many rows it changed. */
  public int update(String sql, Object... arguments) {
    return run(sql, PreparedStatement::executeUpdate, arguments);
  }

  public <T> List<T> list(String sql, RowReader<T> reader, Object... arguments) {
    return run(
        sql,
        statement -> {
          List<T> rows = new ArrayList<>();
          try (ResultSet result = statement.executeQuery()) {
            while (result.next()) {
              rows.add(reader.read(new Row(result)));
            }
          }
          return rows;
        },
        arguments);
  }

  public <T> Optional<T> one(String sql, RowReader<T> reader, Object... arguments) {
    return list(sql, reader, arguments).stream().findFirst();
  }

  private <T> T run(String sql, Work<T> work, Object... arguments) {
    return transactions.executeWrite(status -> {
      try (PreparedStatement statement = status.getConnection().prepareStatement(sql)) {
        for (int i = 0; i < arguments.length; i++) {
          set(statement, i + 1, arguments[i]);
        }
        return work.run(statement);
      } catch (SQLException e) {
        throw new DatabaseFailure(e);
      }
    });
  }

  private static void set(PreparedStatement statement, int index, Object value)
      throws SQLException {
    switch (value) {
      case null -> statement.setNull(index, Types.NULL);
      case Instant instant ->
          statement.setObject(index, OffsetDateTime.ofInstant(instant, ZoneOffset.UTC));
      default -> statement.setObject(index, value);
    }
  }

  private interface Work<T> {
    T run(PreparedStatement statement) throws SQLException;
  }

  /** Makes something of a row. */
  public interface RowReader<T> {
    T read(Row row) throws SQLException;
  }

  /** The row a query stands on. */
  public record Row(ResultSet result) {

    public String text(String column) throws SQLException {
      return result.getString(column);
    }

    public int number(String column) throws SQLException {
      return result.getInt(column);
    }

    public long big(String column) throws SQLException {
      return result.getLong(column);
    }

    public UUID id(String column) throws SQLException {
      return result.getObject(column, UUID.class);
    }

    /** Null where the column is. */
    public Instant instant(String column) throws SQLException {
      OffsetDateTime at = result.getObject(column, OffsetDateTime.class);
      return at == null ? null : at.toInstant();
    }
  }

  /** The database said no in a way nobody expected. */
  public static final class DatabaseFailure extends RuntimeException {
    DatabaseFailure(SQLException cause) {
      super("SQLSTATE " + cause.getSQLState(), cause);
    }
  }
}
