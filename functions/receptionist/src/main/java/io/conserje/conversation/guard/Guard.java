package io.conserje.conversation.guard;

import io.conserje.conversation.Message;
import io.conserje.conversation.ModelRequest;
import io.conserje.conversation.Step;
import io.conserje.conversation.ToolResult;
import io.conserje.conversation.guard.Statements.NamedDay;
import io.conserje.venue.Service;
import io.conserje.venue.Venue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Holds a model's words against what the tools, the house and the guest have said. It never says
 * what is right; it only finds what nobody said, so that the model, or the next one, has another
 * go.
 */
public final class Guard {

  /** Results after which something may be called done. */
  private static final Set<String> DONE =
      Set.of(
          "booked",
          "pending",
          "held",
          "confirmed",
          "changed",
          "cancelled",
          "found",
          "waiting",
          "left");

  private static final int YEARS_AHEAD = 2;

  private final ModelRequest request;

  private Guard(ModelRequest request) {
    this.request = request;
  }

  /**
   * What of a text for the guest nobody vouches for, in words for a log: kinds, never the values
   * themselves. Empty when all is well.
   */
  public static List<String> objections(ModelRequest request, String text) {
    return new Guard(request).objections(text);
  }

  /**
   * The same text, behind the engine's own words for every effect of this turn that it does not
   * tell with its code and its time.
   */
  public static String withWhatMustBeHeard(ModelRequest request, String text) {
    Statements said = Statements.in(text);
    return Stream.concat(
            new Guard(request)
                .results()
                .map(ToolResult::mustHear)
                .filter(Objects::nonNull)
                .filter(words -> !tells(said, text, words)),
            Stream.of(text))
        .collect(Collectors.joining("\n\n"));
  }

  /**
   * Whether the beginning of an answer may be said before its end is known: nothing in it is
   * without a source, it tells of every effect of this turn, and it announces none that the rest of
   * the answer may still ask a tool for.
   */
  public static boolean mayBeSaid(ModelRequest request, String beginning) {
    Guard guard = new Guard(request);
    boolean effects = guard.results().anyMatch(result -> result.mustHear() != null);
    return (effects || !Deeds.meant(beginning))
        && guard.objections(beginning).isEmpty()
        && withWhatMustBeHeard(request, beginning).equals(beginning);
  }

  private static boolean tells(Statements said, String text, String words) {
    Statements due = Statements.in(words);
    return text.contains(words)
        || (!due.codes().isEmpty()
            && said.codes().containsAll(due.codes())
            && said.times().containsAll(due.times()));
  }

  private List<String> objections(String text) {
    Statements said = Statements.in(text);
    Statements known = Statements.inAll(sources());
    Set<Integer> times = new HashSet<>(known.times());
    times.addAll(houseTimes());
    List<String> objections = new ArrayList<>();
    if (!known.codes().containsAll(said.codes())) {
      objections.add("a code");
    }
    if (!times.containsAll(said.times())) {
      objections.add("a time");
    }
    if (!known.amounts().containsAll(said.amounts())) {
      objections.add("an amount");
    }
    if (!known.numbers().containsAll(said.numbers())) {
      objections.add("a telephone number");
    }
    if (!said.days().stream().allMatch(this::isADay)) {
      objections.add("a weekday of another date");
    }
    if (Deeds.told(text) && !somethingWasDone()) {
      objections.add("a deed");
    }
    return objections;
  }

  private Stream<String> sources() {
    return Stream.of(
            request.history().stream().map(Message::text),
            request.unanswered().stream().map(Message::text),
            results().flatMap(result -> strings(result.content())),
            results().flatMap(result -> Stream.ofNullable(result.mustHear())),
            house())
        .flatMap(texts -> texts);
  }

  private Stream<String> house() {
    Venue venue = request.venue();
    return Stream.of(venue.phone(), venue.address(), venue.name(), request.guest().phone());
  }

  private Stream<ToolResult> results() {
    return request.steps().stream().map(Step::results).flatMap(List::stream);
  }

  /** Every text and number of a result, however deep, written as a text. */
  private static Stream<String> strings(Object value) {
    return switch (value) {
      case null -> Stream.empty();
      case Map<?, ?> map -> map.values().stream().flatMap(Guard::strings);
      case Collection<?> many -> many.stream().flatMap(Guard::strings);
      default -> Stream.of(value.toString().replace('T', ' '));
    };
  }

  private Set<Integer> houseTimes() {
    Set<Integer> times = new HashSet<>();
    for (Service service : request.venue().hours().services()) {
      Stream.of(service.firstBooking(), service.lastBooking(), service.closes())
          .filter(time -> time != null)
          .forEach(time -> times.add(Statements.onDial(time.getHour(), time.getMinute())));
    }
    return times;
  }

  /** No house takes bookings further ahead. */
  private boolean isADay(NamedDay named) {
    int year = request.now().getYear();
    return IntStream.rangeClosed(year - 1, year + YEARS_AHEAD)
        .filter(named.date()::isValidYear)
        .mapToObj(named.date()::atYear)
        .map(LocalDate::getDayOfWeek)
        .anyMatch(named.weekday()::equals);
  }

  private boolean somethingWasDone() {
    return results().anyMatch(result -> DONE.contains(result.status()))
        || request.history().stream()
            .filter(message -> message.from() != Message.From.GUEST)
            .anyMatch(message -> Deeds.told(message.text()));
  }
}
