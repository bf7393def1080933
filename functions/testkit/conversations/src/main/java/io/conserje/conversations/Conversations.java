package io.conserje.conversations;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Plays every scenario against the chosen model and prints how it did: for people a table, last a
 * line for machines.
 */
public final class Conversations {

  /** Scenarios after which what is loaded and compiled once is no part of a turn any more. */
  private static final int WARM_UP = Integer.getInteger("warm", 25);

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
    List<Played> played = play(Scenarios.read(only), Models.named(model, System.getenv()), WARM_UP);
    new Report(model, played, only.isEmpty() ? SlotAccuracy.measure() : List.of()).print(out, show);
  }

  static List<Played> play(List<Scenario> scenarios, Map<String, String> model, int warmUp) {
    try (World world = new World(model)) {
      Player player = new Player(world);
      scenarios.stream()
          .filter(scenario -> !scenario.untouched())
          .limit(warmUp)
          .forEach(scenario -> player.play(scenario, 1));
      List<Played> played = new ArrayList<>();
      for (Scenario scenario : scenarios) {
        for (int seed = 1; seed <= scenario.seeds(); seed++) {
          played.add(player.play(scenario, scenario.goal() == null ? 0 : seed));
        }
      }
      return played;
    }
  }
}
