package io.conserje.conversations;

import io.conserje.conversations.Played.TurnTime;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What was played, for people and, last, for machines. */
record Report(String model, List<Played> played, List<SlotAccuracy> slots) {

  /**
   * @param show {@code worked} or {@code untouched}: whose conversations to print in full where
   *     something was not as it must be; of the untouched nothing is shown unless it is asked for
   */
  void print(PrintStream out, String show) {
    played.stream()
        .filter(p -> !p.finished() || !p.wrongFacts().isEmpty())
        .forEach(p -> failed(out, p, show));
    out.printf(
        Locale.ROOT,
        "%-10s %-10s | %9s | %8s | %8s | %5s | %5s | %6s | %6s%n",
        "part",
        "category",
        "scenarios",
        "finished",
        "per cent",
        "turns",
        "wrong",
        "p50 ms",
        "p99 ms");
    splits()
        .forEach((split, of) -> {
          Map<String, List<Played>> categories =
              of.stream()
                  .collect(
                      Collectors.groupingBy(
                          p -> p.scenario().category(), TreeMap::new, Collectors.toList()));
          categories.forEach((category, some) -> row(out, split, category, some));
          row(out, split, "all", of);
        });
    slots.forEach(s -> {
      if (show.equals(s.split())) {
        s.mistakes().forEach(mistake -> out.println("    " + mistake));
      }
      slots(out, s);
    });
    quarters(out);
    slowest(out);
    long unplayable = played.stream().filter(p -> !p.playable()).count();
    if (unplayable > 0) {
      out.println(unplayable + " not playable yet: they need staff who take over");
    }
    out.println(json());
  }

  /** How turns became faster as the machine's compilers learnt what is run often. */
  private void quarters(PrintStream out) {
    int quarter = (played.size() + 3) / 4;
    for (int from = 0; from < played.size(); from += quarter) {
      List<Played> some = played.subList(from, Math.min(played.size(), from + quarter));
      out.printf(
          Locale.ROOT,
          "played %d to %d | p50 %.1f ms, p99 %.1f ms%n",
          from + 1,
          from + some.size(),
          percentile(some, 0.5),
          percentile(some, 0.99));
    }
  }

  /** The slowest turns of the worked part, as many as {@code -Dslow} says. */
  private void slowest(PrintStream out) {
    played.stream()
        .filter(p -> !p.scenario().untouched())
        .flatMap(p -> p.times().stream())
        .sorted(Comparator.comparingLong(TurnTime::nanos).reversed())
        .limit(Integer.getInteger("slow", 0))
        .forEach(t -> out.printf(Locale.ROOT, "%6.1f ms | %s%n", t.millis(), t.said()));
  }

  private void failed(PrintStream out, Played p, String show) {
    Scenario scenario = p.scenario();
    String seed = p.seed() == 0 ? "" : " (seed " + p.seed() + ")";
    String what = p.playable() ? "" : ": not playable yet";
    out.println(
        scenario.file() + " | " + scenario.category() + " | " + scenario.title() + seed + what);
    boolean shown = !scenario.untouched() || show.equals("untouched");
    if (!shown) {
      return;
    }
    p.failures().forEach(failure -> out.println("    " + failure));
    p.wrongFacts().forEach(fact -> out.println("    WRONG: " + fact));
    if (show.equals(scenario.split())) {
      p.transcript().forEach(out::println);
    }
  }

  Map<String, List<Played>> splits() {
    Map<String, List<Played>> splits = new TreeMap<>(Comparator.reverseOrder());
    played.forEach(
        p -> splits.computeIfAbsent(p.scenario().split(), _ -> new ArrayList<>()).add(p));
    return splits;
  }

  private static void row(PrintStream out, String split, String category, List<Played> some) {
    List<Played> finished = some.stream().filter(Played::finished).toList();
    out.printf(
        Locale.ROOT,
        "%-10s %-10s | %9d | %8d | %8.1f | %5.1f | %5d | %6.1f | %6.1f%n",
        split,
        category,
        some.size(),
        finished.size(),
        100.0 * finished.size() / some.size(),
        finished.stream().mapToInt(Played::turns).average().orElse(0),
        wrongFacts(some),
        percentile(some, 0.5),
        percentile(some, 0.99));
  }

  static int wrongFacts(Collection<Played> some) {
    return some.stream().mapToInt(p -> p.wrongFacts().size()).sum();
  }

  /** Milliseconds. */
  static double percentile(List<Played> some, double part) {
    List<Double> all =
        some.stream().flatMap(p -> p.times().stream()).map(TurnTime::millis).sorted().toList();
    return all.isEmpty()
        ? 0
        : all.get(Math.min(all.size() - 1, (int) Math.ceil(part * all.size()) - 1));
  }

  private static void slots(PrintStream out, SlotAccuracy s) {
    out.printf(
        Locale.ROOT,
        "slots %-10s | %d sentences, %.1f %% without a mistake%n",
        s.split(),
        s.sentences(),
        100.0 * s.right() / Math.max(1, s.sentences()));
    s.slots()
        .forEach((slot, n) ->
            out.printf(
                Locale.ROOT,
                "    %-12s | %4d of %4d | %5.1f %%%n",
                slot,
                n[0],
                n[1],
                100.0 * n[0] / n[1]));
  }

  String json() {
    String splits =
        splits().entrySet().stream()
            .map(split ->
                String.format(
                    Locale.ROOT,
                    "{\"name\":\"%s\",\"scenarios\":%d,\"finished\":%d,\"wrong_facts\":%d,"
                        + "\"p50_ms\":%.1f,\"p99_ms\":%.1f}",
                    split.getKey(),
                    split.getValue().size(),
                    split.getValue().stream().filter(Played::finished).count(),
                    wrongFacts(split.getValue()),
                    percentile(split.getValue(), 0.5),
                    percentile(split.getValue(), 0.99)))
            .collect(Collectors.joining(","));
    String understood =
        slots.stream()
            .map(s ->
                String.format(
                    Locale.ROOT,
                    "{\"name\":\"%s\",\"sentences\":%d,\"right\":%d,\"accuracy\":{%s}}",
                    s.split(),
                    s.sentences(),
                    s.right(),
                    s.slots().entrySet().stream()
                        .map(e ->
                            String.format(
                                Locale.ROOT,
                                "\"%s\":%.3f",
                                e.getKey(),
                                e.getValue()[0] / (double) e.getValue()[1]))
                        .collect(Collectors.joining(","))))
            .collect(Collectors.joining(","));
    return "{\"bench\":\"conversations\",\"model\":\""
        + model
        + "\",\"splits\":["
        + splits
        + "],\"slots\":["
        + understood
        + "]}";
  }
}
