package io.conserje.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Everything that is written to standard output meanwhile, which goes on as before. */
final class Overheard extends PrintStream {

  private final PrintStream before;
  private final Queue<String> lines = new ConcurrentLinkedQueue<>();
  private volatile boolean over;

  private Overheard(PrintStream before) {
    super(before, true, StandardCharsets.UTF_8);
    this.before = before;
  }

  static Overheard begin() {
    Overheard overheard = new Overheard(System.out);
    System.setOut(overheard);
    return overheard;
  }

  @Override
  public void println(String line) {
    before.println(line);
    if (!over) {
      lines.add(String.valueOf(line));
    }
  }

  List<String> all() {
    return List.copyOf(lines);
  }

  List<JsonNode> json() {
    return lines.stream()
        .filter(line -> line.startsWith("{\"timestamp\""))
        .map(Json::read)
        .toList();
  }

  /** What went wrong, as the functions' own lines tell it. */
  List<String> faults() {
    return lines.stream()
        .filter(line -> line.contains("\"level\":\"ERROR\"") || line.contains("\"fault\":"))
        .toList();
  }

  /** Standard output itself stays open. */
  @Override
  public void close() {
    over = true;
    if (System.out == this) {
      System.setOut(before);
    }
  }
}
