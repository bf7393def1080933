package io.conserje.connectors.otlp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import io.conserje.metrics.Traces.Span;
import io.micronaut.core.type.Argument;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A collector gets what OpenTelemetry's protocol says, as JSON. */
class OtlpTracesTest {

  private static final Instant NOW = Instant.parse("2026-11-20T11:00:00.000000001Z");

  private final BlockingQueue<String> got = new LinkedBlockingQueue<>();
  private final ObjectMapper json = ObjectMapper.getDefault();
  private HttpServer collector;

  @BeforeEach
  void start() throws IOException {
    collector = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    collector.createContext(
        "/v1/traces",
        exchange -> {
          got.add(new String(exchange.getRequestBody().readAllBytes()));
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    collector.start();
  }

  @AfterEach
  void stop() {
    collector.stop(0);
  }

  @Test
  void oneTraceIsOneRequestWithItsSpansInEachOther() throws Exception {
    String address = "http://127.0.0.1:" + collector.getAddress().getPort() + "/";
    try (OtlpTraces traces = new OtlpTraces(() -> Optional.of(address), "voice-stream", json)) {
      traces.tell(
          "0123456789abcdef0123456789abcdef",
          List.of(
              new Span(1, 0, "call", NOW, NOW.plusSeconds(1), Map.of("carrier", "twilio")),
              new Span(2, 1, "answer", NOW, NOW, Map.of())));

      String request = got.poll(30, TimeUnit.SECONDS);
      Map<?, ?> resource = only(read(request).get("resourceSpans"));
      List<?> spans = (List<?>) only(resource.get("scopeSpans")).get("spans");
      Map<?, ?> call = (Map<?, ?>) spans.getFirst();
      Map<?, ?> answer = (Map<?, ?>) spans.getLast();
      assertEquals("0123456789abcdef0123456789abcdef", call.get("traceId"));
      assertEquals("1795172400000000001", call.get("startTimeUnixNano"));
      assertEquals("1795172401000000001", call.get("endTimeUnixNano"));
      assertTrue(call.get("spanId").toString().matches("[0-9a-f]{16}"), request);
      assertEquals(call.get("spanId"), answer.get("parentSpanId"));
      assertFalse(call.containsKey("parentSpanId"));
      assertEquals(
          Map.of("key", "carrier", "value", Map.of("stringValue", "twilio")),
          only(call.get("attributes")));
    }
  }

  @Test
  void withoutACollectorNothingIsTold() {
    try (OtlpTraces traces = new OtlpTraces(Optional::empty, "voice-stream", json)) {
      assertFalse(traces.areWanted());
      traces.tell("0123456789abcdef0123456789abcdef", List.of());
    }
  }

  private Map<String, Object> read(String text) throws IOException {
    return json.readValue(text, Argument.mapOf(String.class, Object.class));
  }

  private static Map<?, ?> only(Object list) {
    assertEquals(1, ((List<?>) list).size());
    return (Map<?, ?>) ((List<?>) list).getFirst();
  }
}
