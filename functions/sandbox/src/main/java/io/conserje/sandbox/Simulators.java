package io.conserje.sandbox;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.conserje.sandbox.controls.Controls;
import io.conserje.sandbox.models.Models;
import io.conserje.sandbox.telnyx.SimulatedTelnyx;
import io.conserje.sandbox.twilio.Twilio;
import io.conserje.sandbox.vapi.SimulatedVapi;
import java.io.IOException;

/** What stands behind the simulator port: the controls, and the providers by their own paths. */
final class Simulators implements HttpHandler {

  private final HttpHandler twilio;
  private final HttpHandler telnyx;
  private final HttpHandler vapi;
  private final HttpHandler models;
  private final Controls controls;

  Simulators(
      HttpHandler twilio,
      HttpHandler telnyx,
      HttpHandler vapi,
      HttpHandler models,
      Controls controls) {
    this.twilio = twilio;
    this.telnyx = telnyx;
    this.vapi = vapi;
    this.models = models;
    this.controls = controls;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    of(exchange.getRequestURI().getPath()).handle(exchange);
  }

  private HttpHandler of(String path) {
    if (Twilio.serves(path)) {
      return twilio;
    }
    if (SimulatedTelnyx.serves(path)) {
      return telnyx;
    }
    if (SimulatedVapi.serves(path)) {
      return vapi;
    }
    return Models.serves(path) ? models : controls;
  }
}
