package io.conserje.connectors.http;

import java.util.regex.Pattern;

/** Providers repeat a guest's number in what they say; it belongs in no log. */
public final class NoNumbers {

  private static final Pattern NUMBER = Pattern.compile("\\+?\\d[\\d ().-]{4,}\\d");

  private NoNumbers() {}

  /** The text with an ellipsis for whatever may be a phone number; empty for null. */
  public static String in(String text) {
    return text == null ? "" : NUMBER.matcher(text).replaceAll("…");
  }
}
