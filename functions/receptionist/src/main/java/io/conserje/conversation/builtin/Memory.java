package io.conserje.conversation.builtin;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** What is kept of a conversation between two calls, as a flat map. */
final class Memory {

  /** What the guest came for, apart from booking. */
  enum Search {
    NONE,
    TELL,
    CANCEL,
    /** Whether a bare no is the answer to what the house asked. */
    ANSWER
  }

  /** Null until the guest's first words. */
  Tongue tongue;

  Asked asked = Asked.NOTHING;
  Wish wish = Wish.NONE;

  /** The wish the book last called free, and the one it last refused; see {@link BookingTalk}. */
  String free = "";

  String refused = "";

  /** What is to be said about the table the book called free, or empty. */
  String tell = "";

  /** The wish, if that was refused because the house is full. */
  String full = "";

  /** Whether the guest has agreed to wait for it. */
  boolean waits;

  List<LocalDateTime> offers = new ArrayList<>();

  Search search = Search.NONE;

  /** The day the guest named when asking for a reservation, or in passing; null if none. */
  LocalDate mentioned;

  List<Found> found = new ArrayList<>();

  /** The references about to be cancelled. */
  List<String> cancelling = List.of();

  /** The reference booked last in this conversation, or empty. */
  String booked = "";

  /** A name used in an earlier booking of this conversation, or null. */
  String knownName;

  int misses;

  /** What of a group was handed to a person last, or empty. */
  String handed = "";

  /** Answers to be given in this turn before anything else. */
  String aside = "";

  /** What follows the answer the house is asked for, and what is said if it has none. */
  String afterwards = "";

  String unknown = "";

  /** The part of the day the guest asked about, or null. */
  PartOfDay part;

  LocalDateTime heardAt;

  /** What is said if nothing waits for the yes or no that was given. */
  String otherwise = "";

  /** The booking whose guest was told that the yes came too late, or empty. */
  String late = "";

  static Memory of(Map<String, String> map) {
    Memory memory = new Memory();
    memory.tongue = read(map, "tongue", Tongue::of);
    memory.asked = map.containsKey("asked") ? Asked.valueOf(map.get("asked")) : Asked.NOTHING;
    memory.wish = wish(map);
    memory.free = map.getOrDefault("free", "");
    memory.refused = map.getOrDefault("refused", "");
    memory.tell = map.getOrDefault("tell", "");
    memory.full = map.getOrDefault("full", "");
    memory.waits = map.containsKey("waits");
    memory.offers = list(map, "offers", LocalDateTime::parse);
    memory.search = map.containsKey("search") ? Search.valueOf(map.get("search")) : Search.NONE;
    memory.mentioned = read(map, "mentioned", LocalDate::parse);
    memory.found = list(map, "found", Found::read);
    memory.cancelling = list(map, "cancelling", Function.identity());
    memory.booked = map.getOrDefault("booked", "");
    memory.knownName = map.get("knownName");
    memory.misses = Integer.parseInt(map.getOrDefault("misses", "0"));
    memory.aside = map.getOrDefault("aside", "");
    memory.afterwards = map.getOrDefault("afterwards", "");
    memory.unknown = map.getOrDefault("unknown", "");
    memory.part = read(map, "partAsked", PartOfDay::valueOf);
    memory.heardAt = read(map, "heardAt", LocalDateTime::parse);
    memory.handed = map.getOrDefault("handed", "");
    memory.late = map.getOrDefault("late", "");
    memory.otherwise = map.getOrDefault("otherwise", "");
    return memory;
  }

  private static Wish wish(Map<String, String> map) {
    return new Wish(
        read(map, "party", Integer::valueOf),
        read(map, "date", LocalDate::parse),
        read(map, "time", TimeWish::read),
        read(map, "part", PartOfDay::valueOf),
        read(map, "settled", LocalDateTime::parse),
        map.get("name"),
        map.get("zone"),
        map.get("notes"));
  }

  Map<String, String> toMap() {
    Map<String, String> map = new LinkedHashMap<>();
    write(map, "tongue", tongue == null ? null : tongue.code);
    write(map, "asked", asked == Asked.NOTHING ? null : asked);
    write(map, "party", wish.party());
    write(map, "date", wish.date());
    write(map, "time", wish.time() == null ? null : wish.time().written());
    write(map, "part", wish.part());
    write(map, "settled", wish.settled());
    write(map, "name", wish.name());
    write(map, "zone", wish.zone());
    write(map, "notes", wish.notes());
    write(map, "free", free);
    write(map, "refused", refused);
    write(map, "tell", tell);
    write(map, "full", full);
    write(map, "waits", waits ? "yes" : null);
    write(map, "offers", lines(offers, LocalDateTime::toString));
    write(map, "search", search == Search.NONE ? null : search);
    write(map, "mentioned", mentioned);
    write(map, "found", lines(found, Found::written));
    write(map, "cancelling", lines(cancelling, Function.identity()));
    write(map, "booked", booked);
    write(map, "knownName", knownName);
    write(map, "misses", misses == 0 ? null : misses);
    write(map, "aside", aside);
    write(map, "afterwards", afterwards);
    write(map, "unknown", unknown);
    write(map, "partAsked", part);
    write(map, "heardAt", heardAt);
    write(map, "handed", handed);
    write(map, "late", late);
    write(map, "otherwise", otherwise);
    return map;
  }

  private static void write(Map<String, String> map, String key, Object value) {
    if (value != null && !value.toString().isEmpty()) {
      map.put(key, value.toString());
    }
  }

  private static <V> V read(Map<String, String> map, String key, Function<String, V> reader) {
    String written = map.get(key);
    return written == null ? null : reader.apply(written);
  }

  private static <V> String lines(List<V> values, Function<V, String> writer) {
    return String.join("\n", values.stream().map(writer).toList());
  }

  private static <V> List<V> list(Map<String, String> map, String key, Function<String, V> reader) {
    String written = map.get(key);
    return written == null
        ? new ArrayList<>()
        : new ArrayList<>(written.lines().map(reader).toList());
  }

  void addAside(String text) {
    aside = aside.isEmpty() ? text : aside.contains(text) ? aside : aside + " " + text;
  }

  /** Ends what was being arranged; the guest's name and language are kept. */
  void dropWish() {
    knownName = wish.name() == null ? knownName : wish.name();
    wish = Wish.NONE;
    asked = Asked.NOTHING;
    free = "";
    refused = "";
    tell = "";
    full = "";
    waits = false;
    offers.clear();
    mentioned = null;
    search = Search.NONE;
    cancelling = List.of();
    found.clear();
  }
}
