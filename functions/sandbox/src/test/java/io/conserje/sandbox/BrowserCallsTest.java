package io.conserje.sandbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The telephone page, its calls and their way to the host of the sound. */
@InSharedSandbox
class BrowserCallsTest {

  private static final String START =
      "{\"event\":\"start\",\"start\":{\"media_format\":{\"encoding\":\"L16\",\"sample_rate\":16000}}}";

  private static Sandbox sandbox;

  @BeforeAll
  static void open(Sandbox shared) {
    sandbox = shared;
    sandbox.carryCalls();
  }

  @Test
  void thePageCallsAndIsGreetedAndTheCallIsOverWithIt() throws Exception {
    JsonNode begun = begin();
    String page = sandbox.simulators().toString();
    CompletableFuture<String> sound = new CompletableFuture<>();
    try (HttpClient http = HttpClient.newHttpClient()) {
      assertThrows(
          CompletionException.class,
          () -> connect(http, begun, "https://evil.example.com", new CompletableFuture<>()));
      WebSocket socket = connect(http, begun, page, sound);
      socket.sendText(START, true).join();
      assertTrue(
          sound
              .get(60, TimeUnit.SECONDS)
              .startsWith("{\"event\":\"media\",\"media\":{\"payload\":\""));
      assertThrows(
          CompletionException.class,
          () -> connect(http, begun, page, new CompletableFuture<>()),
          "an address is good once");
      socket.sendText("{\"event\":\"stop\"}", true).join();
      socket.sendClose(1000, "").join();
    }
    String call = begun.path("call").asText();
    String query = "SELECT state FROM calls WHERE id = '" + call + "'";
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
    while (!sandbox.database().strings(query).getFirst().equals("ended")
        && System.nanoTime() < end) {
      Thread.sleep(50);
    }
    assertEquals("ended", sandbox.database().strings(query).getFirst());
  }

  @Test
  void thePageIsThereWithAllItsParts() throws Exception {
    for (String path :
        new String[] {
          "/telephone",
          "/telephone/telephone.js",
          "/telephone/microphone.js",
          "/telephone/telephone.css"
        }) {
      assertEquals(200, get(path).statusCode(), path);
    }
    assertEquals(404, get("/telephone/secret.js").statusCode());
  }

  private static HttpResponse<String> get(String path) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(
          HttpRequest.newBuilder(sandbox.simulators().resolve(path)).build(),
          HttpResponse.BodyHandlers.ofString());
    }
  }

  private static JsonNode begin() throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      HttpResponse<String> answer =
          http.send(
              HttpRequest.newBuilder(sandbox.simulators().resolve("/_sim/browser/calls"))
                  .POST(HttpRequest.BodyPublishers.ofString("{\"venue\":\"restaurante\"}"))
                  .build(),
              HttpResponse.BodyHandlers.ofString());
      assertEquals(200, answer.statusCode(), answer.body());
      return Json.read(answer.body());
    }
  }

  private static WebSocket connect(
      HttpClient http, JsonNode begun, String origin, CompletableFuture<String> first) {
    return http.newWebSocketBuilder()
        .header("Origin", origin)
        .buildAsync(
            URI.create(begun.path("address").asText()),
            new WebSocket.Listener() {
              private final StringBuilder text = new StringBuilder();

              @Override
              public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
                text.append(data);
                if (last) {
                  first.complete(text.toString());
                }
                socket.request(1);
                return null;
              }
            })
        .join();
  }
}
