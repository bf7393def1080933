package io.conserje.conversations;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;

/** Takes the messages the house sends through Twilio and keeps them. */
final class Carrier implements AutoCloseable {

  /** {@code to}: the guest's number. */
  record Sent(String to, String text) {}

  private final HttpServer server;
  private final AtomicLong ids = new AtomicLong();
  private final List<Sent> sent = new ArrayList<>();

  Carrier() {
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  synchronized List<Sent> sent() {
    return List.copyOf(sent);
  }

  synchronized void empty() {
    sent.clear();
  }

  private synchronized void keep(Sent message) {
    sent.add(message);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      keep(
          new Sent(
              form.getOrDefault("To", "").replace("whatsapp:", ""), form.getOrDefault("Body", "")));
      byte[] answer =
          Json.write(
                  Map.of(
                      "sid", "SM%032x".formatted(ids.incrementAndGet()),
                      "status", "queued",
                      "body", form.getOrDefault("Body", "")))
              .getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(201, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private static Map<String, String> form(String body) {
    Map<String, String> form = new HashMap<>();
    for (String pair : body.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        form.put(
            URLDecoder.decode(pair.substring(0, equals), UTF_8),
            URLDecoder.decode(pair.substring(equals + 1), UTF_8));
      }
    }
    return form;
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
