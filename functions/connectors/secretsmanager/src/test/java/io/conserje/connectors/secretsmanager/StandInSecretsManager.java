package io.conserje.connectors.secretsmanager;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micronaut.serde.ObjectMapper;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Speaks as much of the Secrets Manager's JSON protocol as reading a secret takes. */
final class StandInSecretsManager implements AutoCloseable {

  private final Map<String, String> secrets = new ConcurrentHashMap<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private final ObjectMapper.CloseableObjectMapper json = ObjectMapper.create(Map.of());
  private final HttpServer server;
  private volatile int failWith;

  StandInSecretsManager() throws IOException {
    server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  String endpoint() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  void put(String name, String secret) {
    secrets.put(name, secret);
  }

  /** The names of the secrets asked for so far. */
  List<String> asked() {
    return asked;
  }

  /** Every call from now on is answered with this status; 0 = as usual. */
  void failWith(int status) {
    failWith = status;
  }

  private void answer(HttpExchange exchange) throws IOException {
    Map<?, ?> request = json.readValue(exchange.getRequestBody().readAllBytes(), Map.class);
    String name = request.get("SecretId").toString();
    asked.add(name);
    if (failWith > 0) {
      send(exchange, failWith, Map.of("__type", "InternalServiceError"));
    } else if (!exchange.getRequestHeaders().getFirst("X-Amz-Target").endsWith(".GetSecretValue")) {
      send(exchange, 400, Map.of("__type", "InvalidRequestException"));
    } else if (secrets.containsKey(name)) {
      send(exchange, 200, Map.of("Name", name, "SecretString", secrets.get(name)));
    } else {
      send(exchange, 400, Map.of("__type", "ResourceNotFoundException"));
    }
  }

  private void send(HttpExchange exchange, int status, Map<String, String> body)
      throws IOException {
    byte[] bytes = json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/x-amz-json-1.1");
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  @Override
  public void close() {
    server.stop(0);
    json.close();
  }
}
