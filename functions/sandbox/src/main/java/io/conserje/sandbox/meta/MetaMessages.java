package io.conserje.sandbox.meta;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/** All messages that Meta knows, the newest last. */
public final class MetaMessages {

  private final List<MetaMessage> messages = new CopyOnWriteArrayList<>();

  static String newId() {
    byte[] name = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
    return "wamid." + Base64.getEncoder().encodeToString(name);
  }

  void add(MetaMessage message) {
    messages.add(message);
  }

  Optional<MetaMessage> find(String id) {
    return messages.stream().filter(message -> message.id().equals(id)).findFirst();
  }

  /** What the house has sent to a guest: digits of a number, or a business-scoped id. */
  public List<MetaMessage> sentTo(String guest) {
    return messages.stream().filter(m -> !m.inbound() && m.guest().equals(guest)).toList();
  }

  /** Whether the guest has written to this number since. */
  boolean heard(String guest, String number, Instant since) {
    return messages.stream()
        .anyMatch(m ->
            m.inbound()
                && m.guest().equals(guest)
                && m.number().equals(number)
                && m.at().isAfter(since));
  }

  void clear() {
    messages.clear();
  }
}
