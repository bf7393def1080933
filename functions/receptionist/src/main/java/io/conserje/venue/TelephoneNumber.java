package io.conserje.venue;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A telephone of the house's people, which may be one of several behind a switchboard. Written as
 * in RFC 3966 without its scheme: {@code +34957000000;ext=12}.
 *
 * @param number E.164
 * @param extension the keys the switchboard wants once it has picked up; empty for none
 */
public record TelephoneNumber(String number, String extension) {

  private static final Pattern WRITTEN =
      Pattern.compile("(\\+[1-9][0-9]{6,14})(?:;ext=([0-9*#]{1,10}))?");

  /** Until a switchboard has said its greeting and listens, in the pauses that carriers know. */
  private static final String PAUSES = "wwww";

  public static boolean isOne(String written) {
    return WRITTEN.matcher(written).matches();
  }

  /** Whatever is not written so is taken as it is. */
  public static TelephoneNumber of(String written) {
    Matcher found = WRITTEN.matcher(written);
    return found.matches() && found.group(2) != null
        ? new TelephoneNumber(found.group(1), found.group(2))
        : new TelephoneNumber(written, "");
  }

  /** What is pressed after the switchboard has picked up, with the time it takes; may be empty. */
  public String keys() {
    return extension.isEmpty() ? "" : PAUSES + extension;
  }
}
