package io.conserje.simulated.speech;

import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** What is to go wrong, one visit after the other. */
public final class Troubles {

  private final Queue<Trouble> waiting = new ConcurrentLinkedQueue<>();

  public void add(Trouble trouble) {
    waiting.add(trouble);
  }

  public void clear() {
    waiting.clear();
  }

  Optional<Trouble> next() {
    return Optional.ofNullable(waiting.poll());
  }
}
