package io.conserje.sandbox.controls;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.conserje.sandbox.Json;
import io.conserje.sandbox.http.Answers;
import io.conserje.sandbox.http.Form;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The controls under {@code /_sim}. */
public final class Controls implements HttpHandler {

  private static final Logger LOG = LoggerFactory.getLogger(Controls.class);
  private final List<Control> controls;

  public Controls(List<ControlGroup> groups) {
    controls = groups.stream().flatMap(group -> group.controls().stream()).toList();
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Control.Reply reply = reply(exchange);
      Answers.json(exchange, reply.status(), reply.body());
    } catch (RuntimeException e) {
      // The server would only cut the connection.
      LOG.error("{} was not answered.", exchange.getRequestURI().getPath(), e);
    }
  }

  private Control.Reply reply(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String path = exchange.getRequestURI().getPath();
    List<Control> here = controls.stream().filter(c -> c.path().equals(path)).toList();
    return here.stream()
        .filter(control -> control.method().equals(exchange.getRequestMethod()))
        .findFirst()
        .map(control -> run(control, exchange, body))
        .orElseGet(() -> unknown(path, here));
  }

  private static Control.Reply run(Control control, HttpExchange exchange, byte[] body) {
    try {
      Form query = Form.parse(exchange.getRequestURI().getRawQuery());
      return control.action().run(json(body), query);
    } catch (IllegalArgumentException e) {
      return new Control.Reply(
          400, Map.of("error", String.valueOf(e.getMessage()), "expected", control.expected()));
    } catch (RuntimeException e) {
      LOG.error("{} {} failed.", control.method(), control.path(), e);
      return new Control.Reply(500, Map.of("error", e.toString()));
    }
  }

  private static JsonNode json(byte[] body) {
    String text = new String(body, StandardCharsets.UTF_8).strip();
    JsonNode json = text.isEmpty() ? Json.object() : Json.read(text);
    if (!json.isObject()) {
      throw new IllegalArgumentException("The body is no JSON object.");
    }
    return json;
  }

  private Control.Reply unknown(String path, List<Control> here) {
    String known =
        (here.isEmpty() ? controls : here)
            .stream().map(c -> c.method() + " " + c.path()).collect(Collectors.joining(", "));
    return here.isEmpty()
        ? new Control.Reply(404, Map.of("error", path + " is unknown here.", "known", known))
        : new Control.Reply(405, Map.of("error", path + " has another method.", "known", known));
  }
}
