package io.conserje.connectors.twilio;

import io.conserje.outbound.Sending.Refusal;
import java.util.Set;

/**
 * What Twilio's error codes leave to be done, whether they come at once or in a status callback.
 *
 * @see <a href="https://www.twilio.com/docs/api/errors">Twilio: error dictionary</a>
 */
final class Codes {

  private static final String OPTED_OUT = "21610";

  /**
   * WhatsApp: no such recipient, outside the window, invalid recipient, a limitation of WhatsApp,
   * not to be reached, held back by Meta. SMS: no mobile number, unknown, a landline.
   */
  private static final Set<String> NOT_HERE =
      Set.of(
          "63003", "63016", "63024", "63032", "63036", "63049", //
          "21614", "30005", "30006");

  private Codes() {}

  /**
   * @param code null for none
   */
  static Refusal refusal(String code) {
    if (OPTED_OUT.equals(code)) {
      return Refusal.OPTED_OUT;
    }
    return code != null && NOT_HERE.contains(code) ? Refusal.NOT_OVER_THIS_CHANNEL : Refusal.FINAL;
  }
}
