package io.conserje.knowledge;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * What was lately worked out from a text and depends on nothing else: in one turn the same sentence
 * is looked at again and again. Forgets everything when it is full.
 */
public final class Lately<V> {

  private final int most;
  private final Function<String, V> workOut;
  private final Map<String, V> known = new ConcurrentHashMap<>();

  /**
   * @param workOut gives the same for the same text, and nothing that anybody changes
   */
  public Lately(int most, Function<String, V> workOut) {
    this.most = most;
    this.workOut = workOut;
  }

  public V of(String text) {
    V before = known.get(text);
    if (before != null) {
      return before;
    }
    V fresh = workOut.apply(text);
    if (known.size() >= most) {
      known.clear();
    }
    known.put(text, fresh);
    return fresh;
  }
}
