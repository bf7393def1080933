package io.conserje.connectors.twilio;

import java.util.List;
import java.util.stream.Stream;

/**
 * Whose account sends, and where to.
 *
 * @param authToken {@code primary,secondary} during a rotation; the first one sends, the others
 *     where Twilio refuses it
 * @param baseUrl in place of {@code https://api.twilio.com}; null or blank for Twilio itself
 * @param publicBaseUrl where Twilio reaches us for status callbacks
 */
public record TwilioAccount(
    String accountSid, String authToken, String baseUrl, String publicBaseUrl) {

  private static final String TWILIO = "https://api.twilio.com";

  public TwilioAccount {
    baseUrl = withoutSlash(baseUrl == null || baseUrl.isBlank() ? TWILIO : baseUrl);
    publicBaseUrl = withoutSlash(publicBaseUrl);
  }

  String sendingToken() {
    return tokens().findFirst().orElse("");
  }

  List<String> otherTokens() {
    return tokens().skip(1).toList();
  }

  private Stream<String> tokens() {
    return Stream.of(authToken.split(",")).map(String::strip);
  }

  /** The token stays out of logs. */
  @Override
  public String toString() {
    return "TwilioAccount[" + accountSid + " at " + baseUrl + "]";
  }

  private static String withoutSlash(String url) {
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
