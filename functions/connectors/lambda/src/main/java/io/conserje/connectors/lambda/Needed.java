package io.conserje.connectors.lambda;

import io.conserje.names.Variable;
import java.util.List;
import java.util.stream.Stream;

/** What somebody has to set before everything answers. */
public final class Needed {

  private static final List<String> ALWAYS =
      List.of(
          Variable.TWILIO_ACCOUNT_SID,
          Variable.TWILIO_AUTH_TOKEN,
          Variable.ADMIN_API_KEY,
          Variable.SESSION_SECRET_KEY);

  private static final List<List<String>> WHERE_ONE_IS_SET =
      List.of(
          List.of(Variable.VAPI_SERVER_SECRET, Variable.VAPI_API_KEY),
          List.of(Variable.TELNYX_PUBLIC_KEY, Variable.TELNYX_API_KEY),
          List.of(
              Variable.WHATSAPP_ACCESS_TOKEN,
              Variable.WHATSAPP_APP_SECRET,
              Variable.WHATSAPP_VERIFY_TOKEN));

  private Needed() {}

  /** The names. VAPI, Telnyx and Meta are used where any of their own is set. */
  public static List<String> in(Settings settings) {
    return Stream.of(
            ALWAYS.stream(),
            WHERE_ONE_IS_SET.stream()
                .filter(names -> names.stream().anyMatch(name -> settings.find(name).isPresent()))
                .flatMap(List::stream),
            whereVapiSigns(settings))
        .flatMap(names -> names)
        .toList();
  }

  /**
   * A server object of VAPI's can be given a secret as a header, but no key to sign with: what
   * signs stands in a credential there, and only its id makes our assistants signed for.
   */
  private static Stream<String> whereVapiSigns(Settings settings) {
    boolean signs =
        settings.find(Variable.VAPI_SERVER_SECRET).isPresent()
            && settings.find(Variable.VAPI_SERVER_AUTH).filter("hmac"::equals).isPresent();
    return signs ? Stream.of(Variable.VAPI_CREDENTIAL_ID) : Stream.empty();
  }
}
