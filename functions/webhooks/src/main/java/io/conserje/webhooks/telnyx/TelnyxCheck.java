package io.conserje.webhooks.telnyx;

import static io.micronaut.http.HttpStatus.REQUEST_ENTITY_TOO_LARGE;
import static io.micronaut.http.HttpStatus.SERVICE_UNAVAILABLE;
import static io.micronaut.http.HttpStatus.UNAUTHORIZED;

import io.conserje.connectors.lambda.NotLetIn;
import io.conserje.connectors.lambda.RawRequest;
import io.conserje.connectors.lambda.Settings;
import io.conserje.names.Variable;
import java.time.InstantSource;
import java.util.List;

/** Lets in only what Telnyx signed for this account, and lately. */
final class TelnyxCheck {

  private static final int LARGEST_BODY = 1024 * 1024;

  /** Either way; Telnyx signs every delivery afresh. */
  private static final long TOLERANCE_SECONDS = 300;

  private final Settings settings;
  private final InstantSource clock;

  TelnyxCheck(Settings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * The bytes of an authentic request.
   *
   * @throws NotLetIn for every other one
   */
  byte[] body(RawRequest request) {
    if (request.leastLength() > LARGEST_BODY) {
      throw new NotLetIn(REQUEST_ENTITY_TOO_LARGE, "The body has more than 1 MB.");
    }
    String signature = only(request, "telnyx-signature-ed25519");
    String timestamp = only(request, "telnyx-timestamp");
    if (!isRecent(timestamp)) {
      throw refused("The timestamp is more than five minutes from now.");
    }
    byte[] body = decoded(request);
    if (keys().stream().noneMatch(key -> key.isOf(timestamp, body, signature))) {
      throw refused("The signature does not fit. Is TELNYX_PUBLIC_KEY the account's key?");
    }
    return body;
  }

  private static String only(RawRequest request, String header) {
    List<String> values = request.header(header);
    if (values.size() != 1 || values.getFirst().isBlank()) {
      throw refused("Exactly one " + header + " is needed.");
    }
    return values.getFirst();
  }

  private boolean isRecent(String timestamp) {
    return timestamp.matches("\\d{1,12}")
        && Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp))
            <= TOLERANCE_SECONDS;
  }

  private static byte[] decoded(RawRequest request) {
    try {
      return request.body();
    } catch (IllegalArgumentException notBase64) {
      throw refused("The body cannot be verified.");
    }
  }

  private List<TelnyxSignature> keys() {
    List<TelnyxSignature> keys =
        settings.requiredList(Variable.TELNYX_PUBLIC_KEY).stream()
            .flatMap(key -> TelnyxSignature.with(key).stream())
            .toList();
    if (keys.isEmpty()) {
      throw new NotLetIn(
          SERVICE_UNAVAILABLE,
          "TELNYX_PUBLIC_KEY is not a key of 32 bytes in base64; nobody is let in until it is.");
    }
    return keys;
  }

  private static NotLetIn refused(String why) {
    return new NotLetIn(UNAUTHORIZED, why);
  }
}
