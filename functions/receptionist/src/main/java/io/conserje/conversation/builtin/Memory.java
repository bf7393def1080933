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
    CHANGE,
    /** What the guest has, to understand what was just said. */
    GLANCE,
    USUAL,
    /** Whether there is a stay the guest may speak of. */
    PERHAPS,
    /** Who it is that says hello. */
    GREET,
    /** Whether a bare no is the answer to what the house asked. */
    ANSWER
  }

  /** Null until the guest's first words. */
  Tongue tongue;

  Asked asked = Asked.NOTHING;
  Task task = Task.TABLE;
  Wish wish = Wish.NONE;

  /** What is to be different in a reservation; what stays is not in it. */
  Wish change = Wish.NONE;

  /** By how much what stands is to be moved, until it is known what stands. */
  Shift shift = Shift.NONE;

  /** The first or last hour of a day that is not known yet; or null. */
  Edge edge;

  /** How many more people come, or fewer. */
  int more;

  /** What the guest said to tell one reservation from the others. */
  Mentions mentions = Mentions.NONE;

  /** The number the guest gave, where the channel tells none. */
  String phone = "";

  /** How often the guest was asked for it in vain. */
  int phoneAsked;

  /** The beginning of a number that was not whole, or empty. */
  String phoneBegun = "";

  /** Whether the message that is being heard was a piece of one; not kept. */
  boolean phonePiece;

  /** Whether it told another number than was known; not kept. */
  boolean phoneMoved;

  /** What the guest wished for in the same breath, to be seen to afterwards. */
  List<String> later = new ArrayList<>();

  /** What the message that is being heard says; not kept. */
  String text = "";

  /** What the guest has in the book, if it was looked up for that message; else null. Not kept. */
  List<Found> standing;

  /** Why a person is being told just now, apart from groups; or empty. */
  String handing = "";

  /** What the guest said about a group, word for word. */
  String groupSaid = "";

  boolean occasionAsked;

  /** In whose name a reservation is looked for, or empty. */
  String whose = "";

  /** Whether all of them are meant. */
  boolean all;

  /** The reference of a booking made elsewhere, until it is known whose it is, or empty. */
  String called = "";

  /** In whose name the guest says it is, or empty. */
  String calledBy = "";

  /** What the guest wants of it, in the words that were heard before it was known; or empty. */
  String calledFor = "";

  /** The reference of the one the book has shown since, or empty. */
  String shown = "";

  /** Whether no booking was found by it. */
  boolean calledInVain;

  final StayMemory stays = new StayMemory();

  /** The wish the book last called free, and the one it last refused; see {@link BookingTalk}. */
  String free = "";

  String refused = "";

  /** What is to be said about the table the book called free, or empty. */
  String tell = "";

  /** The wish, if that was refused because the house is full. */
  String full = "";

  /** Whether the guest has agreed to wait for it. */
  boolean waits;

  List<Offer> offers = new ArrayList<>();

  Search search = Search.NONE;

  /** The day the guest named when asking for a reservation, or in passing; null if none. */
  LocalDate mentioned;

  List<Found> found = new ArrayList<>();

  /** The references about to be cancelled. */
  List<String> cancelling = List.of();

  /** The reference booked last in this conversation, or empty. */
  String booked = "";

  /** How many the last booking of this conversation was for, or 0. */
  int lastParty;

  /** At what time it was, or empty. */
  String lastTime = "";

  /** On which day it was; or null. */
  LocalDate lastDate;

  /** The booking that was cancelled last in this conversation, as it was; or empty. */
  String gone = "";

  /** A name used in an earlier booking of this conversation, or null. */
  String knownName;

  int misses;

  /** What of a group was handed to a person last, or empty. */
  String handed = "";

  /** Answers to be given in this turn before anything else. */
  String aside = "";

  /** What was asked of the house last, or empty. */
  String question = "";

  /** What was asked before that, to come back to if nobody knows the last. */
  String questionBefore = "";

  /**
   * What to ask the house if it does not know what it is asked: the same after the last question.
   */
  String further = "";

  /** The day whose hours the guest asked for last, {@code week}, {@code rooms}, or empty. */
  String toldOf = "";

  /** What follows the answer the house is asked for, and what is said if it has none. */
  String afterwards = "";

  String unknown = "";

  /** The part of the day the guest asked about, or null. */
  PartOfDay part;

  LocalDateTime heardAt;

  /** What is wanted if the wish cannot be, in the guest's words, or empty. */
  String fallback = "";

  /** What was wished for until the guest let it be. */
  Wish dropped = Wish.NONE;

  /** Whether the day that is looked for was named by its weekday alone. */
  boolean anyWeek;

  /** What is said if nothing waits for the yes or no that was given. */
  String otherwise = "";

  /** The booking whose guest was told that the yes came too late, or empty. */
  String late = "";

  static Memory of(Map<String, String> map) {
    Memory memory = new Memory();
    memory.tongue = read(map, "tongue", Tongue::of);
    memory.asked = map.containsKey("asked") ? Asked.valueOf(map.get("asked")) : Asked.NOTHING;
    memory.task = map.containsKey("task") ? Task.valueOf(map.get("task")) : Task.TABLE;
    memory.wish = Wish.read(map, "");
    memory.change = Wish.read(map, "change.");
    memory.shift = Shift.read(map.getOrDefault("shift", ""));
    memory.edge = read(map, "edge", Edge::valueOf);
    memory.more = Integer.parseInt(map.getOrDefault("more", "0"));
    memory.mentions = Mentions.read(map.getOrDefault("mentions", ""));
    memory.phone = map.getOrDefault("phone", "");
    memory.phoneAsked = Integer.parseInt(map.getOrDefault("phoneAsked", "0"));
    memory.phoneBegun = map.getOrDefault("phoneBegun", "");
    memory.later = list(map, "later", Function.identity());
    memory.handing = map.getOrDefault("handing", "");
    memory.groupSaid = map.getOrDefault("groupSaid", "");
    memory.occasionAsked = map.containsKey("occasionAsked");
    memory.whose = map.getOrDefault("whose", "");
    memory.all = map.containsKey("all");
    memory.called = map.getOrDefault("called", "");
    memory.calledBy = map.getOrDefault("calledBy", "");
    memory.calledFor = map.getOrDefault("calledFor", "");
    memory.shown = map.getOrDefault("shown", "");
    memory.calledInVain = map.containsKey("calledInVain");
    memory.stays.read(map);
    memory.free = map.getOrDefault("free", "");
    memory.refused = map.getOrDefault("refused", "");
    memory.tell = map.getOrDefault("tell", "");
    memory.full = map.getOrDefault("full", "");
    memory.waits = map.containsKey("waits");
    memory.offers = list(map, "offers", Offer::read);
    memory.search = map.containsKey("search") ? Search.valueOf(map.get("search")) : Search.NONE;
    memory.mentioned = read(map, "mentioned", LocalDate::parse);
    memory.found = list(map, "found", Found::read);
    memory.cancelling = list(map, "cancelling", Function.identity());
    memory.booked = map.getOrDefault("booked", "");
    memory.lastParty = Integer.parseInt(map.getOrDefault("lastParty", "0"));
    memory.lastTime = map.getOrDefault("lastTime", "");
    memory.lastDate = read(map, "lastDate", LocalDate::parse);
    memory.gone = map.getOrDefault("gone", "");
    memory.knownName = map.get("knownName");
    memory.misses = Integer.parseInt(map.getOrDefault("misses", "0"));
    memory.aside = map.getOrDefault("aside", "");
    memory.question = map.getOrDefault("question", "");
    memory.questionBefore = map.getOrDefault("question.before", "");
    memory.toldOf = map.getOrDefault("toldOf", "");
    memory.further = map.getOrDefault("further", "");
    memory.afterwards = map.getOrDefault("afterwards", "");
    memory.unknown = map.getOrDefault("unknown", "");
    memory.part = read(map, "partAsked", PartOfDay::valueOf);
    memory.heardAt = read(map, "heardAt", LocalDateTime::parse);
    memory.handed = map.getOrDefault("handed", "");
    memory.late = map.getOrDefault("late", "");
    memory.otherwise = map.getOrDefault("otherwise", "");
    memory.fallback = map.getOrDefault("fallback", "");
    memory.dropped = Wish.read(map, "dropped.");
    memory.anyWeek = map.containsKey("anyWeek");
    return memory;
  }

  Map<String, String> toMap() {
    Map<String, String> map = new LinkedHashMap<>();
    write(map, "tongue", tongue == null ? null : tongue.code);
    write(map, "asked", asked == Asked.NOTHING ? null : asked);
    write(map, "task", task == Task.TABLE ? null : task);
    wish.write(map, "");
    change.write(map, "change.");
    write(map, "shift", shift.written());
    write(map, "edge", edge);
    write(map, "more", more == 0 ? null : more);
    write(map, "mentions", mentions.written());
    write(map, "phone", phone);
    write(map, "phoneAsked", phoneAsked == 0 ? null : phoneAsked);
    write(map, "phoneBegun", phoneBegun);
    write(map, "later", lines(later, t -> t.replace('\n', ' ')));
    write(map, "handing", handing);
    write(map, "groupSaid", groupSaid);
    write(map, "occasionAsked", occasionAsked ? "yes" : null);
    write(map, "whose", whose);
    write(map, "all", all ? "yes" : null);
    write(map, "called", called);
    write(map, "calledBy", calledBy);
    write(map, "calledFor", calledFor);
    write(map, "shown", shown);
    write(map, "calledInVain", calledInVain ? "yes" : null);
    stays.write(map);
    write(map, "free", free);
    write(map, "refused", refused);
    write(map, "tell", tell);
    write(map, "full", full);
    write(map, "waits", waits ? "yes" : null);
    write(map, "offers", lines(offers, Offer::written));
    write(map, "search", search == Search.NONE ? null : search);
    write(map, "mentioned", mentioned);
    write(map, "found", lines(found, Found::written));
    write(map, "cancelling", lines(cancelling, Function.identity()));
    write(map, "booked", booked);
    write(map, "lastParty", lastParty == 0 ? null : lastParty);
    write(map, "lastTime", lastTime);
    write(map, "lastDate", lastDate);
    write(map, "gone", gone);
    write(map, "knownName", knownName);
    write(map, "misses", misses == 0 ? null : misses);
    write(map, "aside", aside);
    write(map, "question", question);
    write(map, "question.before", questionBefore);
    write(map, "toldOf", toldOf);
    write(map, "further", further);
    write(map, "afterwards", afterwards);
    write(map, "unknown", unknown);
    write(map, "partAsked", part);
    write(map, "heardAt", heardAt);
    write(map, "handed", handed);
    write(map, "late", late);
    write(map, "otherwise", otherwise);
    write(map, "fallback", fallback);
    dropped.write(map, "dropped.");
    write(map, "anyWeek", anyWeek ? "yes" : null);
    return map;
  }

  /** Keeps what the book says of the booking that was just made, moved or given back. */
  void wasLast(Map<String, Object> booking) {
    lastParty = Facts.number(booking, "party_size");
    lastTime = Facts.text(booking, "time");
    String day = Facts.text(booking, "date");
    lastDate = day.isEmpty() ? null : LocalDate.parse(day);
  }

  static void write(Map<String, String> map, String key, Object value) {
    if (value != null && !value.toString().isEmpty()) {
      map.put(key, value.toString());
    }
  }

  static <V> V read(Map<String, String> map, String key, Function<String, V> reader) {
    String written = map.get(key);
    return written == null ? null : reader.apply(written);
  }

  static <V> String lines(List<V> values, Function<V, String> writer) {
    return String.join("\n", values.stream().map(writer).toList());
  }

  static <V> List<V> list(Map<String, String> map, String key, Function<String, V> reader) {
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
    handed = "";
    groupSaid = "";
    occasionAsked = false;
    wish = Wish.NONE;
    fallback = "";
    dropped = Wish.NONE;
    dropTask();
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
    called = "";
    calledBy = "";
    calledFor = "";
    calledInVain = false;
  }

  /** Ends what is not a new table. */
  void dropTask() {
    asked = Asked.NOTHING;
    task = Task.TABLE;
    change = Wish.NONE;
    more = 0;
    shift = Shift.NONE;
    edge = null;
    mentions = Mentions.NONE;
    stays.drop();
  }

  /** Asks for something, as part of a task. */
  void ask(Asked next, Task of) {
    asked = next;
    task = of;
  }
}
