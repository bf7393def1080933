package io.conserje.conversations;

import io.conserje.names.Queue;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A guest's phone: messages come in over the queue a webhook fills, answers over the carrier. */
final class WhatsAppRoad implements Road {

  private static final Map<String, String> HOUSE_NUMBERS =
      Map.of("restaurante", "+34600000900", "hotel", "+34600000910");

  /** Quicker than the house takes a message for the last one. */
  private static final Duration BETWEEN_BREATHS = Duration.ofMillis(300);

  private static final Duration LAST_BREATH = Duration.ofSeconds(1);

  private final World world;
  private final String house;
  private final String guest;
  private int seen;

  WhatsAppRoad(World world, String house, String guest) {
    this.world = world;
    this.house = house;
    this.guest = guest;
  }

  @Override
  public Heard say(List<String> messages) {
    news();
    for (String message : messages) {
      world.clock.pass(BETWEEN_BREATHS);
      world.hand(Queue.INBOUND.name(), Json.write(inbound(message)));
    }
    world.clock.pass(LAST_BREATH);
    world.clock.listen();
    world.settle();
    return new Heard(news(), world.clock.turnNanos());
  }

  private Map<String, Object> inbound(String text) {
    String id = "SM" + UUID.randomUUID();
    Map<String, Object> message = new HashMap<>();
    message.put("provider", "twilio");
    message.put("eventId", id);
    message.put("channel", "WHATSAPP");
    message.put("houseAddress", HOUSE_NUMBERS.get(house));
    message.put("guestAddress", guest);
    message.put("guestName", "");
    message.put("text", text);
    message.put("kind", "text");
    message.put("media", List.of());
    message.put("receivedAt", world.clock.instant().toString());
    message.put("correlation", id);
    return message;
  }

  @Override
  public List<String> news() {
    List<String> all =
        world.carrier.sent().stream()
            .filter(sent -> sent.to().equals(guest))
            .map(Carrier.Sent::text)
            .toList();
    List<String> fresh = all.subList(seen, all.size());
    seen = all.size();
    return fresh;
  }

  @Override
  public UUID conversation() {
    return world
        .ground
        .strings(
            "SELECT id::text AS text FROM conversations WHERE venue = ? AND guest_address = ?"
                + " AND channel = 'whatsapp'",
            house,
            guest)
        .stream()
        .findFirst()
        .map(UUID::fromString)
        .orElse(null);
  }
}
