package io.conserje.connectors.http;

import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.net.http.HttpClient;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FreshConnectionsTest {

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-11-20T11:00:00Z"));
  private final FreshConnections connections = new FreshConnections(Timeouts.USUAL, now::get);

  @Test
  void quickMessagesShareAConnection() {
    HttpClient first = connections.client();
    pass(15);
    HttpClient second = connections.client();
    pass(15);

    assertSame(first, second);
    assertSame(first, connections.client());
  }

  @Test
  void afterAPauseNoOldConnectionIsTrusted() {
    HttpClient first = connections.client();
    pass(16);

    assertNotSame(first, connections.client());
  }

  @Test
  void clockSetBackCountsAsAPause() {
    HttpClient first = connections.client();
    pass(-16);

    assertNotSame(first, connections.client());
  }

  private void pass(long seconds) {
    now.updateAndGet(at -> at.plusSeconds(seconds));
  }
}
