package io.conserje.connectors.lambda;

import java.util.Map;

/** Where secrets are kept: one per provider, keyed by the environment names. */
public interface Secrets {

  /** The values of a provider's secret; empty when there is none. */
  Map<String, String> of(String provider);

  /** Nothing is kept anywhere but in the environment. */
  static Secrets none() {
    return provider -> Map.of();
  }
}
