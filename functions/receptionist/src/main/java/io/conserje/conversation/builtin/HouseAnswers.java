package io.conserje.conversation.builtin;

import io.conserje.conversation.ToolResult;
import io.conserje.text.FilteredPattern;
import io.conserje.venue.OpeningHours;
import io.conserje.venue.Service;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Puts into words what {@code get_house_info} returned, and nothing else. */
final class HouseAnswers {

  private static final FilteredPattern CLOSING =
      FilteredPattern.compile(
          "\\b(?:cierr(?:a|an|as)|cerr(?:ais|as|ar)|cierre|close|closes|closing|shut)\\b");

  private final Turn turn;

  HouseAnswers(Turn turn) {
    this.turn = turn;
  }

  /**
   * What the house answers; none when it does not know.
   *
   * @param part of the day the guest spoke of, or null
   */
  List<String> of(ToolResult result, PartOfDay part) {
    Map<String, Object> facts = result.content();
    List<String> said = new ArrayList<>();
    List<Map<String, Object>> topics = Facts.list(facts, "topics");
    topics.forEach(topic -> said.add(Facts.text(topic, "text")));
    if (facts.get("hours") instanceof Map<?, ?> hours) {
      hours(Facts.of(hours), part, topics.isEmpty(), said);
    }
    if (facts.containsKey("address") && topics.isEmpty()) {
      said.add(turn.say().address(Facts.text(facts, "address")));
    }
    if (facts.containsKey("phone")) {
      said.add(turn.say().phone(Facts.text(facts, "phone")));
    }
    if (facts.containsKey("rooms")) {
      said.add(rooms(named(Facts.list(facts, "rooms"))));
    }
    if (facts.get("policies") instanceof Map<?, ?> policies) {
      boolean largest = HouseQuestions.ofLargest(turn.said("")) || GroupQuestion.in(turn.said(""));
      if (largest && policies.containsKey("largest_party")) {
        said.add(
            HouseSayings.in(turn.tongue())
                .largest(Facts.number(Facts.of(policies), "largest_party")));
        return said;
      }
      int free = Facts.number(Facts.of(policies), "free_cancellation_hours");
      said.add(HouseSayings.in(turn.tongue()).cancelling(free));
    }
    return said;
  }

  /** The week only where nothing written down answers. */
  private void hours(
      Map<String, Object> hours, PartOfDay part, boolean nothingWritten, List<String> said) {
    if (hours.containsKey("date")) {
      LocalDate day = LocalDate.parse(Facts.text(hours, "date"));
      List<Service> services = services(day.getDayOfWeek(), hours);
      said.add(hoursOn(day, services, part));
      closing(services, said);
    } else if (nothingWritten && !Facts.list(hours, "week").isEmpty()) {
      said.add(turn.say().week(week(Facts.list(hours, "week"))));
    }
  }

  /** Until when one may book is not when the house closes: only who asks for that is told. */
  private void closing(List<Service> services, List<String> said) {
    List<LocalTime> hours =
        services.stream()
            .filter(s -> !s.closes().equals(s.lastBooking()))
            .map(Service::closes)
            .distinct()
            .toList();
    if (!hours.isEmpty() && CLOSING.matcher(Tokens.plain(turn.said(""))).find()) {
      said.add(HouseSayings.in(turn.tongue()).closing(hours));
    }
  }

  private String hoursOn(LocalDate day, List<Service> services, PartOfDay part) {
    boolean other = part != null && !services.isEmpty() && services.stream().noneMatch(part::meets);
    return other ? turn.say().noSuchMeal(day, part, services) : turn.say().hoursOn(day, services);
  }

  private static OpeningHours week(List<Map<String, Object>> days) {
    List<Service> all = new ArrayList<>();
    for (Map<String, Object> day : days) {
      DayOfWeek weekday = DayOfWeek.valueOf(Facts.text(day, "day").toUpperCase(Locale.ROOT));
      all.addAll(services(weekday, day));
    }
    return OpeningHours.weekly(all);
  }

  private static List<Service> services(DayOfWeek weekday, Map<String, Object> day) {
    return Facts.list(day, "services").stream()
        .map(s ->
            new Service(
                weekday,
                Facts.text(s, "service"),
                LocalTime.parse(Facts.text(s, "first_booking")),
                LocalTime.parse(Facts.text(s, "last_booking")),
                closes(s)))
        .toList();
  }

  private static LocalTime closes(Map<String, Object> service) {
    String closes = Facts.text(service, "closes");
    return LocalTime.parse(closes.isEmpty() ? Facts.text(service, "last_booking") : closes);
  }

  /** Those the guest asks about, or all. */
  private List<Map<String, Object>> named(List<Map<String, Object>> rooms) {
    List<String> named = RoomWords.all(Words.of(turn.said("")), turn.venue().lodging());
    List<Map<String, Object>> some =
        rooms.stream().filter(r -> named.contains(Facts.text(r, "room_type"))).toList();
    return some.isEmpty() ? rooms : some;
  }

  private String rooms(List<Map<String, Object>> rooms) {
    HouseSayings say = HouseSayings.in(turn.tongue());
    if (rooms.isEmpty()) {
      return say.noRooms(turn.venue().name());
    }
    if (Price.ofChild(turn.said(""))) {
      List<String> each =
          rooms.stream()
              .filter(r -> r.containsKey("child_from"))
              .map(r -> say.childIn(Facts.text(r, "called"), price(r, "child_from")))
              .toList();
      return each.isEmpty() ? say.noChildren() : say.children(each);
    }
    boolean compares = RoomsWanted.compared(turn.said(""));
    return say.rooms(
        rooms.stream()
            .map(r -> {
              String room = say.room(Facts.text(r, "called"), price(r, "from"));
              return compares ? say.sleeps(room, Facts.number(r, "people")) : room;
            })
            .toList());
  }

  private static String price(Map<String, Object> room, String key) {
    return room.get(key) instanceof Map<?, ?> from ? Facts.text(Facts.of(from), "text") : "";
  }
}
