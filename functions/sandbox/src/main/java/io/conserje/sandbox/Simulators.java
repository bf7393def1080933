package io.conserje.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.function.Predicate;

/** What stands behind the simulator port: the controls, and the providers by their own paths. */
final class Simulators implements HttpHandler {

  private final List<Served> providers;
  private final HttpHandler controls;

  /** A provider and which paths are its own. */
  record Served(Predicate<String> path, HttpHandler by) {}

  Simulators(List<Served> providers, HttpHandler controls) {
    this.providers = providers;
    this.controls = controls;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    providers.stream()
        .filter(provider -> provider.path().test(path))
        .map(Served::by)
        .findFirst()
        .orElse(controls)
        .handle(exchange);
  }
}
