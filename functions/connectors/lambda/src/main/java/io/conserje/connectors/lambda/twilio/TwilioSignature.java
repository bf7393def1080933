package io.conserje.connectors.lambda.twilio;

import io.conserje.connectors.lambda.FormFields;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Whether a request was signed with one of our tokens: base64(HMAC-SHA1(token, URL + every key and
 * value)). By hand, because Twilio's own library cannot express repeated keys and rebuilds the URL.
 *
 * @see <a href="https://www.twilio.com/docs/usage/security">Twilio: security</a>
 */
public final class TwilioSignature {

  private final List<String> tokens;

  /**
   * @param tokens during a rotation the primary and the secondary one
   */
  public TwilioSignature(List<String> tokens) {
    this.tokens = tokens;
  }

  /**
   * @param url as Twilio was told it, with the raw query
   */
  public boolean signedForm(String url, FormFields form, String signature) {
    return matches(url, parameters(form), signature);
  }

  /**
   * A body that is no form is protected by its hash in the query; without one it is not protected
   * at all.
   */
  public boolean signedJson(String url, byte[] body, String signature) {
    String hash = FormFields.parse(query(url)).text("bodySHA256");
    return equal(hash, sha256(body)) && matches(url, "", signature);
  }

  private boolean matches(String url, String parameters, String signature) {
    boolean found = false;
    for (String token : tokens) {
      for (String spelling : SignedUrl.spellings(url)) {
        found |= equal(hmac(token, spelling + parameters), signature);
      }
    }
    return found;
  }

  private static String parameters(FormFields form) {
    StringBuilder joined = new StringBuilder();
    form.all()
        .forEach((key, values) ->
            new TreeSet<>(values).forEach(value -> joined.append(key).append(value)));
    return joined.toString();
  }

  private static String query(String url) {
    int mark = url.indexOf('?');
    return mark < 0 ? "" : url.substring(mark + 1);
  }

  private static String hmac(String token, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(token.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
      byte[] signature = mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(signature);
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static String sha256(byte[] body) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  /** Takes the same time wherever the two differ. */
  private static boolean equal(String expected, String given) {
    return given != null
        && MessageDigest.isEqual(
            expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }
}
