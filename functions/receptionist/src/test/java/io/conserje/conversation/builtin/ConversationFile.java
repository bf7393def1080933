package io.conserje.conversation.builtin;

import io.conserje.venue.Venue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.yaml.snakeyaml.Yaml;

/**
 * A conversation as data: what the guest says, which tools are called and what the reply must hold,
 * and what is in the book afterwards. A turn without {@code calls} must call none.
 */
record ConversationFile(String name, Map<String, Object> content) {

  /**
   * @param meanwhile what arrives before the answer to {@code guest} is sent
   */
  record Turn(List<String> guest, List<String> meanwhile, List<String> calls, List<String> reply) {}

  static List<ConversationFile> all() {
    try (Stream<Path> files = Files.list(Path.of("src/test/resources/conversations"))) {
      return files.sorted().map(ConversationFile::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ConversationFile read(Path file) {
    try {
      return new ConversationFile(
          file.getFileName().toString(), new Yaml().load(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  FakeHouse house(Venue venue) {
    FakeHouse house = new FakeHouse(venue, Houses.NOON);
    texts(content, "knows").stream()
        .map(line -> line.split(": ", 2))
        .forEach(known -> house.knows.put(known[0], known[1]));
    house.full.addAll(texts(content, "full"));
    house.takenMeanwhile.addAll(texts(content, "taken_meanwhile"));
    has(house, "reservations", "confirmed");
    has(house, "pending", "pending");
    has(house, "expired", "expired");
    texts(content, "stays").forEach(house.rooms::has);
    for (String usual : texts(content, "usual")) {
      String[] parts = usual.split(" ", 3);
      house.usual.put("party_size", Integer.valueOf(parts[0]));
      house.usual.put("time", parts[1]);
      house.usual.put("name", parts[2]);
    }
    house.waiting.addAll(texts(content, "waiting"));
    return house;
  }

  private void has(FakeHouse house, String key, String status) {
    for (String reservation : texts(content, key)) {
      String[] parts = reservation.split(" ", 4);
      int party = Integer.parseInt(parts[2]);
      house.has(parts[0], LocalDateTime.parse(parts[1]), party, parts[3], status);
    }
  }

  Player player(FakeHouse house, Venue venue) {
    String profile = String.valueOf(content.getOrDefault("profile_name", ""));
    Player player = new Player(new BuiltInModel(), venue, Houses.NOON, house, profile);
    return texts(content, "channel").contains("webchat") ? player.byWebChat() : player;
  }

  Venue venue() {
    return texts(content, "house").contains("hotel") ? Houses.hotel() : Houses.restaurant();
  }

  /** The rooms that are taken afterwards. */
  List<String> rooms() {
    return texts(content, "rooms");
  }

  String language() {
    return (String) content.get("language");
  }

  List<String> book() {
    return texts(content, "book");
  }

  /** Who is on the waitlist afterwards. */
  List<String> waitlist() {
    return texts(content, "waitlist");
  }

  @SuppressWarnings("unchecked")
  List<Turn> turns() {
    return ((List<Map<String, Object>>) content.get("turns"))
        .stream()
            .map(t ->
                new Turn(
                    texts(t, "guest"), texts(t, "meanwhile"), texts(t, "calls"), texts(t, "reply")))
            .toList();
  }

  private static List<String> texts(Map<String, Object> from, String key) {
    return switch (from.get(key)) {
      case null -> List.of();
      case List<?> list -> list.stream().map(String::valueOf).toList();
      case Object one -> List.of(one.toString());
    };
  }

  @Override
  public String toString() {
    return name;
  }
}
