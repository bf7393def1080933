package io.conserje.sandbox.telnyx;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.EdECPrivateKeySpec;
import java.security.spec.NamedParameterSpec;
import java.util.Base64;

/** The key pair of Telnyx's own test suite: whoever trusts its public half trusts this sandbox. */
public final class TelnyxSigning {

  public static final String PUBLIC_KEY = "jrMBoswHlhhVx2W2Www72WU/xn4UMpjreslD0m2u0qs=";
  private static final String PRIVATE_KEY = "i1xxSkIuQOY9H8laaRslIoYGTJ1NwBAFdjsQwiwJH04=";

  private TelnyxSigning() {}

  /**
   * @param timestamp seconds since 1970
   */
  public static String sign(String timestamp, String body) {
    try {
      Signature signature = Signature.getInstance("Ed25519");
      signature.initSign(key());
      signature.update((timestamp + "|" + body).getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature.sign());
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static PrivateKey key() throws GeneralSecurityException {
    return KeyFactory.getInstance("Ed25519")
        .generatePrivate(
            new EdECPrivateKeySpec(
                NamedParameterSpec.ED25519, Base64.getDecoder().decode(PRIVATE_KEY)));
  }
}
