package io.conserje.sandbox.pages;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.conserje.sandbox.http.Answers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A telephone in the browser: whoever opens it talks with a house by microphone. */
public final class TelephonePage implements HttpHandler {

  public static final String PATH = "/telephone";

  private static final Map<String, String> TYPES =
      Map.of(
          "telephone.html", "text/html; charset=utf-8",
          "telephone.css", "text/css; charset=utf-8",
          "telephone.js", "text/javascript; charset=utf-8",
          "microphone.js", "text/javascript; charset=utf-8");

  /** Nothing inline and nothing from elsewhere, but the host of calls on its own port. */
  private static final String POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self' ws: wss:;"
          + " base-uri 'none'; form-action 'none'";

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      String name = path.equals(PATH) ? "telephone.html" : path.substring(PATH.length() + 1);
      if (TYPES.containsKey(name)) {
        exchange.getResponseHeaders().set("Content-Security-Policy", POLICY);
        Answers.text(exchange, 200, TYPES.get(name), file(name));
      } else {
        Answers.text(exchange, 404, "text/plain; charset=utf-8", PATH);
      }
    }
  }

  private static String file(String name) {
    try (InputStream file = TelephonePage.class.getResourceAsStream("/telephone/" + name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
