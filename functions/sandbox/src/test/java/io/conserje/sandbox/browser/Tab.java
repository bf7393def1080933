package io.conserje.sandbox.browser;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.sandbox.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** One page in a browser: what a guest does there, and what the browser complains of. */
public final class Tab implements WebSocket.Listener, AutoCloseable {

  private static final int PATIENCE_SECONDS = 90;
  private static final int BETWEEN_LOOKS_MS = 50;

  private final AtomicInteger ids = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> asked = new ConcurrentHashMap<>();
  private final StringBuilder arriving = new StringBuilder();
  private WebSocket socket;

  /** Errors, warnings and refused things, in the browser's words. */
  public final List<String> complaints = new CopyOnWriteArrayList<>();

  private Tab() {}

  static Tab of(HttpClient http, URI address) {
    Tab tab = new Tab();
    tab.socket = http.newWebSocketBuilder().buildAsync(address, tab).join();
    for (String domain : List.of("Page", "Runtime", "Log", "Accessibility", "Network")) {
      tab.ask(domain + ".enable", Map.of());
    }
    return tab;
  }

  @Override
  public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    arriving.append(data);
    if (last) {
      JsonNode message = Json.read(arriving.toString());
      arriving.setLength(0);
      hear(message);
    }
    from.request(1);
    return null;
  }

  private void hear(JsonNode message) {
    CompletableFuture<JsonNode> answer = asked.remove(message.path("id").asInt());
    if (answer != null) {
      answer.complete(message);
      return;
    }
    JsonNode told = message.path("params");
    switch (message.path("method").asText()) {
      case "Log.entryAdded" -> complaints.add(told.path("entry").path("text").asText());
      case "Runtime.exceptionThrown" -> complaints.add(told.path("exceptionDetails").toString());
      case "Runtime.consoleAPICalled" -> complaints.add(told.path("args").toString());
      default -> {}
    }
  }

  public JsonNode ask(String method, Map<String, Object> parameters) {
    ObjectNode command = Json.object();
    int id = ids.incrementAndGet();
    command.put("id", id).put("method", method).set("params", Json.of(parameters));
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    asked.put(id, answer);
    synchronized (this) {
      socket.sendText(command.toString(), true).join();
    }
    JsonNode result = answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    if (result.has("error")) {
      throw new IllegalStateException(method + ": " + result.path("error"));
    }
    return result.path("result");
  }

  public void size(int width, int height, boolean phone) {
    ask(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", phone));
  }

  /** The page that is left is marked: it may have the same address and still be there. */
  public void go(String url) {
    value("window.left = true");
    ask("Page.navigate", Map.of("url", url));
    until("!window.left && location.href === '" + url + "' && document.readyState === 'complete'");
  }

  public void offline(boolean away) {
    ask(
        "Network.emulateNetworkConditions",
        Map.of("offline", away, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
  }

  /** What an expression is worth; a promise is waited for. */
  public JsonNode value(String expression) {
    JsonNode result =
        ask(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    if (result.has("exceptionDetails")) {
      throw new IllegalStateException(expression + ": " + result.path("exceptionDetails"));
    }
    return result.path("result").path("value");
  }

  public String text(String expression) {
    return value(expression).asText();
  }

  /** Waits until an expression is true. */
  public void until(String expression) {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
    while (!isTrue(expression)) {
      if (System.nanoTime() - end > 0) {
        throw new AssertionError("Never came true: " + expression + "; " + complaints);
      }
      try {
        TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS_MS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException(e);
      }
    }
  }

  /** A page that is just being left is not asked. */
  private boolean isTrue(String expression) {
    try {
      return value(expression).asBoolean();
    } catch (IllegalStateException navigating) {
      return false;
    }
  }

  public void write(String text) {
    ask("Input.insertText", Map.of("text", text));
  }

  /**
   * @param key as {@code Tab}, {@code Enter} or {@code Escape}
   */
  public void press(String key) {
    press(key, 0);
  }

  public void pressWithShift(String key) {
    press(key, 8);
  }

  private void press(String key, int modifiers) {
    int code = Map.of("Tab", 9, "Enter", 13, "Escape", 27, " ", 32).get(key);
    String text = key.equals("Enter") ? "\r" : key.equals(" ") ? " " : "";
    Map<String, Object> down =
        Map.of(
            "type", text.isEmpty() ? "rawKeyDown" : "keyDown",
            "key", key,
            "code", key.equals(" ") ? "Space" : key,
            "windowsVirtualKeyCode", code,
            "modifiers", modifiers,
            "text", text);
    ask("Input.dispatchKeyEvent", down);
    ask(
        "Input.dispatchKeyEvent",
        Map.of("type", "keyUp", "key", key, "windowsVirtualKeyCode", code, "modifiers", modifiers));
  }

  public void screenshot(Path file) {
    String data = ask("Page.captureScreenshot", Map.of("format", "png")).path("data").asText();
    try {
      Files.write(file, Base64.getDecoder().decode(data));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Its page is gone afterwards: a page that is left open goes on writing into the browser's store.
   */
  @Override
  public void close() {
    try {
      ask("Page.close", Map.of());
    } catch (CompletionException alreadyGone) {
      // as wished
    }
    socket.abort();
  }
}
