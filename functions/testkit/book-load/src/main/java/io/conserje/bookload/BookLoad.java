package io.conserje.bookload;

import io.conserje.connectors.postgres.Json;
import io.conserje.connectors.postgres.PostgresPool;
import io.conserje.connectors.postgres.PostgresSettings;
import io.conserje.connectors.postgres.PostgresStays;
import io.conserje.connectors.postgres.PostgresTableBook;
import io.conserje.connectors.postgres.Sql;
import io.conserje.reservation.FreeTimes;
import io.conserje.reservation.Party;
import io.conserje.reservation.TableBook;
import io.conserje.stay.StayBook;
import io.conserje.testkit.bench.Timings;
import io.conserje.testkit.embedded.EmbeddedPostgresServer;
import io.conserje.venue.Venue;
import io.micronaut.context.ApplicationContext;
import io.micronaut.core.type.Argument;
import io.micronaut.inject.qualifiers.Qualifiers;
import io.micronaut.serde.ObjectMapper;
import io.micronaut.transaction.TransactionOperations;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/**
 * How many verbs a second the book takes when many clients want the same eight evenings, and how
 * long one asking for a month of free times waits with a year of bookings in the tables.
 */
public final class BookLoad {

  private static final Instant NOW = Instant.parse("2026-11-20T11:00:00Z");
  private static final int MONTHS_ASKED = 500;
  private static final Duration WARM_UP = Duration.ofSeconds(10);

  private BookLoad() {}

  public static void main(String[] arguments) throws InterruptedException, SQLException {
    int clients = Integer.getInteger("clients", 64);
    int connections = Integer.getInteger("connections", 16);
    Duration time = Duration.ofSeconds(Integer.getInteger("seconds", 60));
    try (EmbeddedPostgresServer server = EmbeddedPostgresServer.start(true)) {
      server.create("book");
      PostgresSettings settings =
          new PostgresSettings(
              server.url("book"), EmbeddedPostgresServer.USER, EmbeddedPostgresServer.PASSWORD);
      try (PostgresPool pool = new PostgresPool(() -> settings, connections);
          ApplicationContext context = context(pool)) {
        Flyway.configure().dataSource(pool.dataSource()).load().migrate();
        Sql sql =
            new Sql(context.getBean(Argument.of(TransactionOperations.class, Connection.class)));
        connect(pool.dataSource(), connections);
        StayBook stays =
            new PostgresStays(
                sql, new Json(context.getBean(ObjectMapper.class)), new SecureRandom());
        measure(sql, stays, server, clients, connections, time);
      }
    }
    System.exit(0);
  }

  /** Nobody is measured while a connection is made. */
  private static void connect(DataSource pool, int connections) throws SQLException {
    if (connections > 0) {
      try (Connection one = pool.getConnection()) {
        connect(pool, connections - 1);
      }
    }
  }

  private static ApplicationContext context(PostgresPool pool) {
    ApplicationContext context =
        ApplicationContext.builder().properties(PostgresPool.PROPERTIES).build();
    context.registerSingleton(DataSource.class, pool.dataSource(), Qualifiers.byName("default"));
    return context.start();
  }

  private static void measure(
      Sql sql,
      StayBook stays,
      EmbeddedPostgresServer server,
      int clients,
      int connections,
      Duration time)
      throws InterruptedException, SQLException {
    List<Venue> houses = Houses.all();
    HotelYear.write(sql);
    fill(server, () -> Houses.write(houses, sql));
    TableBook book = new PostgresTableBook(sql, new SecureRandom());
    say("a year of bookings is written");
    Timings months = months(new FreeTimes(book), houses);
    Timings rooms = HotelYear.months(stays, MONTHS_ASKED);
    say("months of free times and free rooms were asked for");
    List<Evening> evenings = houses.stream().map(Evening::new).toList();
    List<Client> played =
        IntStream.range(0, clients).mapToObj(n -> new Client(n, evenings, book)).toList();
    play(played, WARM_UP);
    played.forEach(Client::measure);
    CpuTime before = CpuTime.now(server);
    play(played, time);
    CpuTime used = CpuTime.now(server).since(before);
    say("the evenings are over");
    Report report =
        new Report(
            clients, connections, time, played, months, rooms, evenings, used, new Audit(sql));
    report.print(System.out);
  }

  private static void say(String what) {
    long up = ManagementFactory.getRuntimeMXBean().getUptime();
    System.err.println(up / 1000 + " s: " + what);
  }

