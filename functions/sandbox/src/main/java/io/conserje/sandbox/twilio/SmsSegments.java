package io.conserje.sandbox.twilio;

/** How many messages of the radio network one text is, as Twilio counts and charges them. */
final class SmsSegments {

  private static final String GSM =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡"
          + "ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
  private static final String ESCAPED = "\f^{}\\[~]|€";

  private SmsSegments() {}

  static int of(String text) {
    int septets = 0;
    for (int i = 0; i < text.length() && septets >= 0; i++) {
      char c = text.charAt(i);
      if (ESCAPED.indexOf(c) >= 0) {
        septets += 2;
      } else {
        septets = GSM.indexOf(c) >= 0 ? septets + 1 : Integer.MIN_VALUE;
      }
    }
    return septets >= 0 ? parts(septets, 160, 153) : parts(text.length(), 70, 67);
  }

  private static int parts(int length, int alone, int joined) {
    return length <= alone ? 1 : (length + joined - 1) / joined;
  }
}
