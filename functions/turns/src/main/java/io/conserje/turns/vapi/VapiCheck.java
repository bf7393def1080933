package io.conserje.turns.vapi;

import io.conserje.connectors.lambda.NotLetIn;
import io.conserje.connectors.lambda.RawRequest;
import io.conserje.connectors.lambda.Settings;
import io.conserje.connectors.vapi.VapiAuth;
import io.conserje.names.Variable;
import io.micronaut.http.HttpStatus;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lets in only what VAPI sent for this account, by the way that is configured at both ends. */
public final class VapiCheck {

  /** A report holds everything that was said three times over. */
  private static final int LARGEST_BODY = 4 * 1024 * 1024;

  private final Settings settings;
  private final InstantSource clock;

  public VapiCheck(Settings settings, InstantSource clock) {
    this.settings = settings;
    this.clock = clock;
  }

  /**
   * The bytes of an authentic request.
   *
   * @throws NotLetIn for every other one
   */
  byte[] body(RawRequest raw) {
    if (raw.leastLength() > LARGEST_BODY) {
      throw new NotLetIn(HttpStatus.REQUEST_ENTITY_TOO_LARGE, "The body has more than 4 MB.");
    }
    if (raw.event().getBody() == null || raw.event().getBody().isEmpty()) {
      throw new NotLetIn(HttpStatus.BAD_REQUEST, "Send {\"message\": …}, as VAPI's servers do.");
    }
    VapiAuth.Request request = request(raw);
    String how = settings.find(Variable.VAPI_SERVER_AUTH).orElse("secret");
    if (headers(how).stream().allMatch(header -> request.only(header).isBlank())) {
      throw refused("Exactly one " + String.join(" or ", headers(how)) + " is needed.");
    }
    if (!auth(how).isOf(request)) {
      throw refused(
          "It does not fit. Is VAPI_SERVER_AUTH what the server's credential at VAPI is, and"
              + " VAPI_SERVER_SECRET the same secret?");
    }
    return request.body();
  }

  private VapiAuth.Request request(RawRequest raw) {
    String base = settings.find(Variable.PUBLIC_BASE_URL).orElse("").replaceAll("/+$", "");
    return new VapiAuth.Request(
        "POST", base + raw.target(), byName(raw), bytes(raw), clock.instant());
  }

  private static Map<String, List<String>> byName(RawRequest raw) {
    Map<String, List<String>> headers = new HashMap<>();
    if (raw.event().getHeaders() != null) {
      raw.event()
          .getHeaders()
          .keySet()
          .forEach(name -> headers.put(name.toLowerCase(Locale.ROOT), raw.header(name)));
    }
    return headers;
  }

  private static byte[] bytes(RawRequest raw) {
    try {
      return raw.body();
    } catch (IllegalArgumentException notBase64) {
      throw refused("The body cannot be verified.");
    }
  }

  private List<String> headers(String how) {
    return switch (how) {
      case "bearer" -> List.of("authorization", VapiAuth.Secret.HEADER);
      case "hmac" -> List.of(text(Variable.VAPI_HMAC_SIGNATURE_HEADER, "x-signature"));
      default -> List.of(VapiAuth.Secret.HEADER);
    };
  }

  private VapiAuth auth(String how) {
    List<String> secrets = settings.requiredList(Variable.VAPI_SERVER_SECRET);
    return switch (how) {
      case "secret" -> new VapiAuth.Secret(secrets);
      case "bearer" -> new VapiAuth.Bearer(secrets);
      case "hmac" ->
          new VapiAuth.Hmac(
              secrets,
              text(Variable.VAPI_HMAC_ALGORITHM, "sha256"),
              text(Variable.VAPI_HMAC_SIGNATURE_HEADER, "x-signature"),
              text(Variable.VAPI_HMAC_TIMESTAMP_HEADER, "x-timestamp"),
              text(Variable.VAPI_HMAC_PAYLOAD, "{timestamp}.{body}"),
              text(Variable.VAPI_HMAC_PREFIX, ""),
              text(Variable.VAPI_HMAC_ENCODING, "hex"));
      default ->
          throw new NotLetIn(
              HttpStatus.SERVICE_UNAVAILABLE,
              "VAPI_SERVER_AUTH is none of secret, bearer and hmac; nobody is let in until it is.");
    };
  }

  private String text(String name, String usual) {
    return settings.find(name).orElse(usual);
  }

  private static NotLetIn refused(String why) {
    return new NotLetIn(HttpStatus.UNAUTHORIZED, why);
  }
}
