package io.conserje.console;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.micronaut.data.connection.exceptions.ConnectionException;
import io.micronaut.data.connection.exceptions.NoConnectionException;
import java.sql.SQLException;
import org.junit.jupiter.api.Test;

class DatabaseAnswerTest {

  @Test
  void aConnectionThatBrokeUnderAQueryIsNoFaultOfTheRequest() {
    assertEquals(503, status(new ConnectionException("closed", new SQLException("closed"))));
    assertEquals(503, status(new IllegalStateException(new SQLException("gone", "57P01"))));
  }

  @Test
  void aFaultOfOurOwnIsNotBlamedOnTheDatabase() {
    assertEquals(500, status(new NoConnectionException("none open")));
    assertEquals(500, status(new IllegalStateException(new SQLException("syntax", "42601"))));
  }

  private static int status(RuntimeException fault) {
    return new DatabaseAnswer().handle(null, fault).code();
  }
}
