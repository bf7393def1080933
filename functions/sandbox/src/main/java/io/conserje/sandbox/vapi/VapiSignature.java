package io.conserje.sandbox.vapi;

import io.conserje.names.Variable;
import io.conserje.sandbox.SandboxSettings;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The headers by which VAPI shows that it is VAPI, as the server's credential says. */
final class VapiSignature {

  private final SandboxSettings settings;

  VapiSignature(SandboxSettings settings) {
    this.settings = settings;
  }

  Map<String, String> headers(String url, String body, Instant now) {
    String secret = settings.get(Variable.VAPI_SERVER_SECRET).split(",", -1)[0].strip();
    return switch (settings.get(Variable.VAPI_SERVER_AUTH)) {
      case "bearer" -> Map.of("Authorization", "Bearer " + secret);
      case "hmac" -> signed(secret, url, body, String.valueOf(now.getEpochSecond()));
      default -> Map.of("X-Vapi-Secret", secret);
    };
  }

  private Map<String, String> signed(String secret, String url, String body, String timestamp) {
    String payload =
        or(Variable.VAPI_HMAC_PAYLOAD, "{timestamp}.{body}")
            .replace("{timestamp}", timestamp)
            .replace("{method}", "POST")
            .replace("{url}", url)
            .replace("{body}", body);
    byte[] hash = hash(or(Variable.VAPI_HMAC_ALGORITHM, "sha256"), secret, payload);
    boolean base64 = or(Variable.VAPI_HMAC_ENCODING, "hex").equals("base64");
    String encoded =
        base64 ? Base64.getEncoder().encodeToString(hash) : HexFormat.of().formatHex(hash);
    return Map.of(
        or(Variable.VAPI_HMAC_TIMESTAMP_HEADER, "x-timestamp"),
        timestamp,
        or(Variable.VAPI_HMAC_SIGNATURE_HEADER, "x-signature"),
        settings.get(Variable.VAPI_HMAC_PREFIX) + encoded);
  }

  private static byte[] hash(String algorithm, String secret, String payload) {
    String name = "Hmac" + algorithm.toUpperCase(Locale.ROOT);
    try {
      Mac mac = Mac.getInstance(name);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), name));
      return mac.doFinal(payload.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException(algorithm + " is no algorithm of VAPI's.", e);
    }
  }

  private String or(String name, String usual) {
    String value = settings.get(name);
    return value.isEmpty() ? usual : value;
  }
}
