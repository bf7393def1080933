package io.conserje.call.told;

import java.util.regex.Pattern;

/** Whether a call has come to its end: the guest takes leave, and the house asks nothing more. */
final class Farewell {

  private static final Pattern LEAVE =
      Pattern.compile(
          "\\b(adi[oó]s|hasta (luego|pronto|ma[nñ]ana|otra|la vista|entonces)|nos vemos"
              + "|good ?bye|bye|see you)\\b",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.UNICODE_CHARACTER_CLASS);

  private Farewell() {}

  static boolean is(String guest, String house) {
    return !guest.contains("?") && !house.contains("?") && LEAVE.matcher(guest).find();
  }
}
