package io.conserje.sandbox.controls;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.names.Variable;
import io.conserje.sandbox.Json;
import io.conserje.sandbox.SandboxSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;

/** Calls from the telephone page, which has no key: the sandbox asks the house's API for it. */
public final class BrowserControls implements ControlGroup {

  private static final String EXPECTED = "{\"venue\"?: \"restaurante\"}";

  private final SandboxSettings settings;
  private final URI gateway;

  public BrowserControls(SandboxSettings settings, URI gateway) {
    this.settings = settings;
    this.gateway = gateway;
  }

  @Override
  public List<Control> controls() {
    return List.of(
        new Control("POST", "/_sim/browser/calls", EXPECTED, (body, query) -> begin(body)));
  }

  private Control.Reply begin(JsonNode body) {
    String venue = Fields.of(body, "venue").text("venue", "restaurante");
    HttpRequest request =
        HttpRequest.newBuilder(gateway.resolve("/api/calls/browser"))
            .header("Authorization", "Bearer " + settings.get(Variable.ADMIN_API_KEY))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(Json.object().put("venue", venue).toString()))
            .build();
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      int status = answer.statusCode() == 201 ? 200 : answer.statusCode();
      return new Control.Reply(status, Json.read(answer.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
