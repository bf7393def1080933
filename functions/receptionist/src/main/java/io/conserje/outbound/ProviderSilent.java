package io.conserje.outbound;

/**
 * The provider could not be asked what it has. Nothing is known, so nothing may be sent again yet:
 * ask later.
 */
public final class ProviderSilent extends RuntimeException {

  public ProviderSilent(String provider, String reason, Throwable cause) {
    super(
        provider + " did not say what it has (" + reason + "). Asked again before the next try.",
        cause);
  }
}
