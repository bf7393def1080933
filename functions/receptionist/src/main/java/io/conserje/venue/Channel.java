package io.conserje.venue;

import java.util.Locale;

/** How a guest reaches the house, and the house its people. */
public enum Channel {
  WHATSAPP,
  SMS,
  WEBCHAT,
  VOICE,
  EMAIL,
  /** A program of the house's own, which its people are told by. */
  WEBHOOK,
  /** Written into the book by the house itself. */
  STAFF;

  /** The lower-case name used in the database, the API and logs. */
  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Whether guests come by it. */
  public boolean isOfGuests() {
    return this != STAFF && this != WEBHOOK;
  }

  /** Whether the guest's page fetches what the house said: to be written is to be sent. */
  public boolean isFetched() {
    return this == WEBCHAT;
  }

  public static Channel of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }
}
