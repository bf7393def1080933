package io.conserje.webhooks.meta;

import static io.micronaut.http.HttpStatus.BAD_REQUEST;
import static io.micronaut.http.HttpStatus.FORBIDDEN;
import static io.micronaut.http.HttpStatus.REQUEST_ENTITY_TOO_LARGE;
import static io.micronaut.http.HttpStatus.UNAUTHORIZED;

import io.conserje.connectors.lambda.FormFields;
import io.conserje.connectors.lambda.NotLetIn;
import io.conserje.connectors.lambda.RawRequest;
import io.conserje.connectors.lambda.Settings;
import io.conserje.connectors.meta.MetaSignature;
import io.conserje.names.Variable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;

/** Lets in only what Meta sends for this app. */
public final class MetaCheck {

  /** Meta's own limit for a notice is 3 MB. */
  private static final int LARGEST_BODY = 4 * 1024 * 1024;

  private final Settings settings;

  public MetaCheck(Settings settings) {
    this.settings = settings;
  }

  /**
   * The bytes of an authentic notice.
   *
   * @throws NotLetIn for every other request
   */
  byte[] body(RawRequest request) {
    if (request.leastLength() > LARGEST_BODY) {
      throw new NotLetIn(REQUEST_ENTITY_TOO_LARGE, "The body has more than 4 MB.");
    }
    List<String> signatures = request.header(MetaSignature.HEADER);
    if (signatures.size() != 1 || signatures.getFirst().isBlank()) {
      throw new NotLetIn(UNAUTHORIZED, "Exactly one X-Hub-Signature-256 is needed.");
    }
    byte[] body = bytes(request);
    if (!signature().isOf(body, signatures.getFirst())) {
      throw new NotLetIn(
          UNAUTHORIZED,
          "The signature does not fit. Is WHATSAPP_APP_SECRET the secret of the app at Meta whose"
              + " webhook this is?");
    }
    return body;
  }

  private static byte[] bytes(RawRequest request) {
    try {
      return request.body();
    } catch (IllegalArgumentException notBase64) {
      throw new NotLetIn(UNAUTHORIZED, "The body cannot be verified.");
    }
  }

  private MetaSignature signature() {
    return new MetaSignature(settings.requiredList(Variable.WHATSAPP_APP_SECRET));
  }

  /**
   * What Meta wants to hear back when somebody sets the address of the webhook there.
   *
   * @throws NotLetIn where it is not Meta, or not asked for by us
   */
  String challenge(RawRequest request) {
    FormFields query = FormFields.parse(request.query());
    byte[] expected = bytes(settings.required(Variable.WHATSAPP_VERIFY_TOKEN));
    boolean asked = MessageDigest.isEqual(expected, bytes(query.text("hub.verify_token")));
    if (!asked || !query.text("hub.mode").equals("subscribe")) {
      throw new NotLetIn(
          FORBIDDEN,
          "It is not asked for. Is WHATSAPP_VERIFY_TOKEN what was typed at Meta as verify token?");
    }
    if (!query.has("hub.challenge")) {
      throw new NotLetIn(BAD_REQUEST, "hub.challenge is missing.");
    }
    return query.text("hub.challenge");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
