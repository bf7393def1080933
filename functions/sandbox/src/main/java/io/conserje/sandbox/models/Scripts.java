package io.conserje.sandbox.models;

import com.fasterxml.jackson.databind.JsonNode;
import io.conserje.sandbox.Json;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;

/** What each model is to answer, one after the other; a model nobody told anything says so. */
public final class Scripts {

  public static final Set<String> PROVIDERS = Set.of("openai", "groq");

  private static final JsonNode UNTOLD =
      Json.object().put("text", "Soy un modelo simulado y nadie me ha dicho qué contestar.");

  private final Map<String, Queue<JsonNode>> waiting = new LinkedHashMap<>();

  public synchronized void add(String provider, Iterable<JsonNode> answers) {
    Queue<JsonNode> queue = waiting.computeIfAbsent(provider, p -> new ArrayDeque<>());
    answers.forEach(queue::add);
  }

  synchronized JsonNode next(String provider) {
    Queue<JsonNode> queue = waiting.getOrDefault(provider, new ArrayDeque<>());
    return queue.isEmpty() ? UNTOLD : queue.remove();
  }

  /** Not said yet. */
  public synchronized List<JsonNode> left(String provider) {
    return List.copyOf(waiting.getOrDefault(provider, new ArrayDeque<>()));
  }

  public synchronized void clear() {
    waiting.clear();
  }
}
