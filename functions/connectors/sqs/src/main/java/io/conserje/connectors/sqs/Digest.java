package io.conserje.connectors.sqs;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Ids that may hold personal data or any character, as something SQS accepts and logs may show. */
final class Digest {

  private Digest() {}

  /** The SHA-256, in hexadecimal, of the parts with a line break between each two. */
  static String of(String... parts) {
    try {
      byte[] joined = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(joined));
    } catch (NoSuchAlgorithmException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
