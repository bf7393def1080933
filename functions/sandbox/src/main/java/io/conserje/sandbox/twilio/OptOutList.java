package io.conserje.sandbox.twilio;

import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Who has sent STOP by SMS to which of our numbers. Twilio refuses every SMS to them until START;
 * the words reach the house all the same.
 */
final class OptOutList {

  private static final Set<String> STOP =
      Set.of("stop", "stopall", "unsubscribe", "cancel", "end", "quit", "revoke", "optout");
  private static final Set<String> START = Set.of("start", "yes", "unstop");

  private final Set<String> stopped = ConcurrentHashMap.newKeySet();

  /** What a guest has written by SMS. */
  void hear(String guest, String house, String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    if (STOP.contains(word)) {
      stopped.add(house + " " + guest);
    } else if (START.contains(word)) {
      stopped.remove(house + " " + guest);
    }
  }

  boolean contains(String house, String guest) {
    return stopped.contains(house + " " + guest);
  }

  void clear() {
    stopped.clear();
  }
}
