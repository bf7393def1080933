package io.conserje.conversations;

import java.time.Duration;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A conversation as it is written down, see docs/conversations.md.
 *
 * @param file without its ending, for example {@code worked/changes-es}
 * @param from the guest's number; empty on channels without one
 * @param now the house's clock at the first message
 * @param answers what the guest says when the house asks
 * @param goal of a simulated guest; null where {@code talk} says what happens
 * @param plan of an improvised guest; null for all others
 */
record Scenario(
    String file,
    String title,
    String category,
    String house,
    String language,
    String channel,
    String from,
    LocalDateTime now,
    List<Fields> given,
    List<Event> talk,
    Map<String, String> answers,
    Fields goal,
    String temper,
    int seeds,
    Plan plan,
    Fields then) {

  /** Something that happens. */
  sealed interface Event {}

  /**
   * @param messages in quick succession, one turn
   * @param reply regular expressions the answer must contain
   * @param replyNot … must not contain
   */
  record Says(List<String> messages, List<String> reply, List<String> replyNot) implements Event {

    static Says of(String message) {
      return new Says(List.of(message), List.of(), List.of());
    }
  }

  /** Time passes, jobs run. */
  record Waits(Duration time) implements Event {}

  /**
   * Somebody of the house does something.
   *
   * @param what {@code take_over}, {@code hand_back} or {@code says}
   */
  record Staff(String what, String text) implements Event {}

  String split() {
    return file.substring(0, file.indexOf('/'));
  }

  boolean untouched() {
    return split().equals("untouched");
  }

  boolean spanish() {
    return !language.equals("en");
  }

  /** Whoever speaks once the written talk is over. */
  Guest guest(int seed) {
    if (plan != null) {
      return new ImprovisedGuest(plan);
    }
    return goal == null ? new WrittenGuest(answers) : new SimulatedGuest(this, seed);
  }

  boolean simulated() {
    return goal != null || plan != null;
  }

  boolean needsStaff() {
    return talk.stream().anyMatch(Staff.class::isInstance);
  }

  static Scenario read(Object document, String file) {
    Fields all = Fields.of(document, file);
    Fields s =
        new Fields(all.values(), file + " '" + all.text("scenario") + "'")
            .only(
                "scenario",
                "category",
                "house",
                "language",
                "channel",
                "from",
                "now",
                "given",
                "talk",
                "answers",
                "goal",
                "temper",
                "seeds",
                "then");
    return new Scenario(
        file,
        s.needed("scenario"),
        s.needed("category"),
        s.needed("house"),
        s.text("language", "es"),
        s.text("channel", "webchat"),
        s.text("from"),
        LocalDateTime.parse(s.text("now", "2026-11-20T12:00")),
        s.maps("given"),
        s.maps("talk").stream().map(Scenario::event).toList(),
        answers(s.map("answers")),
        s.has("goal") ? s.map("goal") : null,
        s.text("temper", "all_at_once"),
        s.has("goal") ? s.number("seeds", 1) : 1,
        null,
        s.map("then")
            .only(
                "reservations",
                "changed",
                "cancelled",
                "confirmed",
                "waitlist",
                "stays",
                "requests",
                "owner",
                "said",
                "never",
                "silent"));
  }

  private static Map<String, String> answers(Fields fields) {
    fields.only(
        "name",
        "phone",
        "date",
        "time",
        "people",
        "notes",
        "zone",
        "confirm",
        "offer",
        "which",
        "reference",
        "arrival",
        "departure",
        "nights",
        "room",
        "email",
        "else");
    Map<String, String> answers = new LinkedHashMap<>();
    fields.values().forEach((key, value) -> answers.put(key, String.valueOf(value)));
    return answers;
  }

  private static Event event(Fields event) {
    event.only("guest", "reply", "reply_not", "wait", "staff");
    if (event.has("wait")) {
      String time = event.text("wait");
      return new Waits(Duration.parse("PT" + time.toUpperCase(java.util.Locale.ROOT)));
    }
    if (event.has("staff")) {
      return event.get("staff") instanceof Map<?, ?> says
          ? new Staff("says", String.valueOf(says.get("says")))
          : new Staff(event.text("staff"), "");
    }
    return new Says(event.texts("guest"), event.texts("reply"), event.texts("reply_not"));
  }
}
