package io.conserje.sandbox;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.conserje.sandbox.http.Answers;
import io.conserje.sandbox.queues.Queues;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Secrets Manager's {@code GetSecretValue}, over the AWS JSON protocol. It holds nothing unless
 * told.
 */
public final class SecretsManagerStandIn implements HttpHandler {

  private static final String TYPE = "application/x-amz-json-1.1";
  private static final String TARGET = "secretsmanager.GetSecretValue";

  private final Map<String, String> secrets = new ConcurrentHashMap<>();

  /** A null takes the secret away. */
  public void put(String name, String value) {
    if (value == null) {
      secrets.remove(name);
    } else {
      secrets.put(name, value);
    }
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      if (!TARGET.equals(exchange.getRequestHeaders().getFirst("X-Amz-Target"))) {
        refuse(exchange, "UnknownOperationException", "Only GetSecretValue is known here.");
        return;
      }
      String name = Json.read(body).path("SecretId").asText();
      String value = secrets.get(name);
      if (value == null) {
        refuse(
            exchange,
            "ResourceNotFoundException",
            "Secrets Manager can't find the specified secret.");
        return;
      }
      Answers.text(exchange, 200, TYPE, Json.write(found(name, value)));
    }
  }

  private static ObjectNode found(String name, String value) {
    return Json.object()
        .put(
            "ARN",
            "arn:aws:secretsmanager:" + Queues.REGION + ":" + Queues.ACCOUNT + ":secret:" + name)
        .put("Name", name)
        .put("VersionId", "00000000-0000-4000-8000-000000000001")
        .put("SecretString", value);
  }

  private static void refuse(HttpExchange exchange, String type, String message)
      throws IOException {
    String body = Json.write(Json.object().put("__type", type).put("message", message));
    Answers.text(exchange, 400, TYPE, body);
  }
}
