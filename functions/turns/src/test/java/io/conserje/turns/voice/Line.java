package io.conserje.turns.voice;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPResponse;
import io.conserje.turns.House;
import io.micronaut.function.aws.proxy.MockLambdaContext;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Twilio on the line of the house in the database, on Friday 20 November 2026 at noon. */
final class Line implements AutoCloseable {

  static final String TOKEN = "test-twilio-auth-token-not-real";

  final House house = new House();
  Instant now = Instant.parse("2026-11-20T11:00:00Z");
  final VoiceFunction function = new VoiceFunction(house.environment, () -> now);

  /** The answer to a request as Twilio signs it. */
  APIGatewayV2HTTPResponse asks(String target, Map<String, String> more) {
    Map<String, String> form = new TreeMap<>(call());
    form.putAll(more);
    form.values().removeIf(java.util.Objects::isNull);
    return send(target, form, sign("https://api.example.com" + target, form));
  }

  String twiml(String target, Map<String, String> more) {
    return asks(target, more).getBody();
  }

  APIGatewayV2HTTPResponse send(String target, Map<String, String> form, String signature) {
    String body =
        form.entrySet().stream()
            .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    return send(target, body, signature);
  }

  APIGatewayV2HTTPResponse send(String target, String body, String signature) {
    String[] parts = target.split("\\?", 2);
    APIGatewayV2HTTPEvent event =
        APIGatewayV2HTTPEvent.builder()
            .withVersion("2.0")
            .withRawPath(parts[0])
            .withRawQueryString(parts.length > 1 ? parts[1] : "")
            .withHeaders(
                new HashMap<>(
                    Map.of(
                        "content-type",
                        "application/x-www-form-urlencoded",
                        "x-twilio-signature",
                        signature)))
            .withIsBase64Encoded(true)
            .withBody(Base64.getEncoder().encodeToString(body.getBytes(StandardCharsets.UTF_8)))
            .withRequestContext(
                APIGatewayV2HTTPEvent.RequestContext.builder()
                    .withRequestId("gateway-1")
                    .withHttp(
                        APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                            .withMethod("POST")
                            .withPath(parts[0])
                            .build())
                    .build())
            .build();
    return function.handleRequest(event, new MockLambdaContext());
  }

  private static Map<String, String> call() {
    return Map.of(
        "CallSid", "CA00000000000000000000000000000101",
        "AccountSid", "AC00000000000000000000000000000001",
        "From", "+34600000101",
        "To", "+34600000900",
        "Called", "+34600000900",
        "CallStatus", "ringing",
        "Direction", "inbound");
  }

  static String sign(String url, Map<String, String> form) {
    StringBuilder signed = new StringBuilder(url);
    new TreeMap<>(form).forEach((key, value) -> signed.append(key).append(value));
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(TOKEN.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      byte[] bytes = signed.toString().getBytes(StandardCharsets.UTF_8);
      return Base64.getEncoder().encodeToString(mac.doFinal(bytes));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  @Override
  public void close() {
    function.getApplicationContext().close();
    house.close();
  }
}
