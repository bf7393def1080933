package io.conserje.connectors.languagemodel;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A provider's endpoints, which answer what a test has put in, one after the other. */
final class FakeProvider implements AutoCloseable {

  /** How one request is answered. */
  interface Script {
    void play(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final Queue<Script> scripts = new ConcurrentLinkedQueue<>();
  final List<String> bodies = new CopyOnWriteArrayList<>();
  final List<String> keys = new CopyOnWriteArrayList<>();
  final List<String> types = new CopyOnWriteArrayList<>();

  FakeProvider() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/v1/chat/completions", this::handle);
    server.createContext("/v1/audio/transcriptions", this::handle);
    server.createContext("/v1/audio/speech", this::handle);
    server.start();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      bodies.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      keys.add(exchange.getRequestHeaders().getFirst("Authorization"));
      types.add(exchange.getRequestHeaders().getFirst("Content-Type"));
      Script script = scripts.poll();
      if (script != null) {
        script.play(exchange);
      }
    }
  }

  ModelAccount account() {
    return new ModelAccount("openai", "key", url(), "gpt-x");
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/";
  }

  FakeProvider then(Script script) {
    scripts.add(script);
    return this;
  }

  FakeProvider thenStream(String events) {
    return then(exchange -> stream(exchange, events));
  }

  FakeProvider thenStatus(int status, String body, String... headers) {
    return then(exchange -> {
      for (int i = 0; i < headers.length; i += 2) {
        exchange.getResponseHeaders().set(headers[i], headers[i + 1]);
      }
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    });
  }

  void forget() {
    scripts.clear();
  }

  static void stream(HttpExchange exchange, String events) throws IOException {
    begin(exchange);
    exchange.getResponseBody().write(events.getBytes(StandardCharsets.UTF_8));
  }

  static void begin(HttpExchange exchange) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    exchange.getResponseBody().flush();
  }

  /** The events of a reply that says this. */
  static String saying(String text) {
    return chunk("{\"content\":\"" + text + "\"}", "null") + chunk("{}", "\"stop\"") + done();
  }

  static String chunk(String delta, String finish) {
    return "data: {\"choices\":[{\"index\":0,\"delta\":"
        + delta
        + ",\"finish_reason\":"
        + finish
        + "}]}\n\n";
  }

  static String done() {
    return "data: [DONE]\n\n";
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