  /**
   * The constraint checks the year when it is written, at once, which takes a tenth of the time.
   */
  private static void fill(EmbeddedPostgresServer server, Runnable write) throws SQLException {
    try (Connection connection = server.connect("book");
        Statement statement = connection.createStatement()) {
      ResultSet found =
          statement.executeQuery(
              "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'one_party_per_table'");
      found.next();
      String constraint = found.getString(1);
      statement.execute("ALTER TABLE table_claims DROP CONSTRAINT one_party_per_table");
      write.run();
      statement.execute(
          "ALTER TABLE table_claims ADD CONSTRAINT one_party_per_table " + constraint);
      statement.execute("VACUUM ANALYZE");
    }
  }

  /** A month ahead, for a party of a size nobody knows beforehand. */
  private static Timings months(FreeTimes times, List<Venue> houses) {
    SplittableRandom random = new SplittableRandom(1);
    Timings timings = new Timings();
    for (int i = 0; i < 2 * MONTHS_ASKED; i++) {
      Venue house = houses.get(random.nextInt(houses.size()));
      LocalDate from = Houses.EVENING.plusDays(random.nextInt(200));
      Party party = Party.of(1 + random.nextInt(8));
      long begun = System.nanoTime();
      times.between(house, from, from.plusDays(30), party, "", NOW);
      if (i >= MONTHS_ASKED) {
        timings.add(System.nanoTime() - begun);
      }
    }
    return timings;
  }

  private static void play(List<Client> all, Duration time) throws InterruptedException {
    long end = System.nanoTime() + time.toNanos();
    List<Thread> threads =
        all.stream()
            .map(c -> Thread.ofPlatform().unstarted(() -> c.run(() -> System.nanoTime() < end)))
            .toList();
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  /** What was measured, for people and, last, for machines. */
  record Report(
      int clients,
      int connections,
      Duration time,
      List<Client> played,
      Timings months,
      Timings rooms,
      List<Evening> evenings,
      CpuTime used,
      Audit audit) {

    void print(PrintStream out) {
      Timings changed = Timings.of(played.stream().map(c -> c.changed).toList());
      Timings refused = Timings.of(played.stream().map(c -> c.refused).toList());
      long doubled = audit.doubleBookings();
      long lost = audit.lost(played);
      long failures = played.stream().mapToLong(c -> c.failures.size()).sum();
      played.stream()
          .flatMap(c -> c.failures.stream())
          .limit(3)
          .forEach(e -> e.printStackTrace(out));
      out.println("what                     |     a second |  p50 ms |  p99 ms");
      row(out, "verbs that changed", changed);
      row(out, "verbs refused", refused);
      row(out, "a month of free times", months);
      row(out, "a month of free rooms", rooms);
      out.printf(
          Locale.ROOT,
          "%d clients over %d connections for %d s; evenings %s full at the end; %d failures%n",
          clients,
          connections,
          time.toSeconds(),
          evenings.stream().map(e -> Math.round(100 * e.full()) + " %").toList(),
          failures);
      double verbs = Math.max(1, changed.count() + refused.count());
      out.printf(
          Locale.ROOT,
          "processor time a verb: %.2f ms clients, %.2f ms Postgres%n",
          used.clients().toNanos() / 1e6 / verbs,
          used.postgres().toNanos() / 1e6 / verbs);
      out.printf(
          Locale.ROOT,
          "{\"bench\":\"book-load\",\"clients\":%d,\"verbs_per_s\":%.0f,\"refused_per_s\":%.0f,\"p99_ms\":%.1f,"
              + "\"availability_p99_ms\":%.1f,\"stays_month_p99_ms\":%.1f,\"double_bookings\":%d,\"lost\":%d}%n",
          clients,
          perSecond(changed),
          perSecond(refused),
          changed.percentile(0.99),
          months.percentile(0.99),
          rooms.percentile(0.99),
          doubled,
          lost + failures);
    }

    private double perSecond(Timings timings) {
      return timings.count() / (double) time.toSeconds();
    }

    private void row(PrintStream out, String what, Timings timings) {
      out.printf(
          Locale.ROOT,
          "%-24s | %12.0f | %7.1f | %7.1f%n",
          what,
          perSecond(timings),
          timings.percentile(0.5),
          timings.percentile(0.99));
    }
  }
}
