package io.conserje.connectors.twilio;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/** Speaks as much of Twilio's message API as the sender uses. */
final class FakeTwilio implements AutoCloseable {

  record Seen(
      String method, String path, String query, String authorization, Map<String, String> form) {}

  private record Answer(int status, Map<String, String> headers, String body, boolean hangs) {}

  final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final List<Answer> answers = new ArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final HttpServer server;

  FakeTwilio() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  FakeTwilio answers(int status, String body) {
    return answers(status, Map.of(), body);
  }

  FakeTwilio answers(int status, Map<String, String> headers, String body) {
    answers.add(new Answer(status, headers, body, false));
    return this;
  }

  /** Sends the headers and then nothing more. */
  FakeTwilio hangsInTheBody() {
    answers.add(new Answer(201, Map.of(), "{", true));
    return this;
  }

  static String message(String sid, String body, String createdAt) {
    return """
    {"account_sid": "AC00000000000000000000000000000001", "api_version": "2010-04-01",
     "body": "%s", "date_created": "%s", "date_sent": null, "date_updated": "%s",
     "direction": "outbound-api", "error_code": null, "error_message": null,
     "from": "whatsapp:+34600000900", "messaging_service_sid": null, "num_media": "0",
     "num_segments": "1", "price": null, "price_unit": null, "sid": "%s", "status": "queued",
     "subresource_uris": {}, "to": "whatsapp:+34600000101", "uri": "/"}\
    """
        .formatted(body, createdAt, createdAt, sid);
  }

  static String list(String... messages) {
    return """
    {"messages": [%s], "page": 0, "page_size": 50, "start": 0, "end": %d, "uri": "/",
     "first_page_uri": "/", "next_page_uri": null, "previous_page_uri": null}\
    """
        .formatted(String.join(",", messages), messages.length);
  }

  static String error(int code, String message, int status) {
    return """
    {"code": %d, "message": "%s", "more_info": "https://www.twilio.com/docs/errors/%d", "status": %d}\
    """
        .formatted(code, message, code, status);
  }

  private void handle(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    seen.add(
        new Seen(
            exchange.getRequestMethod(),
            exchange.getRequestURI().getPath(),
            exchange.getRequestURI().getRawQuery(),
            exchange.getRequestHeaders().getFirst("Authorization"),
            form(body)));
    answer(exchange, answers.size() > 1 ? answers.removeFirst() : answers.getFirst());
  }

  private void answer(HttpExchange exchange, Answer answer) throws IOException {
    byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    exchange.sendResponseHeaders(answer.status(), answer.hangs() ? 1000 : body.length);
    exchange.getResponseBody().write(body);
    if (answer.hangs()) {
      exchange.getResponseBody().flush();
      await();
    }
    exchange.close();
  }

  private void await() {
    try {
      closing.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Map<String, String> form(String body) {
    return body.isEmpty()
        ? Map.of()
        : Arrays.stream(body.split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(p -> decode(p[0]), p -> decode(p[1])));
  }

  private static String decode(String part) {
    return URLDecoder.decode(part, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
  }
}
