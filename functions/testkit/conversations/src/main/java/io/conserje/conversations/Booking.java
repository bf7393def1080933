package io.conserje.conversations;

import java.util.Map;
import java.util.Set;

/**
 * A table or a room as it stands in the book.
 *
 * @param facts what {@code then} may compare, as texts
 * @param signature all that a change would change; a party given another table has not changed
 * @param conversation where it was made, or null
 */
record Booking(
    boolean room,
    String reference,
    String status,
    String name,
    String phone,
    Map<String, String> facts,
    String signature,
    String conversation) {

  private static final Set<String> STANDING = Set.of("pending", "confirmed", "seated", "in_house");

  boolean stands() {
    return STANDING.contains(status);
  }

  boolean cancelled() {
    return status.equals("cancelled");
  }

  /** Kept only until somebody has decided. */
  boolean undecided() {
    return status.equals("held") || status.equals("expired");
  }

  /** The clock may end it; people may not. */
  boolean sameAs(Booking later) {
    boolean status =
        this.status.equals(later.status)
            || later.status.equals("expired") && !this.status.equals("confirmed");
    return status && signature.equals(later.signature);
  }

  /** For reports. */
  String shown() {
    return (room ? "stay " : "reservation ") + status + " " + facts;
  }
}
