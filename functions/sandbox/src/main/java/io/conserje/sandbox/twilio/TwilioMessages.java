package io.conserje.sandbox.twilio;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** All messages that Twilio knows, the newest last. */
public final class TwilioMessages {

  private final List<TwilioMessage> messages = new ArrayList<>();

  static String newSid() {
    return "SM" + UUID.randomUUID().toString().replace("-", "");
  }

  synchronized void add(TwilioMessage message) {
    if (find(message.sid()).isEmpty()) {
      messages.add(message);
    }
  }

  public synchronized Optional<TwilioMessage> find(String sid) {
    return messages.stream().filter(message -> message.sid().equals(sid)).findFirst();
  }

  /** Those that fit, the oldest first. */
  public synchronized List<TwilioMessage> all(Predicate<TwilioMessage> fits) {
    return messages.stream().filter(fits).toList();
  }

  /** What the house has sent to a guest, for example {@code whatsapp:+34600000101}. */
  public List<TwilioMessage> sentTo(String to) {
    return all(m -> m.direction().equals("outbound-api") && m.to().equals(to));
  }

  synchronized void move(String sid, String status, Instant now) {
    UnaryOperator<TwilioMessage> move = m -> m.sid().equals(sid) ? m.moved(status, now) : m;
    messages.replaceAll(move);
  }

  public synchronized void clear() {
    messages.clear();
  }
}
