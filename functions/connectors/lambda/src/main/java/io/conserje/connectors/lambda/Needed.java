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

  /** Those of one provider are needed together: where one is set, somebody means to use it. */
  private static final List<List<String>> TOGETHER =
      List.of(
          List.of(Variable.VAPI_SERVER_SECRET, Variable.VAPI_API_KEY),
          List.of(
              Variable.WHATSAPP_ACCESS_TOKEN,
              Variable.WHATSAPP_APP_SECRET,
              Variable.WHATSAPP_VERIFY_TOKEN));

  private Needed() {}

  /** The names. */
  public static List<String> in(Settings settings) {
    Stream<String> meant =
        TOGETHER.stream()
            .filter(names -> names.stream().anyMatch(name -> settings.find(name).isPresent()))
            .flatMap(List::stream);
    return Stream.concat(ALWAYS.stream(), meant).toList();
  }
}
