package io.conserje.connectors.postgres;

import io.conserje.connectors.postgres.Reach.Later;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * SQL by hand, in one transaction, for one house ({@link #at}) or deliberately across houses
 * ({@link #everywhere}). A statement outside of both is refused. Within {@code at} the database
 * itself shows and takes rows of that house only, whatever a query forgets to ask.
 */
public final class Sql {

  /** Holds until the transaction ends. */
  private static final String TELL =
      "set_config('role', ?, true), set_config('conserje.venue', ?, true)";

  private static final String PLAN = "set_config('plan_cache_mode', 'force_generic_plan', true)";

  private static final String AT_EASE = "set_config('synchronous_commit', 'off', true)";

  private static final String LOCK = "pg_advisory_xact_lock(hashtextextended(?, 0))";

  private static final String DEADLOCK = "40P01";
  private static final int MOST_TRIES = 5;

  private final ScopedValue<Reach> reach = ScopedValue.newInstance();
  private final TransactionOperations<Connection> transactions;

  public Sql(TransactionOperations<Connection> transactions) {
    this.transactions = transactions;
  }

  /**
   * Everything in {@code work} commits together, or nothing does, and reaches the rows of one house
   * only. Inside {@link #everywhere} it narrows the reach for as long as the work lasts.
   *
   * @throws IllegalStateException inside the work of another house
   */
  public <T> T at(VenueId venue, Supplier<T> work) {
    if (!reach.isBound()) {
      return begin(() -> Reach.at(venue), work);
    }
    Reach around = reach.get();
    if (around.isOneHouse() && !around.is(venue)) {
      throw new IllegalStateException("Work of one house reaches for another; that is a bug.");
    }
    return within(around.narrowedTo(venue), work);
  }

  /**
   * As {@link #at}; until the transaction ends, nobody else who says the same {@code what} of this
   * house works. The waiting is done by the first statement, which sees what was committed till
   * then.
   */
  public <T> T alone(VenueId venue, String what, Supplier<T> work) {
    return often(
        venue,
        () -> {
          reach.get().wants(what + ":" + venue.value());
          return work.get();
        });
  }

  /**
   * As {@link #at}, for what is asked often and finds little: from here on each statement is
   * planned once per connection and not anew for its arguments.
   */
  public <T> T often(VenueId venue, Supplier<T> work) {
    return at(
        venue,
        () -> {
          reach.get().plansOnce();
          return work.get();
        });
  }

  /**
   * As {@link #at}, for what is only worth keeping together with something that comes after it: its
   * commit does not wait for the disk. A server that dies at once may forget it, but never keeps
   * what was committed later without it. Inside of other work it is a part of that.
   */
  public <T> T atEase(VenueId venue, Supplier<T> work) {
    boolean begins = !reach.isBound();
    return at(
        venue,
        () -> {
          if (begins) {
            needNotWait();
          }
          return work.get();
        });
  }

  /** From here on the commit of this transaction need not wait for the disk: {@link #atEase}. */
  public void needNotWait() {
    reach.get().needNotWait();
  }

  /**
   * Everything in {@code work} commits together, or nothing does, and reaches the rows of every
   * house: for what is looked up before its house is known, and for what concerns all of them.
   *
   * @throws IllegalStateException inside the work of one house
   */
  public <T> T everywhere(Supplier<T> work) {
    if (!reach.isBound()) {
      return begin(Reach::everywhere, work);
    }
    if (reach.get().isOneHouse()) {
      throw new IllegalStateException("Work of one house reaches for all; that is a bug.");
    }
    return work.get();
  }

  /** Work that stood in another's way is done again from its beginning, as if it had come later. */
  private <T> T begin(Supplier<Reach> all, Supplier<T> work) {
    for (int tries = 1; ; tries++) {
      try {
        return transactions.executeWrite(
            status -> within(all.get().over(status.getConnection()), () -> finish(work)));
      } catch (DatabaseFailure failure) {
        if (!failure.isDeadlock() || tries == MOST_TRIES) {
          throw failure;
        }
      }
    }
  }

  private <T> T finish(Supplier<T> work) {
    T done = work.get();
    flush();
    return done;
  }

  private <T> T within(Reach inner, Supplier<T> work) {
    return ScopedValue.where(reach, inner).call(work::get);
  }

  /**
   * Changes rows no later than the next statement of this transaction is run, or it commits: in the
   * same round trip. How many they are is not told.
   */
  public void later(String sql, Object... arguments) {
    Reach here = scope();
    if (here.othersWait()) {
      flush();
    }
    here.later(new Later(sql, arguments));
  }

  /** What was put off is said as it would have been when it was. */
  private void flush() {
    Reach of = reach.get().ofWaiting();
    if (of != null) {
      within(
          of,
          () -> {
            Later last = of.takeLastWaiting();
            return update(last.sql(), last.arguments());
          });
    }
  }

  private Reach scope() {
    if (!reach.isBound()) {
      throw new IllegalStateException("Say for which house: at(venue, …), or everywhere(…).");
    }
    return reach.get();
  }

  /** How many rows it changed. */
  public int update(String sql, Object... arguments) {
    return run(sql, PreparedStatement::getUpdateCount, arguments);
  }

  public <T> List<T> list(String sql, RowReader<T> reader, Object... arguments) {
    return run(sql, statement -> rows(statement, reader), arguments);
  }

  private static <T> List<T> rows(PreparedStatement statement, RowReader<T> reader)
      throws SQLException {
    List<T> rows = new ArrayList<>();
    try (ResultSet result = statement.getResultSet()) {
      while (result.next()) {
        rows.add(reader.read(new Row(result)));
      }
    }
    return rows;
  }

  /** Several queries in one round trip, each with a reader of its own that keeps what it reads. */
  public void each(String queries, List<RowReader<?>> readers, Object... arguments) {
    run(
        queries,
        statement -> {
          for (RowReader<?> reader : readers) {
            rows(statement, reader);
            statement.getMoreResults();
          }
          return null;
        },
        arguments);
  }

  /** Several queries in one round trip; each keeps what it found. */
  void together(Asked<?>... queries) {
    each(
        Stream.of(queries).map(Asked::sql).collect(Collectors.joining("; ")),
        Stream.of(queries).<RowReader<?>>map(Asked::reader).toList(),
        Stream.of(queries).flatMap(one -> Stream.of(one.arguments())).toArray());
  }

  public <T> Optional<T> one(String sql, RowReader<T> reader, Object... arguments) {
    return list(sql, reader, arguments).stream().findFirst();
  }

  /** What the server must be told, locks, and what was put off, go ahead, in one round trip. */
  private <T> T run(String sql, Work<T> work, Object... arguments) {
    Reach here = scope();
    if (here.othersWait()) {
      flush();
    }
    boolean tells = !here.isTold();
    List<String> locks = here.wanted();
    List<Later> before = here.takeWaiting();
    String ahead = ahead(here, tells, locks.size());
    StringBuilder all = new StringBuilder(ahead);
    before.forEach(one -> all.append(one.sql()).append("; "));
    try (PreparedStatement statement =
        here.connection().prepareStatement(all.append(sql).toString())) {
      int next = 1;
      if (tells) {
        statement.setString(next++, here.role());
        statement.setString(next++, here.venue());
      }
      for (String lock : locks) {
        statement.setString(next++, lock);
      }
      for (Later one : before) {
        next = setAll(statement, next, one.arguments());
      }
      setAll(statement, next, arguments);
      statement.execute();
      if (!ahead.isEmpty()) {
        here.told();
        statement.getMoreResults();
      }
      for (int i = 0; i < before.size(); i++) {
        statement.getMoreResults();
      }
      return work.run(statement);
    } catch (SQLException e) {
      throw new DatabaseFailure(e);
    }
  }

  /** The lock comes last: what is told holds while it is waited for. */
  private static String ahead(Reach here, boolean tells, int locks) {
    List<String> parts = new ArrayList<>(4);
    if (tells) {
      parts.add(TELL);
    }
    if (here.wantsPlans()) {
      parts.add(PLAN);
    }
    if (here.wantsNotToWait()) {
      parts.add(AT_EASE);
    }
    for (int i = 0; i < locks; i++) {
      parts.add(LOCK);
    }
    return parts.isEmpty() ? "" : "SELECT " + String.join(", ", parts) + "; ";
  }

  private static int setAll(PreparedStatement statement, int first, Object[] values)
      throws SQLException {
    int next = first;
    for (Object value : values) {
      set(statement, next++, value);
    }
    return next;
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
    T run(PreparedStatement executed) throws SQLException;
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

    /** Whether two transactions waited for each other, and this is the one that gave way. */
    boolean isDeadlock() {
      return getCause() instanceof SQLException cause && DEADLOCK.equals(cause.getSQLState());
    }
  }
}
