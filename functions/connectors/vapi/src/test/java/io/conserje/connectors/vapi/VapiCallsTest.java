package io.conserje.connectors.vapi;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import com.sun.net.httpserver.HttpServer;
import io.conserje.call.CallPlace;
import io.conserje.call.CallState;
import io.conserje.call.Calls.Unreported;
import io.conserje.call.ProviderCalls.Found;
import io.conserje.venue.VenueId;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VapiCallsTest {

  private static final CallPlace CALL =
      new CallPlace("vapi", "call 1/2", "", List.of("+34600000900"), "+34600000101", "inbound");

  private HttpServer server;
  private int status = 200;
  private String body = "{}";
  private String asked;
  private String key;

  @BeforeEach
  void open() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked = exchange.getRequestURI().getRawPath();
          key = exchange.getRequestHeaders().getFirst("Authorization");
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(status, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
    server.start();
  }

  @AfterEach
  void close() {
    server.stop(0);
  }

  @Test
  void aCallThatIsOverIsReported() {
    body =
        """
        {"id":"call 1/2","status":"ended","endedReason":"silence-timed-out","endedAt":"2026-11-20T10:00:00Z",
         "cost":0.1,"artifact":{"transcript":"AI: Hola"},"analysis":{"summary":"Nada."}}
        """;

    Found.Ended ended = assertInstanceOf(Found.Ended.class, ask());

    assertEquals("/call/call%201%2F2", asked);
    assertEquals("Bearer key", key);
    assertEquals("silence-timed-out", ended.event().report().endedReason());
    assertEquals(100_000, ended.event().report().costMicros());
  }

  @Test
  void everythingElseIsToldApart() {
    body = "{\"status\":\"in-progress\"}";
    assertInstanceOf(Found.GoesOn.class, ask());
    body = "<html>";
    assertInstanceOf(Found.NoAnswer.class, ask());
    status = 404;
    assertInstanceOf(Found.Unknown.class, ask());
    status = 401;
    assertEquals(new Found.NoAnswer("answered 401"), ask());
    server.stop(0);
    assertInstanceOf(Found.NoAnswer.class, ask());
  }

  private Found ask() {
    String base = "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    return new VapiCalls(() -> new VapiCalls.Account("key", base), Samples.JSON, () -> Samples.NOW)
        .ask(new Unreported(new VenueId("casa"), CALL, CallState.IN_PROGRESS, Samples.NOW, 0));
  }
}
