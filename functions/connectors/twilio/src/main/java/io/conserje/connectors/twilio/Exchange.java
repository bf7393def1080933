package io.conserje.connectors.twilio;

import com.twilio.constant.EnumConstants.ContentType;
import com.twilio.exception.ApiConnectionException;
import com.twilio.exception.ApiException;
import com.twilio.http.HttpClient;
import com.twilio.http.HttpUtility;
import com.twilio.http.Request;
import com.twilio.http.Response;
import io.conserje.connectors.http.WholeAnswer;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * The SDK's requests over the JDK's client, for one call of the SDK. It remembers the last answer,
 * because the SDK's exceptions carry no headers.
 */
final class Exchange extends HttpClient {

  private static final int UNAUTHORIZED = 401;

  private final java.net.http.HttpClient connections;
  private final TwilioAccount account;
  private final Duration timeout;
  private HttpResponse<String> last;

  Exchange(java.net.http.HttpClient connections, TwilioAccount account, Duration timeout) {
    this.connections = connections;
    this.account = account;
    this.timeout = timeout;
  }

  /**
   * One try only: the SDK's own would repeat a POST after a 5xx, and the guest would read a reply
   * twice.
   */
  @Override
  public Response reliableRequest(Request request) {
    return makeRequest(request);
  }

  /** The SDK would read a redirect as success. */
  @Override
  public Response makeRequest(Request request) {
    last = null;
    last = withAnyToken(request);
    if (last.statusCode() / 100 == 3) {
      throw new ApiException(
          "sent on to another address, which is not followed.", last.statusCode());
    }
    return new Response(last.body(), last.statusCode());
  }

  /**
   * In a rotation one of the tokens is no longer, or not yet, Twilio's. What was answered 401 was
   * not taken.
   */
  private HttpResponse<String> withAnyToken(Request request) {
    HttpResponse<String> answer = complete(translate(request));
    for (String token : account.otherTokens()) {
      if (answer.statusCode() == UNAUTHORIZED) {
        request.setAuth(account.accountSid(), token);
        answer = complete(translate(request));
      }
    }
    return answer;
  }

  /** The last answer; empty when there was none. */
  Optional<HttpResponse<String>> answer() {
    return Optional.ofNullable(last);
  }

  private HttpRequest translate(Request request) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(at(request))
            .header("Accept", "application/json")
            .header("User-Agent", HttpUtility.getUserAgentString(List.of()));
    if (request.requiresAuthentication()) {
      builder.header("Authorization", request.getAuthString());
    }
    request
        .getHeaderParams()
        .forEach((name, values) -> values.forEach(v -> builder.header(name, v)));
    return withBody(builder, request).build();
  }

  private URI at(Request request) {
    URI url = URI.create(request.constructURL().toString());
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    return URI.create(account.baseUrl() + url.getRawPath() + query);
  }

  private static HttpRequest.Builder withBody(HttpRequest.Builder builder, Request request) {
    return switch (request.getMethod()) {
      case POST ->
          builder
              .header("Content-Type", ContentType.FORM_URLENCODED.getValue())
              .POST(BodyPublishers.ofString(request.encodeFormBody()));
      case GET -> builder.GET();
      default ->
          throw new UnsupportedOperationException(
              request.getMethod() + " is not needed for messages.");
    };
  }

  private HttpResponse<String> complete(HttpRequest request) {
    try {
      return WholeAnswer.of(
          connections, request, BodyHandlers.ofString(StandardCharsets.UTF_8), timeout);
    } catch (WholeAnswer.NoAnswer e) {
      throw new ApiConnectionException(e.getMessage(), e);
    }
  }
}
