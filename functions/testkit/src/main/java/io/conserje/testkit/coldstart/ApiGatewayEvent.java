package io.conserje.testkit.coldstart;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Base64;
import java.util.Map;

/** A request as API Gateway's HTTP API hands it to a function, payload 2.0. */
public final class ApiGatewayEvent {

  private ApiGatewayEvent() {}

  static byte[] get(String path, String query, Map<String, String> headers) {
    return event("GET", path, query, headers, "\"isBase64Encoded\":false");
  }

  /** Forms arrive in base64. */
  public static byte[] post(
      String path, String contentType, Map<String, String> headers, byte[] body) {
    String encoded = Base64.getEncoder().encodeToString(body);
    var all = new java.util.TreeMap<>(headers);
    all.put("content-type", contentType);
    all.put("content-length", Integer.toString(body.length));
    return event("POST", path, "", all, "\"isBase64Encoded\":true,\"body\":\"" + encoded + "\"");
  }

  private static byte[] event(
      String method, String path, String query, Map<String, String> headers, String body) {
    StringBuilder lines = new StringBuilder();
    headers.forEach((name, value) -> lines.append("\"%s\":\"%s\",".formatted(name, value)));
    return """
    {"version":"2.0","routeKey":"%1$s %2$s","rawPath":"%2$s","rawQueryString":"%3$s",
     "headers":{%4$s"host":"conserje.example","x-forwarded-proto":"https","x-forwarded-port":"443",
       "user-agent":"bench"},
     "requestContext":{"accountId":"000000000000","apiId":"bench","stage":"$default",
       "domainName":"conserje.example","domainPrefix":"conserje","routeKey":"%1$s %2$s",
       "requestId":"bench","time":"20/Nov/2026:11:00:00 +0000","timeEpoch":1795172400000,
       "http":{"method":"%1$s","path":"%2$s","protocol":"HTTP/1.1","sourceIp":"203.0.113.10",
         "userAgent":"bench"}},
     %5$s}
    """
        .formatted(method, path, query, lines, body)
        .getBytes(UTF_8);
  }
}
