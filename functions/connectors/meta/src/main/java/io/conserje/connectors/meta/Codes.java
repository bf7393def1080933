package io.conserje.connectors.meta;

import io.conserje.outbound.Sending.Refusal;
import java.util.Set;

/**
 * What Meta's error codes leave to be done, whether they come at once or with a status. Meta asks
 * to go by the code alone: titles and details change.
 *
 * @see <a href="https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes">Meta:
 *     error codes</a>
 */
final class Codes {

  /** Too fast, for the account, the number or one guest; and faults of theirs. */
  private static final Set<Integer> PASSING =
      Set.of(
          4, 80007, 130429, 131048, 131056, 133016, //
          1, 2, 131000, 131016, 131057);

  /** One number of ours is too fast, or too fast to one guest. */
  private static final Set<Integer> ABOUT_ONE = Set.of(130429, 131048, 131056, 133016);

  /** The token, or what it may do: an operator puts it right, and no reply is lost over it. */
  private static final Set<Integer> OURS_TO_MEND = Set.of(0, 3, 10, 190, 131005);

  /**
   * Outside the window, no such recipient, held back or stopped by Meta or the guest, another
   * identity, a template that is not there, or no account that may write: SMS may all the same.
   */
  private static final Set<Integer> NOT_HERE =
      Set.of(
          131047, 131026, 131021, 131030, 131049, 131050, 130472, 137000, //
          132000, 132001, 132005, 132007, 132012, 132015, 132016, //
          368, 131031, 131042);

  private Codes() {}

  static boolean isPassing(int code) {
    return PASSING.contains(code) || isOursToMend(code);
  }

  /** Whether it says nothing of what becomes of other numbers' messages, or other guests'. */
  static boolean isAboutOne(int code) {
    return ABOUT_ONE.contains(code);
  }

  static boolean isOursToMend(int code) {
    return OURS_TO_MEND.contains(code) || code >= 200 && code <= 299;
  }

  /**
   * After a status nothing can be tried again here: what would pass has passed over the message.
   */
  static Refusal refusal(int code) {
    return NOT_HERE.contains(code) || PASSING.contains(code)
        ? Refusal.NOT_OVER_THIS_CHANNEL
        : Refusal.FINAL;
  }

  /** -1 for none. */
  static int of(String code) {
    return code != null && code.matches("\\d{1,9}") ? Integer.parseInt(code) : -1;
  }
}
