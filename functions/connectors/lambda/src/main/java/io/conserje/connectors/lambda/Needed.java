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
          List.of(Variable.TELNYX_PUBLIC_KEY, Variable.TELNYX_API_KEY));

  private Needed() {}

  /** The names. VAPI and Telnyx are used where either of their own is set. */
  public static List<String> in(Settings settings) {
    return Stream.concat(
            ALWAYS.stream(),
            WHERE_ONE_IS_SET.stream()
                .filter(names -> names.stream().anyMatch(name -> settings.find(name).isPresent()))
                .flatMap(List::stream))
        .toList();
  }
}
