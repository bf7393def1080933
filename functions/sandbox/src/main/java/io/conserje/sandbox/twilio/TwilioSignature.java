package io.conserje.sandbox.twilio;

import io.conserje.sandbox.http.Form;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.TreeMap;
import java.util.TreeSet;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** How Twilio signs a webhook: HMAC-SHA1 over the address and every form field, sorted. */
final class TwilioSignature {

  private static final String ALGORITHM = "HmacSHA1";

  private TwilioSignature() {}

  static String sign(String authToken, String url, Form form) {
    TreeMap<String, TreeSet<String>> sorted = new TreeMap<>();
    form.fields()
        .forEach(f -> sorted.computeIfAbsent(f.name(), n -> new TreeSet<>()).add(f.value()));
    StringBuilder signed = new StringBuilder(url);
    sorted.forEach((name, values) -> values.forEach(value -> signed.append(name).append(value)));
    return Base64.getEncoder().encodeToString(hmac(authToken, signed.toString()));
  }

  private static byte[] hmac(String key, String text) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
