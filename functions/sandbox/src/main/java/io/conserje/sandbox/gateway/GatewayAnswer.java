package io.conserje.sandbox.gateway;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import io.conserje.sandbox.Json;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/**
 * What API Gateway makes of a function's answer, format 2.0. {@code multiValueHeaders} are not
 * known there and ignored.
 */
record GatewayAnswer(int status, Headers headers, byte[] body) {

  private static final Set<String> OWN =
      Set.of("connection", "content-length", "keep-alive", "transfer-encoding", "date");
  private static final String STATUS = "statusCode";

  /** Throws an {@link IllegalArgumentException} for what the gateway would not understand. */
  static GatewayAnswer of(String json) {
    JsonNode answer = Json.read(json);
    if (!answer.has(STATUS)) {
      return inferred(json, answer);
    }
    Headers headers = new Headers();
    answer.path("headers").properties().forEach(e -> put(headers, e.getKey(), e.getValue()));
    answer.path("cookies").forEach(cookie -> headers.add("Set-Cookie", cookie.asText()));
    if (!headers.containsKey("Content-Type")) {
      headers.set("Content-Type", "text/plain;charset=UTF-8");
    }
    return new GatewayAnswer(status(answer.get(STATUS)), headers, body(answer));
  }

  /** An answer without a status is the body itself. */
  private static GatewayAnswer inferred(String json, JsonNode answer) {
    Headers headers = new Headers();
    headers.set("Content-Type", "application/json");
    String body = answer.isTextual() ? answer.asText() : json;
    return new GatewayAnswer(200, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  private static int status(JsonNode status) {
    int code = status.asInt();
    if (code < 200 || code > 599) {
      throw new IllegalArgumentException("No status code: " + status);
    }
    return code;
  }

  private static void put(Headers headers, String name, JsonNode value) {
    boolean gatewaysOwn = OWN.contains(name.toLowerCase(Locale.ROOT));
    if (!gatewaysOwn && !value.isNull() && value.isValueNode()) {
      headers.set(name, value.asText());
    }
  }

  private static byte[] body(JsonNode answer) {
    String body = answer.path("body").asText("");
    return answer.path("isBase64Encoded").asBoolean()
        ? Base64.getDecoder().decode(body)
        : body.getBytes(StandardCharsets.UTF_8);
  }
}
