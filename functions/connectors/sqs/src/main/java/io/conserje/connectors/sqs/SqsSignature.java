package io.conserje.connectors.sqs;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/** AWS's Signature Version 4 of a POST to the root of SQS's host. */
final class SqsSignature {

  private static final DateTimeFormatter MOMENT =
      DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final int DAY = 8;

  private final AwsCredentialsProvider credentials;
  private final String region;
  private volatile Key key = new Key("", "", new byte[0]);

  SqsSignature(AwsCredentialsProvider credentials, String region) {
    this.credentials = credentials;
    this.region = region;
  }

  /** Good for one day and secret. */
  private record Key(String day, String secret, byte[] bytes) {}

  /**
   * The headers with those that the signature adds.
   *
   * @param headers by their names in small letters
   */
  Map<String, String> signed(Map<String, String> headers, byte[] body, Instant now) {
    AwsCredentials identity = credentials.resolveCredentials();
    SortedMap<String, String> all = new TreeMap<>(headers);
    all.put("x-amz-date", MOMENT.format(now));
    if (identity instanceof AwsSessionCredentials session) {
      all.put("x-amz-security-token", session.sessionToken());
    }
    all.put("authorization", authorization(all, body, identity));
    return all;
  }

  /**
   * @param headers all that are signed, {@code x-amz-date} among them
   */
  String authorization(SortedMap<String, String> headers, byte[] body, AwsCredentials identity) {
    String moment = headers.get("x-amz-date");
    String day = moment.substring(0, DAY);
    String scope = day + "/" + region + "/sqs/aws4_request";
    String names = String.join(";", headers.keySet());
    StringBuilder request = new StringBuilder("POST\n/\n\n");
    headers.forEach((name, value) -> request.append(name).append(':').append(value).append('\n'));
    request.append('\n').append(names).append('\n').append(sha256(body));
    String signed =
        String.join("\n", ALGORITHM, moment, scope, sha256(request.toString().getBytes(UTF_8)));
    return ALGORITHM
        + " Credential="
        + identity.accessKeyId()
        + "/"
        + scope
        + ", SignedHeaders="
        + names
        + ", Signature="
        + HexFormat.of().formatHex(hmac(key(day, identity.secretAccessKey()), signed));
  }

  private byte[] key(String day, String secret) {
    Key last = key;
    if (!last.day().equals(day) || !last.secret().equals(secret)) {
      byte[] ofDay = hmac(("AWS4" + secret).getBytes(UTF_8), day);
      last = new Key(day, secret, hmac(hmac(hmac(ofDay, region), "sqs"), "aws4_request"));
      key = last;
    }
    return last.bytes();
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }

  private static byte[] hmac(byte[] key, String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (GeneralSecurityException everyJdkHasIt) {
      throw new IllegalStateException(everyJdkHasIt);
    }
  }
}
