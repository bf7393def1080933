package io.conserje.bookload;

import io.conserje.testkit.embedded.EmbeddedPostgresServer;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * The processor time spent so far. Unlike verbs a second it says the same on a machine that others
 * use too.
 *
 * @param clients by this process
 * @param postgres by the server and all its connections
 */
record CpuTime(Duration clients, Duration postgres) {

  static CpuTime now(EmbeddedPostgresServer server) throws SQLException {
    ProcessHandle postmaster = postmaster(server);
    Duration postgres =
        Stream.concat(Stream.of(postmaster), postmaster.descendants())
            .map(CpuTime::of)
            .reduce(Duration.ZERO, Duration::plus);
    return new CpuTime(of(ProcessHandle.current()), postgres);
  }

  CpuTime since(CpuTime earlier) {
    return new CpuTime(clients.minus(earlier.clients), postgres.minus(earlier.postgres));
  }

  private static Duration of(ProcessHandle process) {
    return process.info().totalCpuDuration().orElse(Duration.ZERO);
  }

  private static ProcessHandle postmaster(EmbeddedPostgresServer server) throws SQLException {
    try (Connection connection = server.connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet found = statement.executeQuery("SELECT pg_backend_pid()")) {
      found.next();
      return ProcessHandle.of(found.getLong(1)).flatMap(ProcessHandle::parent).orElseThrow();
    }
  }
}
