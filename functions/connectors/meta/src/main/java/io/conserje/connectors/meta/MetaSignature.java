package io.conserje.connectors.meta;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether Meta has sent these bytes: {@code X-Hub-Signature-256}, the HMAC-SHA256 of the body as it
 * came, in small hexadecimal digits. Meta escapes before it signs, so nothing printed anew fits.
 */
public final class MetaSignature {

  public static final String HEADER = "x-hub-signature-256";

  private static final String PREFIX = "sha256=";
  private static final String ALGORITHM = "HmacSHA256";

  private final List<String> appSecrets;

  /**
   * @param appSecrets of the app; several during a change of it
   */
  public MetaSignature(List<String> appSecrets) {
    this.appSecrets = List.copyOf(appSecrets);
  }

  /** Takes as long for a wrong signature as for the right one. */
  public boolean isOf(byte[] body, String header) {
    byte[] given = header.getBytes(StandardCharsets.UTF_8);
    boolean fits = false;
    for (String secret : appSecrets) {
      fits |= MessageDigest.isEqual(sign(body, secret).getBytes(StandardCharsets.UTF_8), given);
    }
    return fits;
  }

  private static String sign(byte[] body, String secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return PREFIX + HexFormat.of().formatHex(mac.doFinal(body));
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
