package io.conserje.outbound;

import java.util.Locale;

/** How far an outgoing message has come. A later state never goes back; the last four are final. */
public enum Delivery {
  WAITING(0),
  SENDING(1),
  SENT(2),
  DELIVERED(3),
  READ(4),
  UNDELIVERED(5),
  FAILED(5),
  WITHDRAWN(5);

  private final int rank;

  Delivery(int rank) {
    this.rank = rank;
  }

  public String code() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Delivery of(String code) {
    return valueOf(code.toUpperCase(Locale.ROOT));
  }

  /**
   * Whether a report of {@code next} tells something new. A message once delivered cannot fail any
   * more.
   */
  public boolean canBecome(Delivery next) {
    if (this.rank >= 5 || this == READ) {
      return false;
    }
    return this == DELIVERED ? next == READ : next.rank > rank;
  }
}
