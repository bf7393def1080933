package io.conserje.sandbox.demo;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.names.Variable;
import io.conserje.sandbox.Json;
import io.conserje.sandbox.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/** The house's public API, as its owner's own programs would call it. */
final class HouseApi implements AutoCloseable {

  private final Sandbox sandbox;
  private final HttpClient http = HttpClient.newHttpClient();

  HouseApi(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  JsonNode reservations(String venue, LocalDate date) {
    return get("/api/reservations?venue=" + venue + "&date=" + date).path("reservations");
  }

  /** The conversation with a guest, its messages included; missing if there is none. */
  JsonNode conversation(String venue, String address) {
    String encoded = URLEncoder.encode(address, StandardCharsets.UTF_8);
    JsonNode all = get("/api/conversations?venue=" + venue + "&address=" + encoded);
    JsonNode first = all.path("conversations").path(0);
    return first.has("id") ? get("/api/conversations/" + first.get("id").asText()) : first;
  }

  /** The newest call of a guest on a day, with what was said; missing if there is none. */
  JsonNode call(String venue, LocalDate date, String from) {
    for (JsonNode call : get("/api/calls?venue=" + venue + "&date=" + date).path("calls")) {
      if (call.path("from").asText().equals(from)) {
        return get("/api/calls/" + call.path("id").asText());
      }
    }
    return Json.object().path("missing");
  }

  JsonNode stays(String venue, LocalDate from, LocalDate to) {
    return get("/api/stays?venue=" + venue + "&from=" + from + "&to=" + to).path("stays");
  }

  /** What the house answers to a message in its web chat. */
  JsonNode chat(JsonNode message) {
    return send(
        "POST /webchat/messages",
        HttpRequest.newBuilder(URI.create(sandbox.gateway() + "/webchat/messages"))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(message.toString()))
            .build());
  }

  private JsonNode get(String path) {
    return send(
        "GET " + path,
        HttpRequest.newBuilder(URI.create(sandbox.gateway() + path))
            .header("Authorization", "Bearer " + sandbox.settings().get(Variable.ADMIN_API_KEY))
            .build());
  }

  private JsonNode send(String what, HttpRequest request) {
    try {
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new IllegalStateException(
            what + " answered " + answer.statusCode() + ": " + answer.body());
      }
      return Json.read(answer.body());
    } catch (IOException e) {
      throw new UncheckedIOException(what + " was not answered.", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    http.close();
  }
}
