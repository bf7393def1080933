package io.conserje.sandbox.twilio;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** A call while it lasts, as Twilio's API lets it be told what to do next. */
final class LiveLeg {

  private CompletableFuture<Optional<List<TwimlVerb>>> told = new CompletableFuture<>();

  /** Those that last, by their ids. */
  static final class All {
    private final Map<String, LiveLeg> legs = new ConcurrentHashMap<>();

    LiveLeg begin(String sid) {
      return legs.computeIfAbsent(sid, _ -> new LiveLeg());
    }

    Optional<LiveLeg> find(String sid) {
      return Optional.ofNullable(legs.get(sid));
    }

    void end(String sid) {
      legs.remove(sid);
    }

    void clear() {
      legs.clear();
    }
  }

  /** Empty: it is to end. */
  synchronized void tell(Optional<List<TwimlVerb>> verbs) {
    told.complete(verbs);
  }

  /** What it is told next, or is told already. */
  synchronized CompletableFuture<Optional<List<TwimlVerb>>> told() {
    return told;
  }

  synchronized void obeyed() {
    told = new CompletableFuture<>();
  }
}
