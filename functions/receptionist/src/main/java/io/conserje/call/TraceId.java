package io.conserje.call;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * The id of a call in traces, and the correlation of the log lines about it: 32 hexadecimal digits
 * as W3C's trace context has them. Whoever knows the call knows it, on every host that carries it.
 */
public final class TraceId {

  private static final int BYTES = 16;

  private TraceId() {}

  public static String of(String provider, String callId) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256")
              .digest((provider + ":" + callId).getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(Arrays.copyOf(digest, BYTES));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
