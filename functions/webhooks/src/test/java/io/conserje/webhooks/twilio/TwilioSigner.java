package io.conserje.webhooks.twilio;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as Twilio does, written apart from what verifies it. */
final class TwilioSigner {

  private TwilioSigner() {}

  /** The event a gateway makes of a form that Twilio posts to {@code https://api.example.com}. */
  static APIGatewayV2HTTPEvent post(String target, String form, String token) {
    String signature = sign("https://api.example.com" + target, form, token);
    return event(target, form, signature);
  }

  static APIGatewayV2HTTPEvent event(String target, String form, String signature) {
    String[] parts = target.split("\\?", 2);
    Map<String, String> headers = new HashMap<>();
    headers.put("content-type", "application/x-www-form-urlencoded");
    headers.put("x-twilio-signature", signature);
    return APIGatewayV2HTTPEvent.builder()
        .withVersion("2.0")
        .withRawPath(parts[0])
        .withRawQueryString(parts.length > 1 ? parts[1] : "")
        .withHeaders(headers)
        .withIsBase64Encoded(true)
        .withBody(Base64.getEncoder().encodeToString(form.getBytes(StandardCharsets.UTF_8)))
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
  }

  /** For forms without repeated keys. */
  static String sign(String url, String form, String token) {
    Map<String, String> fields = new TreeMap<>();
    Arrays.stream(form.split("&"))
        .map(pair -> pair.split("=", 2))
        .forEach(pair -> fields.put(decoded(pair[0]), decoded(pair[1])));
    StringBuilder signed = new StringBuilder(url);
    fields.forEach((key, value) -> signed.append(key).append(value));
    return hmac(signed.toString(), token);
  }

  private static String hmac(String text, String token) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
