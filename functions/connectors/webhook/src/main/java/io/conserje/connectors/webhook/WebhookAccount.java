package io.conserje.connectors.webhook;

import java.net.URI;
import java.util.Base64;
import java.util.Locale;
import java.util.Set;

/**
 * The programs that may be told, and what we sign with.
 *
 * @param secret {@code whsec_} and the key in base64, as Standard Webhooks writes it
 * @param origins {@code https://example.com}: a house's file may name no other, so that nobody who
 *     may edit it can have us ask around in our own network
 */
public record WebhookAccount(String secret, Set<String> origins) {

  private static final String PREFIX = "whsec_";

  public WebhookAccount {
    origins = Set.copyOf(origins);
  }

  boolean allows(URI address) {
    return origins.contains(origin(address));
  }

  /**
   * @throws IllegalArgumentException when the secret is no base64
   */
  byte[] key() {
    return Base64.getDecoder()
        .decode(secret.startsWith(PREFIX) ? secret.substring(PREFIX.length()) : secret);
  }

  private static String origin(URI address) {
    String host = String.valueOf(address.getHost()).toLowerCase(Locale.ROOT);
    String port = address.getPort() < 0 ? "" : ":" + address.getPort();
    return address.getScheme() + "://" + host + port;
  }

  /** The secret stays out of logs. */
  @Override
  public String toString() {
    return "WebhookAccount[" + origins + "]";
  }
}
