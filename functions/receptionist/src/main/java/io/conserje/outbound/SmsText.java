package io.conserje.outbound;

import java.util.Map;

/**
 * What an SMS carries cheaply: a text of the GSM alphabet has 160 characters to a segment, one with
 * a single sign outside it 70. Typing signs and pictures that say nothing are given up for it,
 * letters are not.
 */
public final class SmsText {

  /** The alphabet of GSM 03.38. */
  private static final String BASIC =
      "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
          + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";

  /** Of two places each. */
  private static final String EXTENDED = "\f^{}\\[~]|€";

  private static final Map<String, String> PLAINER =
      Map.ofEntries(
          Map.entry("“", "\""),
          Map.entry("”", "\""),
          Map.entry("«", "\""),
          Map.entry("»", "\""),
          Map.entry("‘", "'"),
          Map.entry("’", "'"),
          Map.entry("–", "-"),
          Map.entry("—", "-"),
          Map.entry("…", "..."),
          Map.entry("•", "-"),
          Map.entry("·", "-"),
          Map.entry("\u00a0", " "),
          Map.entry("\u202f", " "),
          Map.entry("\t", " "));

  private static final String PICTURES =
      "[\\p{So}\\x{1F000}-\\x{1FAFF}\\x{2600}-\\x{27BF}\\ufe0f\\u200d]+";

  private SmsText() {}

  public static String of(String text) {
    String plain = text.replaceAll(" ?" + PICTURES, "");
    for (Map.Entry<String, String> sign : PLAINER.entrySet()) {
      plain = plain.replace(sign.getKey(), sign.getValue());
    }
    return plain.isBlank() ? text : plain.strip();
  }

  /** How many segments it is charged as. */
  public static int segments(String text) {
    boolean gsm = text.chars().allMatch(c -> BASIC.indexOf(c) >= 0 || EXTENDED.indexOf(c) >= 0);
    int length =
        gsm ? text.chars().map(c -> EXTENDED.indexOf(c) >= 0 ? 2 : 1).sum() : text.length();
    int alone = gsm ? 160 : 70;
    int joined = gsm ? 153 : 67;
    return length <= alone ? 1 : (length + joined - 1) / joined;
  }
}
