package io.conserje.connectors.meta;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.conserje.connectors.json.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;

/** Speaks as much of the Graph API as the connector uses. */
final class FakeMeta implements AutoCloseable {

  record Seen(String method, String target, String authorization, Part body) {}

  private record Answer(int status, Map<String, String> headers, byte[] body, boolean hangs) {}

  final List<Seen> seen = new CopyOnWriteArrayList<>();
  private final List<Answer> answers = new ArrayList<>();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final HttpServer server;

  FakeMeta() {
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

  MetaAccount account() {
    return new MetaAccount("test-token", "", url() + "/", null);
  }

  FakeMeta answers(int status, String body) {
    return answers(status, Map.of(), body.getBytes(StandardCharsets.UTF_8));
  }

  FakeMeta answers(int status, Map<String, String> headers, byte[] body) {
    answers.add(new Answer(status, headers, body, false));
    return this;
  }

  /** Sends the headers and then nothing more. */
  FakeMeta hangsInTheBody() {
    answers.add(new Answer(200, Map.of(), "{".getBytes(StandardCharsets.UTF_8), true));
    return this;
  }

  static String error(int code) {
    return "{\"error\":{\"message\":\"(#%d) To 34600000101: no\",\"type\":\"OAuthException\",\"code\":%d}}"
        .formatted(code, code);
  }

  private void handle(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    seen.add(
        new Seen(
            exchange.getRequestMethod(),
            exchange.getRequestURI().toString(),
            exchange.getRequestHeaders().getFirst("Authorization"),
            Samples.JSON.read(body).orElse(Part.NOTHING)));
    answer(exchange, answers.size() > 1 ? answers.removeFirst() : answers.getFirst());
  }

  private void answer(HttpExchange exchange, Answer answer) throws IOException {
    answer.headers().forEach((name, value) -> exchange.getResponseHeaders().set(name, value));
    int length = answer.body().length == 0 ? -1 : answer.body().length;
    exchange.sendResponseHeaders(answer.status(), answer.hangs() ? 1000 : length);
    exchange.getResponseBody().write(answer.body());
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

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
  }
}
