package io.conserje.connectors.lambda.twilio;

import static io.micronaut.http.HttpStatus.FORBIDDEN;
import static io.micronaut.http.HttpStatus.REQUEST_ENTITY_TOO_LARGE;
import static io.micronaut.http.HttpStatus.UNSUPPORTED_MEDIA_TYPE;

import io.conserje.connectors.lambda.FormFields;
import io.conserje.connectors.lambda.NotLetIn;
import io.conserje.connectors.lambda.RawRequest;
import io.conserje.connectors.lambda.Settings;
import io.conserje.names.Variable;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Lets in only what Twilio signed for this account. */
public final class TwilioCheck {

  private static final int LARGEST_BODY = 128 * 1024;
  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";

  private final Settings settings;

  public TwilioCheck(Settings settings) {
    this.settings = settings;
  }

  /**
   * The fields of an authentic request, as they may be kept; none for one that is no form.
   *
   * @throws NotLetIn for every other request
   */
  public FormFields fields(RawRequest request) {
    if (request.leastLength() > LARGEST_BODY) {
      throw new NotLetIn(REQUEST_ENTITY_TOO_LARGE, "The body has more than 128 KB.");
    }
    String signature = onlySignature(request.header("x-twilio-signature"));
    byte[] body = decoded(request);
    if (request.hasContentType(JSON)) {
      checkJson(request, body, signature);
      return FormFields.none();
    }
    if (body.length > 0 && !request.hasContentType(FORM)) {
      throw new NotLetIn(UNSUPPORTED_MEDIA_TYPE, "Only forms are taken here.");
    }
    FormFields form = FormFields.parse(new String(body, StandardCharsets.UTF_8));
    checkForm(request, form, signature);
    return KeptFields.of(form);
  }

  private static String onlySignature(List<String> headers) {
    if (headers.size() != 1 || headers.getFirst().isBlank()) {
      throw new NotLetIn(FORBIDDEN, "Exactly one X-Twilio-Signature is needed.");
    }
    return headers.getFirst();
  }

  private static byte[] decoded(RawRequest request) {
    try {
      return request.body();
    } catch (IllegalArgumentException notBase64) {
      throw new NotLetIn(FORBIDDEN, "The body cannot be verified.");
    }
  }

  private void checkJson(RawRequest request, byte[] body, String signature) {
    if (!verifier().signedJson(publicUrl(request), body, signature)) {
      throw wrongSignature();
    }
  }

  /**
   * Signed are keys and values behind each other: {@code To=whatsapp:+34…} as the last of them has
   * the same signature as {@code To} and {@code whatsapp:+34…}, each without a value. Twilio writes
   * the sign of equality of an empty value, too.
   */
  private void checkForm(RawRequest request, FormFields form, String signature) {
    if (form.isTornApart() || !verifier().signedForm(publicUrl(request), form, signature)) {
      throw wrongSignature();
    }
    if (!form.isEmpty() && !ofOurAccount(form)) {
      throw new NotLetIn(FORBIDDEN, "Another account's message.");
    }
  }

  private boolean ofOurAccount(FormFields form) {
    return settings
        .find(Variable.TWILIO_ACCOUNT_SID)
        .map(form.text("AccountSid")::equals)
        .orElse(true);
  }

  private TwilioSignature verifier() {
    return new TwilioSignature(settings.requiredList(Variable.TWILIO_AUTH_TOKEN));
  }

  private String publicUrl(RawRequest request) {
    String base = settings.required(Variable.PUBLIC_BASE_URL);
    return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + request.target();
  }

  private static NotLetIn wrongSignature() {
    return new NotLetIn(
        FORBIDDEN,
        "The signature does not fit. Is PUBLIC_BASE_URL the address that Twilio calls, and"
            + " TWILIO_AUTH_TOKEN its token?");
  }
}
