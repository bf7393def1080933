package io.conserje.sandbox.twilio;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Conferences by their names: whoever comes waits until one comes who starts it. It ends when one
 * leaves whose leaving ends it.
 */
final class Conference {

  private final CompletableFuture<Void> started = new CompletableFuture<>();
  private final CompletableFuture<Void> ended = new CompletableFuture<>();

  /** All that are held. */
  static final class Rooms {
    private final Map<String, Conference> rooms = new ConcurrentHashMap<>();

    Conference named(String name) {
      return rooms.computeIfAbsent(name, _ -> new Conference());
    }

    void clear() {
      rooms.clear();
    }
  }

  void enter(boolean starts) {
    if (starts) {
      started.complete(null);
    }
  }

  CompletableFuture<Void> started() {
    return started;
  }

  CompletableFuture<Void> ended() {
    return ended;
  }

  void end() {
    ended.complete(null);
  }
}
