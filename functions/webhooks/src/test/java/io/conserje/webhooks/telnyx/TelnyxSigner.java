package io.conserje.webhooks.telnyx;

import com.amazonaws.services.lambda.runtime.events.APIGatewayV2HTTPEvent;
import io.conserje.webhooks.WebhookUnderTest;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;

/** Signs as Telnyx does, with the key pair of the vectors. */
public final class TelnyxSigner {

  private static final String PRIVATE_KEY = "i1xxSkIuQOY9H8laaRslIoYGTJ1NwBAFdjsQwiwJH04=";

  private TelnyxSigner() {}

  /** The event a gateway makes of what Telnyx sends now. */
  public static APIGatewayV2HTTPEvent post(String json) {
    byte[] body = json.getBytes(StandardCharsets.UTF_8);
    String now = now();
    return event(body, now, sign(now, body), true);
  }

  public static String now() {
    return String.valueOf(WebhookUnderTest.NOW.getEpochSecond());
  }

  public static APIGatewayV2HTTPEvent event(
      byte[] body, String timestamp, String signature, boolean base64) {
    Map<String, String> headers = new HashMap<>();
    headers.put("content-type", "application/json");
    headers.put("telnyx-signature-ed25519", signature);
    headers.put("telnyx-timestamp", timestamp);
    return APIGatewayV2HTTPEvent.builder()
        .withVersion("2.0")
        .withRawPath("/telnyx/events")
        .withRawQueryString("")
        .withHeaders(headers)
        .withIsBase64Encoded(base64)
        .withBody(
            base64
                ? Base64.getEncoder().encodeToString(body)
                : new String(body, StandardCharsets.UTF_8))
        .withRequestContext(
            APIGatewayV2HTTPEvent.RequestContext.builder()
                .withRequestId("gateway-1")
                .withHttp(
                    APIGatewayV2HTTPEvent.RequestContext.Http.builder()
                        .withMethod("POST")
                        .withPath("/telnyx/events")
                        .build())
                .build())
        .build();
  }

  public static String sign(String timestamp, byte[] body) {
    ByteArrayOutputStream signed = new ByteArrayOutputStream();
    signed.writeBytes((timestamp + "|").getBytes(StandardCharsets.UTF_8));
    signed.writeBytes(body);
    try {
      Signature signer = Signature.getInstance("Ed25519");
      signer.initSign(key());
      signer.update(signed.toByteArray());
      return Base64.getEncoder().encodeToString(signer.sign());
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static PrivateKey key() throws GeneralSecurityException {
    byte[] raw = Base64.getDecoder().decode(PRIVATE_KEY);
    return KeyFactory.getInstance("Ed25519")
        .generatePrivate(new EdECPrivateKeySpec(NamedParameterSpec.ED25519, raw));
  }
}
