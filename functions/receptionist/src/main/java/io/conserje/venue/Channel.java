package io.conserje.venue;

import java.util.Locale;

/** How a guest reaches the house. */
public enum Channel {
  WHATSAPP,
  SMS,
  WEBCHAT,
  VOICE,
  EMAIL,
  /** Written into the book by the house itself. */
  STAFF;

  /** The lower-case name used in the database, the API and logs. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Channel of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
