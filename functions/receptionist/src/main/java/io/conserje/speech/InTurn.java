package io.conserje.speech;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.function.Function;

/** Who is asked next, of those that hear or speak. */
final class InTurn<T> {

  private final Deque<T> left;
  private final Function<T, String> name;
  private final Circuits circuits;
  private final Deque<T> passedOver = new ArrayDeque<>();
  private boolean anybody;

  InTurn(Collection<T> all, Function<T, String> name, Circuits circuits) {
    this.left = new ArrayDeque<>(all);
    this.name = name;
    this.circuits = circuits;
  }

  /**
   * The next who is not known to be in trouble; one after the other of those who are, where there
   * is nobody else. Null for nobody.
   */
  T next() {
    while (!left.isEmpty()) {
      T next = left.poll();
      if (circuits.lets(name.apply(next))) {
        anybody = true;
        return next;
      }
      passedOver.add(next);
    }
    return anybody ? null : passedOver.poll();
  }
}
