package io.conserje.connectors.vapi;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How VAPI shows that a message is its own: by whatever the credential kept at VAPI says, so the
 * same has to be set here. Everything is compared as it was sent, in constant time.
 */
public sealed interface VapiAuth {

  /**
   * A request as it came.
   *
   * @param headers all values of a header, by its name in small letters
   * @param target path and query with nothing decoded
   */
  record Request(
      String method, String url, Map<String, List<String>> headers, byte[] body, Instant now) {

    /** Empty where there is none, or more than one. */
    public String only(String header) {
      List<String> values =
          headers.getOrDefault(header.toLowerCase(java.util.Locale.ROOT), List.of());
      return values.size() == 1 ? values.getFirst() : "";
    }
  }

  boolean isOf(Request request);

  /** The header {@code X-Vapi-Secret} holds one of these. */
  record Secret(List<String> secrets) implements VapiAuth {
    public static final String HEADER = "x-vapi-secret";

    @Override
    public boolean isOf(Request request) {
      return oneOf(secrets, request.only(HEADER));
    }
  }

  /** {@code Authorization: Bearer …}, or the token alone as {@code X-Vapi-Secret}. */
  record Bearer(List<String> tokens) implements VapiAuth {
    public static final String PREFIX = "Bearer ";

    @Override
    public boolean isOf(Request request) {
      String given = request.only("authorization");
      String token =
          given.regionMatches(true, 0, PREFIX, 0, PREFIX.length())
              ? given.substring(PREFIX.length())
              : "";
      return oneOf(tokens, token.isEmpty() ? request.only(Secret.HEADER) : token);
    }
  }

  /**
   * A keyed hash over the raw bytes.
   *
   * @param algorithm {@code sha256}, {@code sha512} or {@code sha1}
   * @param payload what is hashed, with {@code {body}}, {@code {timestamp}}, {@code {method}},
   *     {@code {url}} and {@code {svix-id}} in it
   * @param prefix before the hash in its header; may be empty
   * @param encoding {@code hex} or {@code base64}
   */
  record Hmac(
      List<String> secrets,
      String algorithm,
      String signatureHeader,
      String timestampHeader,
      String payload,
      String prefix,
      String encoding)
      implements VapiAuth {

    private static final Pattern PLACE = Pattern.compile("\\{(body|timestamp|method|url|svix-id)}");
    private static final Duration TOLERANCE = Duration.ofMinutes(5);
    private static final long FIRST_MILLIS = 100_000_000_000L;

    @Override
    public boolean isOf(Request request) {
      String given = request.only(signatureHeader);
      String timestamp = request.only(timestampHeader);
      if (given.isEmpty()
          || (payload.contains("{timestamp}") && !recent(timestamp, request.now()))) {
        return false;
      }
      byte[] signed = signed(request, timestamp);
      boolean any = false;
      for (String secret : secrets) {
        any |= same(prefix + encoded(hash(secret, signed)), given);
      }
      return any;
    }

    /** Seconds or milliseconds: the credential's documentation does not say. */
    private static boolean recent(String timestamp, Instant now) {
      if (!timestamp.matches("[0-9]{1,15}")) {
        return false;
      }
      long number = Long.parseLong(timestamp);
      Instant at =
          number < FIRST_MILLIS ? Instant.ofEpochSecond(number) : Instant.ofEpochMilli(number);
      return Duration.between(at, now).abs().compareTo(TOLERANCE) <= 0;
    }

    private byte[] signed(Request request, String timestamp) {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      Matcher place = PLACE.matcher(payload);
      int from = 0;
      while (place.find()) {
        bytes.writeBytes(utf8(payload.substring(from, place.start())));
        bytes.writeBytes(
            switch (place.group(1)) {
              case "body" -> request.body();
              case "timestamp" -> utf8(timestamp);
              case "method" -> utf8(request.method());
              case "url" -> utf8(request.url());
              default -> utf8(request.only("svix-id"));
            });
        from = place.end();
      }
      bytes.writeBytes(utf8(payload.substring(from)));
      return bytes.toByteArray();
    }

    private byte[] hash(String secret, byte[] signed) {
      String name = "Hmac" + algorithm.toUpperCase(java.util.Locale.ROOT).replace("-", "");
      try {
        Mac mac = Mac.getInstance(name);
        mac.init(new SecretKeySpec(utf8(secret), name));
        return mac.doFinal(signed);
      } catch (GeneralSecurityException e) {
        throw new IllegalArgumentException(algorithm + " is no algorithm for this.", e);
      }
    }

    private String encoded(byte[] hash) {
      return encoding.equalsIgnoreCase("base64")
          ? Base64.getEncoder().encodeToString(hash)
          : HexFormat.of().formatHex(hash);
    }
  }

  private static boolean oneOf(List<String> secrets, String given) {
    boolean any = false;
    for (String secret : secrets) {
      any |= same(secret, given);
    }
    return any;
  }

  private static boolean same(String expected, String given) {
    return !expected.isEmpty() && MessageDigest.isEqual(utf8(expected), utf8(given));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
