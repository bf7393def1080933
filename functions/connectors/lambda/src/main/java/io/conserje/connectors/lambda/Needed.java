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

  private static final List<String> OF_VAPI =
      List.of(Variable.VAPI_SERVER_SECRET, Variable.VAPI_API_KEY);

  private Needed() {}

  /** The names. VAPI answers the telephone where either of its own is set. */
  public static List<String> in(Settings settings) {
    boolean vapi = OF_VAPI.stream().anyMatch(name -> settings.find(name).isPresent());
    return vapi ? Stream.concat(ALWAYS.stream(), ofVapi(settings)).toList() : ALWAYS;
  }

  /**
   * A server object of VAPI's can be given a secret as a header, but no key to sign with: what signs
   * stands in a credential there, and only its id makes our assistants signed for.
   */
  private static Stream<String> ofVapi(Settings settings) {
    boolean signed = settings.find(Variable.VAPI_SERVER_AUTH).filter("hmac"::equals).isPresent();
    return signed
        ? Stream.concat(OF_VAPI.stream(), Stream.of(Variable.VAPI_CREDENTIAL_ID))
        : OF_VAPI.stream();
  }
}
