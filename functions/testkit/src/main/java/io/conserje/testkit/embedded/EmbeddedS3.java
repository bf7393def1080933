package io.conserje.testkit.embedded;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * As much of S3 as is asked of it: objects are put, got, listed and deleted, with the bucket in the
 * path. Whoever shows no signature is refused; what the signature says is not looked at.
 */
public final class EmbeddedS3 implements AutoCloseable {

  private static final int MOST_LISTED = 1_000;

  /** By {@code bucket/key}. */
  private final Map<String, byte[]> objects = new ConcurrentSkipListMap<>();

  private final HttpServer server;

  private EmbeddedS3(HttpServer server) {
    this.server = server;
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::answer);
    server.start();
  }

  /** On a port of the system's choice. */
  public static EmbeddedS3 start() {
    try {
      return new EmbeddedS3(
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What {@code AWS_ENDPOINT_URL_S3} is set to. */
  public String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  /** The names in a bucket, in their order. */
  public List<String> keys(String bucket) {
    return objects.keySet().stream()
        .filter(name -> name.startsWith(bucket + "/"))
        .map(name -> name.substring(bucket.length() + 1))
        .toList();
  }

  public byte[] object(String bucket, String key) {
    return objects.get(bucket + "/" + key);
  }

  public void clear() {
    objects.clear();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String name = exchange.getRequestURI().getPath().substring(1);
      Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
      if (!exchange.getRequestHeaders().containsKey("Authorization")
          && !query.containsKey("X-Amz-Signature")) {
        send(exchange, 403, error("AccessDenied"));
        return;
      }
      switch (exchange.getRequestMethod()) {
        case "PUT" -> {
          objects.put(name, exchange.getRequestBody().readAllBytes());
          send(exchange, 200, "");
        }
        case "GET" -> get(exchange, name, query);
        case "DELETE" -> {
          objects.remove(name);
          send(exchange, 204, "");
        }
        default -> send(exchange, 405, error("MethodNotAllowed"));
      }
    }
  }

  private void get(HttpExchange exchange, String name, Map<String, String> query)
      throws IOException {
    byte[] object = objects.get(name);
    if (query.containsKey("list-type")) {
      String bucket = name.replaceAll("/$", "");
      send(exchange, 200, listed(bucket, query.getOrDefault("prefix", "")));
    } else if (object == null) {
      send(exchange, 404, error("NoSuchKey"));
    } else {
      send(exchange, 200, object);
    }
  }

  private String listed(String bucket, String prefix) {
    String all =
        keys(bucket).stream()
            .filter(key -> key.startsWith(prefix))
            .limit(MOST_LISTED)
            .map(key ->
                "<Contents><Key>%s</Key><Size>%d</Size></Contents>"
                    .formatted(key, object(bucket, key).length))
            .collect(Collectors.joining());
    return "<ListBucketResult><Name>%s</Name><IsTruncated>false</IsTruncated>%s</ListBucketResult>"
        .formatted(bucket, all);
  }

  private static String error(String code) {
    return "<Error><Code>%s</Code><Message>%s</Message></Error>".formatted(code, code);
  }

  private static Map<String, String> query(String raw) {
    return raw == null
        ? Map.of()
        : Arrays.stream(raw.split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(
                Collectors.toMap(
                    pair -> decoded(pair[0]),
                    pair -> pair.length < 2 ? "" : decoded(pair[1]),
                    (first, _) -> first));
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", "application/xml");
    send(exchange, status, body.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, byte[] body) throws IOException {
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    if (body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
