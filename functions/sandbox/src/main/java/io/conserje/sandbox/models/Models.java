package io.conserje.sandbox.models;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import io.conserje.sandbox.Activity;
import io.conserje.sandbox.SandboxSettings;
import io.conserje.sandbox.providers.Faults;
import io.conserje.sandbox.providers.RequestLog;
import io.conserje.sandbox.voice.Ear;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The simulated providers of language models, by the paths of their own hosts. */
public final class Models implements HttpHandler {

  /** What each of them can be asked, by the names of the controls. */
  public static final Set<String> OPERATIONS =
      Set.of(SimulatedChat.COMPLETE, SimulatedTranscription.OPERATION, SimulatedSpeech.OPERATION);

  private static final Map<String, String> PATHS = Map.of("openai", "/v1/", "groq", "/openai/v1/");

  private final Map<String, SimulatedChat> providers = new LinkedHashMap<>();
  private final Map<String, AudioEndpoint> audio = new LinkedHashMap<>();
  private final Scripts scripts = new Scripts();

  public Models(SandboxSettings settings, RequestLog requests, Faults faults, Activity activity) {
    Ear ear = new Ear();
    PATHS.forEach((name, path) -> {
      providers.put(
          name, new SimulatedChat(name, path, settings, requests, faults, activity, scripts));
      audio.put(
          path + SimulatedTranscription.PATH,
          new AudioEndpoint(
              name,
              SimulatedTranscription.OPERATION,
              settings,
              requests,
              faults,
              activity,
              new SimulatedTranscription(ear)));
      audio.put(
          path + SimulatedSpeech.PATH,
          new AudioEndpoint(
              name,
              SimulatedSpeech.OPERATION,
              settings,
              requests,
              faults,
              activity,
              new SimulatedSpeech()));
    });
  }

  /** What is to be answered. */
  public Scripts scripts() {
    return scripts;
  }

  public static boolean serves(String path) {
    return PATHS.values().stream().anyMatch(path::startsWith);
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String name = path.startsWith(PATHS.get("groq")) ? "groq" : "openai";
    if (audio.containsKey(path)) {
      audio.get(path).handle(exchange);
    } else {
      providers.get(name).handle(exchange);
    }
  }
}
