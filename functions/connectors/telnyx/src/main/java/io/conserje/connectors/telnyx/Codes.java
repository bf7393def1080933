package io.conserje.connectors.telnyx;

import io.conserje.outbound.Sending.Refusal;
import java.util.Set;

/**
 * What Telnyx's error codes for messages leave to be done, whether they come at once or in a
 * webhook.
 *
 * @see <a href="https://support.telnyx.com/en/articles/6505121">Telnyx: messaging error codes</a>
 */
final class Codes {

  private static final String OPTED_OUT = "40300";

  /**
   * A landline or not routable, undeliverable, no such number, a region we do not send to, no valid
   * number.
   */
  private static final Set<String> NOT_HERE = Set.of("40001", "40008", "40012", "40309", "40310");

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
