package io.conserje.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Stands between every simulated provider and the house, and brings what they send as badly as
 * networks do: each in its own time, a fifth of it twice, and some of that much later. What a
 * provider asks is asked at once, and perhaps again; for news it is told that they were taken, and
 * they are brought until they are.
 */
final class RoughRoad implements AutoCloseable {

  private static final int REPEATED_PERCENT = 20;
  private static final int SLOW_PERCENT = 5;
  private static final int USUAL_MILLIS = 200;
  private static final int SLOW_MILLIS = 1_500;
  private static final int ATTEMPTS = 20;

  /** Nobody says two things in one moment: whoever is answered at once might seem to. */
  private static final int LEAST_MILLIS_APART = 3;

  private static final int AT_ONCE = 12;

  /** Headers that the client writes itself. */
  private static final Set<String> OWN =
      Set.of("connection", "content-length", "expect", "host", "upgrade", "http2-settings");

  private final URI house;
  private final Random random;
  private final Predicate<Letter> question;
  private final UnaryOperator<Letter> afresh;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final Semaphore door = new Semaphore(AT_ONCE);
  private final AtomicInteger onTheirWay = new AtomicInteger();
  private final AtomicInteger sent = new AtomicInteger();
  private final AtomicInteger repeated = new AtomicInteger();
  private final AtomicInteger late = new AtomicInteger();
  private final Queue<Letter> heldBack = new ConcurrentLinkedQueue<>();
  private final Queue<String> refused = new ConcurrentLinkedQueue<>();

  /** One webhook. */
  record Letter(String target, Map<String, List<String>> headers, String body) {}

  private record Answer(int status, String type, byte[] body) {}

  /** What a gateway says whose house has hung up. */
  private static final Answer NO_ANSWER = new Answer(502, "text/plain", new byte[0]);

  /**
   * @param afresh a letter as its provider signs it when it brings it again
   */
  RoughRoad(URI house, long seed, Predicate<Letter> question, UnaryOperator<Letter> afresh) {
    this.house = house;
    this.random = new Random(seed);
    this.question = question;
    this.afresh = afresh;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 512);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::take);
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  @Override
  public String toString() {
    return "%d events, %d of them twice, %d of these much later"
        .formatted(sent.get(), repeated.get(), late.get());
  }

  /** What the house would not have, be it for the first time or again, with its status. */
  List<String> refused() {
    return List.copyOf(refused);
  }

  boolean isEmpty() {
    return onTheirWay.get() == 0;
  }

  /** What was held back sets out. */
  void bringTheRest() {
    for (Letter letter = heldBack.poll(); letter != null; letter = heldBack.poll()) {
      late.incrementAndGet();
      bring(letter);
    }
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      Letter letter =
          new Letter(
              exchange.getRequestURI().toString(),
              Map.copyOf(exchange.getRequestHeaders()),
              new String(
                  exchange.getRequestBody().readAllBytes(),
                  java.nio.charset.StandardCharsets.UTF_8));
      sent.incrementAndGet();
      boolean asked = question.test(letter);
      Answer answer = asked ? send(letter) : new Answer(200, "text/xml", "<Response/>".getBytes());
      if (!asked) {
        bring(letter);
        pause(LEAST_MILLIS_APART);
      }
      repeat(letter);
      exchange.getResponseHeaders().set("Content-Type", answer.type());
      exchange.sendResponseHeaders(
          answer.status(), answer.body().length == 0 ? -1 : answer.body().length);
      exchange.getResponseBody().write(answer.body());
    }
  }

  private void repeat(Letter letter) {
    if (chance(REPEATED_PERCENT)) {
      repeated.incrementAndGet();
      if (chance(50)) {
        heldBack.add(letter);
      } else {
        bring(letter);
      }
    }
  }

  private void bring(Letter letter) {
    onTheirWay.incrementAndGet();
    long millis = millis();
    threads.execute(() -> {
      try {
        pause(millis);
        untilTaken(letter);
      } finally {
        onTheirWay.decrementAndGet();
      }
    });
  }

  private void untilTaken(Letter letter) {
    Answer answer = send(afresh.apply(letter));
    for (int i = 1; i < ATTEMPTS && answer.status() > 499; i++) {
      pause(USUAL_MILLIS);
      answer = send(afresh.apply(letter));
    }
    if (answer.status() / 100 != 2) {
      refused.add(answer.status() + " " + letter.target());
    }
  }

  private Answer send(Letter letter) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(house.resolve(letter.target()))
            .POST(HttpRequest.BodyPublishers.ofString(letter.body()));
    letter
        .headers()
        .forEach((name, values) -> {
          if (!OWN.contains(name.toLowerCase(java.util.Locale.ROOT))) {
            values.forEach(value -> request.header(name, value));
          }
        });
    door.acquireUninterruptibly();
    try {
      HttpResponse<byte[]> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      String type = answer.headers().firstValue("content-type").orElse("text/plain");
      return new Answer(answer.statusCode(), type, answer.body());
    } catch (IOException e) {
      System.out.println("Storm: the house gave no answer to " + letter.target() + ": " + e);
      return NO_ANSWER;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return NO_ANSWER;
    } finally {
      door.release();
    }
  }

  private synchronized boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private synchronized long millis() {
    return random.nextInt(random.nextInt(100) < SLOW_PERCENT ? SLOW_MILLIS : USUAL_MILLIS);
  }

  private static void pause(long millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    http.shutdownNow();
  }
}
