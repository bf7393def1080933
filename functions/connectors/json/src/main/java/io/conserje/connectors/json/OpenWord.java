package io.conserje.connectors.json;

/** A word out of a set that its provider may add to: types, states … Anything may stand there. */
public final class OpenWord {

  private static final int LONGEST = 60;

  private OpenWord() {}

  /** Short and harmless in logs and keys; {@code none} for nothing. */
  public static String of(String text) {
    String plain = text.strip().replaceAll("[^A-Za-z0-9._-]", "_");
    return plain.isEmpty()
        ? "none"
        : plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST);
  }
}
