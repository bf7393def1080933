package io.conserje.connectors.lambda;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.micronaut.http.HttpRequest;
import io.micronaut.servlet.http.ServletHttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * A request as it came through the gateway. The framework's own view of it is decoded, merged and
 * joined.
 */
public record RawRequest(APIGatewayV2HTTPEvent event) {

  /** What the framework's request was made of. */
  public static RawRequest of(HttpRequest<?> request) {
    Object event = ((ServletHttpRequest<?, ?>) request).getNativeRequest();
    return new RawRequest((APIGatewayV2HTTPEvent) event);
  }

  /** All values of a header, whatever its case. */
  public List<String> header(String name) {
    Map<String, String> headers = event.getHeaders() == null ? Map.of() : event.getHeaders();
    return headers.entrySet().stream()
        .filter(e -> e.getKey().equalsIgnoreCase(name) && e.getValue() != null)
        .map(Map.Entry::getValue)
        .toList();
  }

  public boolean hasContentType(String type) {
    return header("content-type").stream()
        .map(value -> value.split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
        .anyMatch(type::equals);
  }

  /** Path and query with nothing decoded. */
  public String target() {
    return query().isEmpty() ? event.getRawPath() : event.getRawPath() + "?" + query();
  }

  public String query() {
    return event.getRawQueryString() == null ? "" : event.getRawQueryString();
  }

  /** How long the body is at least; known without decoding it. */
  public int leastLength() {
    int length = event.getBody() == null ? 0 : event.getBody().length();
    return event.getIsBase64Encoded() ? length / 4 * 3 - 2 : length;
  }

  /**
   * @throws IllegalArgumentException when it claims to be base64 and is not
   */
  public byte[] body() {
    if (event.getBody() == null) {
      return new byte[0];
    }
    return event.getIsBase64Encoded()
        ? Base64.getDecoder().decode(event.getBody())
        : event.getBody().getBytes(StandardCharsets.UTF_8);
  }
}
