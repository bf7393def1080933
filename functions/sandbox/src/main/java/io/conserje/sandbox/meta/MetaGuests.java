package io.conserje.sandbox.meta;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.conserje.sandbox.Json;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/** Guests writing on WhatsApp to a number that is at Meta itself. */
public final class MetaGuests {

  /** The number of the seeded restaurant. */
  public static final String RESTAURANT = "106540352242922";

  private final InstantSource clock;
  private final MetaMessages messages;
  private final MetaFiles files;
  private final MetaWebhooks webhooks;
  private final Map<String, String> shown =
      new ConcurrentHashMap<>(Map.of(RESTAURANT, "34600000900"));

  MetaGuests(InstantSource clock, MetaMessages messages, MetaFiles files, MetaWebhooks webhooks) {
    this.clock = clock;
    this.messages = messages;
    this.files = files;
    this.webhooks = webhooks;
  }

  /**
   * What a guest writes.
   *
   * @param from a number, or a business-scoped id of one who shows none
   * @param to Meta's id of the house's number
   * @param shown that number as guests see it
   * @param id null for a new one
   * @param content {@code type} and what belongs to it, in place of a text; empty for a text
   * @param file bytes of a picture or a voice note in base64; empty for none
   */
  public record Written(
      String from,
      String to,
      String shown,
      String name,
      String text,
      String id,
      JsonNode content,
      String file) {

    public static Written text(String from, String name, String text) {
      return new Written(from, RESTAURANT, "34600000900", name, text, null, Json.object(), "");
    }

    private boolean hasNumber() {
      return from.matches("\\+?\\d{7,15}");
    }

    private String guest() {
      return from.replace("+", "");
    }
  }

  /** What came of it; status 0: no answer. */
  public record Delivered(List<String> messageIds, List<Integer> statuses) {}

  /** A number of a house as guests see it, by Meta's id of it; empty for one nobody has. */
  Optional<String> shown(String id) {
    return Optional.ofNullable(shown.get(id));
  }

  public Delivered write(Written written) {
    return write(List.of(written), 1);
  }

  /**
   * @param written all of one notice
   * @param times how often it is delivered, at the same moment
   */
  public Delivered write(List<Written> written, int times) {
    List<String> ids = new ArrayList<>();
    List<ObjectNode> changes = new ArrayList<>();
    for (Written one : written) {
      shown.put(one.to(), one.shown());
      String id = one.id() == null ? MetaMessages.newId() : one.id();
      ObjectNode message = message(one, id);
      messages.add(new MetaMessage(id, one.to(), one.guest(), true, message, clock.instant()));
      ids.add(id);
      changes.add(change(one, message));
    }
    if (webhooks.reordered(MetaWebhooks.MESSAGES)) {
      changes = changes.reversed();
    }
    return new Delivered(ids, deliver(changes, times));
  }

  private List<Integer> deliver(List<ObjectNode> changes, int times) {
    return IntStream.range(0, times)
        .mapToObj(i ->
            CompletableFuture.supplyAsync(
                () -> webhooks.send(MetaWebhooks.MESSAGES, changes), Thread::startVirtualThread))
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .toList();
  }

  private static ObjectNode change(Written written, ObjectNode message) {
    ObjectNode change = MetaWebhooks.change(written.to(), written.shown());
    ObjectNode value = (ObjectNode) change.get("value");
    ObjectNode contact = value.putArray("contacts").addObject();
    contact.putObject("profile").put("name", written.name());
    contact.put(written.hasNumber() ? "wa_id" : "user_id", written.guest());
    value.putArray("messages").add(message);
    return change;
  }

  private ObjectNode message(Written written, String id) {
    ObjectNode message = Json.object();
    message.put(written.hasNumber() ? "from" : "from_user_id", written.guest());
    message.put("id", id);
    message.put("timestamp", String.valueOf(clock.instant().getEpochSecond()));
    if (written.content().isEmpty()) {
      message.put("type", "text").putObject("text").put("body", written.text());
    } else {
      message.setAll((ObjectNode) written.content().deepCopy());
    }
    if (!written.file().isEmpty()) {
      attach(message, written.file());
    }
    return message;
  }

  /** The checksum is in base64 here, and in hexadecimal digits where the file is asked for. */
  private void attach(ObjectNode message, String base64) {
    ObjectNode media = message.withObject("/" + message.path("type").asText("audio"));
    String type = media.path("mime_type").asText("audio/ogg; codecs=opus");
    MetaFiles.File file = files.add(type, Base64.getDecoder().decode(base64));
    media.put("id", file.id()).put("mime_type", type);
    media.put("sha256", Base64.getEncoder().encodeToString(file.sha256()));
  }
}
