package io.conserje.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.conserje.sandbox.controls.Controls;
import java.io.IOException;

/** What stands behind the simulator port: the controls, and the providers by their own paths. */
final class Simulators implements HttpHandler {

  private final HttpHandler twilio;
  private final Controls controls;

  Simulators(HttpHandler twilio, Controls controls) {
    this.twilio = twilio;
    this.controls = controls;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    boolean provider = exchange.getRequestURI().getPath().startsWith("/2010-04-01/");
    (provider ? twilio : controls).handle(exchange);
  }
}
