package io.conserje.connectors.otlp;

import io.conserje.metrics.Traces;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Hands traces to whoever collects them, by OpenTelemetry's protocol as JSON over HTTP ({@code POST
 * /v1/traces}). One request for each trace, few at a time; a collector that is slow or away loses
 * traces, and nobody waits for it.
 *
 * @see <a href="https://opentelemetry.io/docs/specs/otlp/">OTLP: OTLP/HTTP, JSON encoding</a>
 */
public final class OtlpTraces implements Traces, AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(OtlpTraces.class);

  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final int AT_ONCE = 4;

  /** Of {@code SpanKind}. */
  private static final int INTERNAL = 1;

  /** Bits of an id for the spans of one trace. */
  private static final int SPANS = 16;

  private final Supplier<Optional<String>> endpoint;
  private final String service;
  private final ObjectMapper json;
  private final Semaphore under = new Semaphore(AT_ONCE);

  /** Made for the first trace: it loads whom to trust, which no start should wait for. */
  private HttpClient client;

  /**
   * @param endpoint the collector's address, before {@code /v1/traces}; empty: no traces
   * @param service in whose name
   */
  public OtlpTraces(Supplier<Optional<String>> endpoint, String service, ObjectMapper json) {
    this.endpoint = endpoint;
    this.service = service;
    this.json = json;
  }

  @Override
  public boolean areWanted() {
    return endpoint.get().filter(address -> !address.isBlank()).isPresent();
  }

  @Override
  public void tell(String trace, List<Span> spans) {
    if (areWanted() && under.tryAcquire()) {
      Thread.ofVirtual().name("traces").start(() -> send(endpoint.get().orElse(""), trace, spans));
    }
  }

  private void send(String address, String trace, List<Span> spans) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create(address.replaceAll("/+$", "") + "/v1/traces"))
              .timeout(PATIENCE)
              .header("Content-Type", "application/json")
              .POST(BodyPublishers.ofByteArray(written(trace, spans)))
              .build();
      int status = client().send(request, BodyHandlers.discarding()).statusCode();
      if (status >= 300) {
        LOG.warn("A trace was not taken ({}); it is lost.", status);
      }
    } catch (IOException | IllegalArgumentException away) {
      LOG.warn("Whoever collects traces was not reached; a trace is lost.", away);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    } finally {
      under.release();
    }
  }

  private synchronized HttpClient client() {
    if (client == null) {
      client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    }
    return client;
  }

  private byte[] written(String trace, List<Span> spans) {
    long first = spans.getFirst().from().toEpochMilli();
    Map<String, Object> resource =
        Map.of("attributes", attributes(Map.of("service.name", service)));
    Map<String, Object> scope =
        Map.of(
            "scope",
            Map.of("name", "conserje"),
            "spans",
            spans.stream().map(span -> written(trace, first, span)).toList());
    try {
      return json.writeValueAsBytes(
          Map.of(
              "resourceSpans",
              List.of(Map.of("resource", resource, "scopeSpans", List.of(scope)))));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private static Map<String, Object> written(String trace, long first, Span span) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("traceId", trace);
    fields.put("spanId", id(first, span.id()));
    if (span.within() != 0) {
      fields.put("parentSpanId", id(first, span.within()));
    }
    fields.put("name", span.name());
    fields.put("kind", INTERNAL);
    fields.put("startTimeUnixNano", nanos(span.from()));
    fields.put("endTimeUnixNano", nanos(span.to()));
    fields.put("attributes", attributes(span.facts()));
    return fields;
  }

  /** A call that another host carries on has the same trace, and spans with other ids. */
  private static String id(long first, int number) {
    return "%016x".formatted((first << SPANS) + number);
  }

  /** A number of 64 bits is a text in this JSON. */
  private static String nanos(Instant at) {
    return String.valueOf(at.getEpochSecond() * 1_000_000_000L + at.getNano());
  }

  private static List<Map<String, Object>> attributes(Map<String, String> facts) {
    return facts.entrySet().stream()
        .<Map<String, Object>>map(
            fact -> Map.of("key", fact.getKey(), "value", Map.of("stringValue", fact.getValue())))
        .toList();
  }

  @Override
  public synchronized void close() {
    if (client != null) {
      client.shutdownNow();
    }
  }
}
