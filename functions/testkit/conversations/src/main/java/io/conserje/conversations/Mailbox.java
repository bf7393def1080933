package io.conserje.conversations;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;

/**
 * Takes what is put on the queues, over the SQS protocol, and hands it out by the clock of the
 * scenario: a delay of a second costs nothing.
 */
final class Mailbox implements AutoCloseable {

  /** {@code queue}: the last part of its address. */
  record Letter(String queue, String body, Instant due) {}

  private final HttpServer server;
  private final InstantSource clock;
  private final List<Letter> letters = new ArrayList<>();

  Mailbox(InstantSource clock) {
    this.clock = clock;
    try {
      server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::take);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The first that is due, taken out. */
  synchronized Optional<Letter> next() {
    Instant now = clock.instant();
    Optional<Letter> first =
        letters.stream()
            .filter(letter -> !letter.due().isAfter(now))
            .min(Comparator.comparing(Letter::due));
    first.ifPresent(letters::remove);
    return first;
  }

  /** When something is due next. */
  synchronized Optional<Instant> nextDue() {
    return letters.stream().map(Letter::due).min(Comparator.naturalOrder());
  }

  synchronized void empty() {
    letters.clear();
  }

  private synchronized void put(Letter letter) {
    letters.add(letter);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, Object> request =
          Json.read(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      String url = String.valueOf(request.get("QueueUrl"));
      String body = String.valueOf(request.get("MessageBody"));
      long delay = request.get("DelaySeconds") instanceof Number n ? n.longValue() : 0;
      put(
          new Letter(
              url.substring(url.lastIndexOf('/') + 1), body, clock.instant().plusSeconds(delay)));
      byte[] answer =
          Json.write(Map.of("MessageId", "m", "MD5OfMessageBody", md5(body))).getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.0");
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
    }
  }

  private static String md5(String body) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("MD5").digest(body.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
