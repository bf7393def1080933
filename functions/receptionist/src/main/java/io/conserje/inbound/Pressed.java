package io.conserje.inbound;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a guest means who presses a button, or takes a choice of a list. */
public final class Pressed {

  private static final String SAYING = "say:";
  private static final Pattern ABOUT =
      Pattern.compile("(?:confirm|change|cancel):([A-Za-z0-9-]{3,20})");

  private Pressed() {}

  /**
   * @param title what stands on it, as far as there was room
   * @param payload what the house gave along: {@code confirm:R-1042} for which booking it is about,
   *     or {@link #saying} for the whole words
   */
  public static String words(String title, String payload) {
    if (payload.startsWith(SAYING) && payload.length() > SAYING.length()) {
      return payload.substring(SAYING.length());
    }
    Matcher about = ABOUT.matcher(payload);
    return !about.matches() || title.contains(about.group(1))
        ? title
        : (title + " " + about.group(1)).strip();
  }

  /** The payload of a button that says these words. */
  public static String saying(String words) {
    return SAYING + words;
  }
}
