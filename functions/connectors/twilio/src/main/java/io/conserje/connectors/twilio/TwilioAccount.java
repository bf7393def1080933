package io.conserje.connectors.twilio;

import io.conserje.connectors.http.WholeAnswer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
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
  private static final int UNAUTHORIZED = 401;

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

  /** A GET with these credentials. */
  interface Asked<T> {

    /**
     * @param authorization the header
     */
    HttpResponse<T> with(String authorization) throws WholeAnswer.NoAnswer;
  }

  /** In a rotation one of the tokens is no longer, or not yet, Twilio's. */
  <T> HttpResponse<T> withAnyToken(Asked<T> asked) throws WholeAnswer.NoAnswer {
    HttpResponse<T> answer = asked.with(basic(sendingToken()));
    for (String token : otherTokens()) {
      if (answer.statusCode() == UNAUTHORIZED) {
        answer = asked.with(basic(token));
      }
    }
    return answer;
  }

  private String basic(String token) {
    byte[] pair = (accountSid + ":" + token).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
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
