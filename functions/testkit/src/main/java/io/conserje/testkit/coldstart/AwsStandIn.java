package io.conserje.testkit.coldstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What a function asks of AWS besides its queue: its secrets, and its credentials, as after a
 * restore.
 */
final class AwsStandIn implements AutoCloseable {

  private static final Pattern SECRET_ID = Pattern.compile("\"SecretId\"\\s*:\\s*\"([^\"]+)\"");

  private final HttpServer secretsManager;
  private final HttpServer credentials;
  private final Map<String, Map<String, String>> secrets;

  private AwsStandIn(
      HttpServer secretsManager, HttpServer credentials, Map<String, Map<String, String>> secrets) {
    this.secretsManager = secretsManager;
    this.credentials = credentials;
    this.secrets = secrets;
  }

  static AwsStandIn start(Map<String, Map<String, String>> secrets) {
    try {
      InetSocketAddress anyPort = new InetSocketAddress("127.0.0.1", 0);
      HttpServer secretsManager = HttpServer.create(anyPort, 0);
      HttpServer credentials = HttpServer.create(anyPort, 0);
      AwsStandIn standIn = new AwsStandIn(secretsManager, credentials, secrets);
      secretsManager.createContext("/", standIn::secret);
      credentials.createContext("/", standIn::credentials);
      for (HttpServer server : new HttpServer[] {secretsManager, credentials}) {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
      }
      return standIn;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  int secretsManagerPort() {
    return secretsManager.getAddress().getPort();
  }

  /** What {@code AWS_CONTAINER_CREDENTIALS_FULL_URI} is set to. */
  String credentialsUrl() {
    return "http://127.0.0.1:" + credentials.getAddress().getPort() + "/credentials";
  }

  @Override
  public void close() {
    secretsManager.stop(0);
    credentials.stop(0);
  }

  private void secret(HttpExchange exchange) throws IOException {
    String request = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
    Matcher id = SECRET_ID.matcher(request);
    if (id.find() && secrets.containsKey(id.group(1))) {
      String value = json(secrets.get(id.group(1))).replace("\"", "\\\"");
      send(
          exchange,
          200,
          "{\"Name\":\""
              + id.group(1)
              + "\",\"VersionId\":\"1\",\"SecretString\":\""
              + value
              + "\"}");
    } else {
      send(exchange, 400, "{\"__type\":\"ResourceNotFoundException\"}");
    }
  }

  private void credentials(HttpExchange exchange) throws IOException {
    send(
        exchange,
        200,
        json(
            Map.of(
                "AccessKeyId", "bench",
                "SecretAccessKey", "bench",
                "Token", "bench",
                "Expiration", "2100-01-01T00:00:00Z")));
  }

  private static void send(HttpExchange exchange, int status, String body) throws IOException {
    try (exchange) {
      byte[] bytes = body.getBytes(UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
      exchange.sendResponseHeaders(status, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private static String json(Map<String, String> values) {
    return values.entrySet().stream()
        .map(e -> "\"" + e.getKey() + "\":\"" + e.getValue() + "\"")
        .collect(Collectors.joining(",", "{", "}"));
  }
}
