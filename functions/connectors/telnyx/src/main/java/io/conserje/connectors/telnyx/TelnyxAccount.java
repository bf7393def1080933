package io.conserje.connectors.telnyx;

import java.net.URI;

/**
 * Who asks Telnyx, and where.
 *
 * @param baseUrl in place of Telnyx's own; null or blank for Telnyx itself
 */
public record TelnyxAccount(String apiKey, String baseUrl) {

  private static final String TELNYX = "https://api.telnyx.com";
  private static final String VERSION = "/v2";

  URI at(String path) {
    String base = baseUrl == null || baseUrl.isBlank() ? TELNYX : baseUrl.replaceAll("/+$", "");
    return URI.create((base.endsWith(VERSION) ? base : base + VERSION) + path);
  }

  /** The key stays out of logs. */
  @Override
  public String toString() {
    return "TelnyxAccount[at " + baseUrl + "]";
  }
}
