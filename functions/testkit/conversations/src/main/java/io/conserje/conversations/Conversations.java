package io.conserje.conversations;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * Plays every scenario against the chosen model and prints how it did: for people a table, last a
 * line for machines.
 */
public final class Conversations {

  /** Scenarios after which what is loaded and compiled once is no part of a turn any more. */
  private static final int WARM_UP = Integer.getInteger("warm", 25);

  private static final int WORLDS = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

  private Conversations() {}

  public static void main(String[] arguments) {
    int status = 1;
    try {
      run();
      status = 0;
    } catch (RuntimeException | Error e) {
      e.printStackTrace();
    } finally {
      System.exit(status);
    }
  }

  private static void run() {
    String model = System.getProperty("model", "builtin");
    String only = System.getProperty("only", "");
    String show = System.getProperty("show", "");
    PrintStream out = System.out;
    System.setOut(new WithoutMetrics(out));
    int guests = Integer.getInteger("guests", 0);
    List<Scenario> scenarios =
        guests > 0
            ? Improvised.talks(
                guests, Long.getLong("seed", 1), only, System.getProperty("house", ""))
            : Scenarios.read(only);
    List<Played> played = play(scenarios, Models.named(model, System.getenv()), WARM_UP);
    boolean whole = only.isEmpty() && guests == 0;
    new Report(model, played, whole ? SlotAccuracy.measure() : List.of()).print(out, show);
  }

  /** One after the other, so that what a turn takes is its own. */
  static List<Played> play(List<Scenario> scenarios, Map<String, String> model, int warmUp) {
    try (World world = new World(model)) {
      Player player = new Player(world);
      scenarios.stream()
          .filter(scenario -> !scenario.untouched())
          .limit(warmUp)
          .forEach(scenario -> player.play(scenario, 1));
      return Part.all(scenarios).stream().map(part -> part.play(player)).toList();
    }
  }

  /** In several worlds at once, for whoever does not look at the time. In the same order. */
  static List<Played> playSideBySide(List<Scenario> scenarios, Map<String, String> model) {
    Queue<Part> left = new ConcurrentLinkedQueue<>(Part.all(scenarios));
    Map<Integer, Played> played = new ConcurrentSkipListMap<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(WORLDS)) {
      List<CompletableFuture<Void>> playing =
          Stream.generate(
                  () -> CompletableFuture.runAsync(() -> play(left, model, played), threads))
              .limit(WORLDS)
              .toList();
      playing.forEach(CompletableFuture::join);
    }
    return List.copyOf(played.values());
  }

  private static void play(
      Queue<Part> left, Map<String, String> model, Map<Integer, Played> played) {
    try (World world = new World(model)) {
      Player player = new Player(world);
      for (Part part = left.poll(); part != null; part = left.poll()) {
        played.put(part.number(), part.play(player));
      }
    }
  }

  /** A scenario, or one of the guests of a simulated one. */
  private record Part(int number, Scenario scenario, int seed) {

    static List<Part> all(List<Scenario> scenarios) {
      List<Part> all = new ArrayList<>();
      for (Scenario scenario : scenarios) {
        for (int seed = 1; seed <= scenario.seeds(); seed++) {
          all.add(new Part(all.size(), scenario, scenario.goal() == null ? 0 : seed));
        }
      }
      return all;
    }

    Played play(Player player) {
      return player.play(scenario, seed);
    }
  }
}
