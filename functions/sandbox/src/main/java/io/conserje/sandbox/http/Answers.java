package io.conserje.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import io.conserje.sandbox.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** Writing an answer. */
public final class Answers {

  private static final long NO_BODY = -1;

  private Answers() {}

  public static void json(HttpExchange exchange, int status, Object body) throws IOException {
    text(exchange, status, "application/json", Json.write(body));
  }

  public static void text(HttpExchange exchange, int status, String type, String body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    bytes(exchange, status, body.getBytes(StandardCharsets.UTF_8));
  }

  /** With the headers that are set already. */
  public static void bytes(HttpExchange exchange, int status, byte[] body) throws IOException {
    boolean none = body.length == 0 || status == 204 || status == 304;
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, none || head ? NO_BODY : body.length);
    if (!none && !head) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }
}
