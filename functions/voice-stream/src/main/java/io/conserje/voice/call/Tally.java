package io.conserje.voice.call;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What went wrong, or was thrown away, and was survived: counted by name, from any thread. */
public final class Tally {

  private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

  /**
   * @param name in lower case with underscores, for example {@code frame_unreadable}
   */
  public void count(String name) {
    add(name, 1);
  }

  public void add(String name, long times) {
    counts.computeIfAbsent(name, _ -> new LongAdder()).add(times);
  }

  public Map<String, Long> counts() {
    Map<String, Long> all = new TreeMap<>();
    counts.forEach((name, count) -> all.put(name, count.sum()));
    return all;
  }
}
