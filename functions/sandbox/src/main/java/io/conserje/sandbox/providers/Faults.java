package io.conserje.sandbox.providers;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The faults in force, used up in the order they were asked for. */
public final class Faults {

  private final List<Standing> standing = new ArrayList<>();

  /** A fault with how often it is still to happen; null: until it is taken away. */
  public record Standing(Fault fault, Integer times) {}

  public synchronized void add(Fault fault, Integer times) {
    standing.add(new Standing(fault, times));
  }

  public synchronized void clear(String provider) {
    standing.removeIf(s -> provider == null || provider.equals(s.fault().provider()));
  }

  public synchronized List<Standing> all() {
    return List.copyOf(standing);
  }

  /** The next fault of one of these kinds, counted as happened. */
  public synchronized Optional<Fault> take(
      String provider, String operation, Set<Fault.Kind> kinds) {
    for (int i = 0; i < standing.size(); i++) {
      Fault fault = standing.get(i).fault();
      boolean here = fault.provider().equals(provider) && fault.fits(operation);
      if (here && kinds.contains(fault.kind())) {
        use(i);
        return Optional.of(fault);
      }
    }
    return Optional.empty();
  }

  private void use(int i) {
    Standing used = standing.get(i);
    if (used.times() != null && used.times() <= 1) {
      standing.remove(i);
    } else if (used.times() != null) {
      standing.set(i, new Standing(used.fault(), used.times() - 1));
    }
  }
}
