package io.conserje.webhooks.meta;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent.RequestContext;
import io.conserje.webhooks.WebhookUnderTest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs as Meta documents it, in other words than the code under test. */
public final class MetaSigner {

  private MetaSigner() {}

  static APIGatewayV2HTTPEvent post(String body) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    return event(bytes, sign(bytes, WebhookUnderTest.META_SECRET), true);
  }

  public static String sign(byte[] body, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return "sha256=" + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  static APIGatewayV2HTTPEvent event(byte[] body, String signature, boolean base64) {
    return APIGatewayV2HTTPEvent.builder()
        .withVersion("2.0")
        .withRawPath("/meta/webhook")
        .withRawQueryString("")
        .withHeaders(Map.of("content-type", "application/json", "x-hub-signature-256", signature))
        .withBody(
            base64
                ? Base64.getEncoder().encodeToString(body)
                : new String(body, StandardCharsets.UTF_8))
        .withIsBase64Encoded(base64)
        .withRequestContext(
            RequestContext.builder()
                .withRequestId("meta-request")
                .withHttp(
                    RequestContext.Http.builder()
                        .withMethod("POST")
                        .withPath("/meta/webhook")
                        .build())
                .build())
        .build();
  }
}
