package io.conserje.sandbox.gateway;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.conserje.sandbox.http.Answers;
import io.conserje.sandbox.metrics.Measurements;
import java.io.IOException;

/** The gateway, and beside it {@code GET /metrics}: CloudWatch's part, which no function has. */
public final class FrontPort implements HttpHandler {

  private static final String TYPE = "text/plain; version=0.0.4; charset=utf-8";

  private final HttpHandler gateway;
  private final Measurements measurements;

  public FrontPort(HttpHandler gateway, Measurements measurements) {
    this.gateway = gateway;
    this.measurements = measurements;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    boolean metrics =
        exchange.getRequestMethod().equals("GET")
            && exchange.getRequestURI().getPath().equals("/metrics");
    if (!metrics) {
      gateway.handle(exchange);
      return;
    }
    try (exchange) {
      Answers.text(exchange, 200, TYPE, measurements.text());
    }
  }
}
