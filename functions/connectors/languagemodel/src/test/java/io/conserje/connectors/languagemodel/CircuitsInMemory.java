package io.conserje.connectors.languagemodel;

import io.conserje.outbound.Circuit;
import io.conserje.outbound.Circuits;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Circuits of one test. */
final class CircuitsInMemory implements Circuits {

  private final Map<String, Circuit> circuits = new HashMap<>();

  @Override
  public Circuit of(String provider) {
    return circuits.getOrDefault(provider, Circuit.CLOSED);
  }

  @Override
  public Changed change(String provider, UnaryOperator<Circuit> change) {
    Circuit before = of(provider);
    Circuit after = change.apply(before);
    circuits.put(provider, after);
    return new Changed(before, after);
  }
}
