package io.conserje.conversation.builtin;

import java.time.LocalDateTime;
import java.util.Map;

/**
 * A table the house offers instead.
 *
 * @param zone empty where it is the part of the house that was wished for
 */
record Offer(LocalDateTime at, String zone) {

  static Offer of(Map<String, Object> facts) {
    return new Offer(Facts.moment(facts), Facts.text(facts, "zone"));
  }

  String written() {
    return at + "|" + zone;
  }

  static Offer read(String written) {
    String[] parts = written.split("\\|", 2);
    return new Offer(LocalDateTime.parse(parts[0]), parts[1]);
  }
}
