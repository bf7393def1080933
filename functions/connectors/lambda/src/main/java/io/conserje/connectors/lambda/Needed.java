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
    return vapi ? Stream.concat(ALWAYS.stream(), OF_VAPI.stream()).toList() : ALWAYS;
  }
}
