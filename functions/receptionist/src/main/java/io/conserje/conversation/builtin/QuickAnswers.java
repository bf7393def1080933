package io.conserje.conversation.builtin;

import io.conserje.conversation.ToolResult;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a guest may answer to the open question with one touch. Each is understood as if it had been
 * written; the text of the question says it all, for those who cannot touch.
 */
final class QuickAnswers {

  /** What fits into a list on a telephone. */
  private static final int MOST = 9;

  private static final String PENDING = "pending";
  private static final Set<String> MADE = Set.of("booked", PENDING, "confirmed", "changed");

  private final Turn turn;
  private final Memory memory;
  private final QuickWords words;

  QuickAnswers(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory();
    this.words = QuickWords.in(turn.tongue());
  }

  /**
   * Empty where nothing is asked, or only what has no short list of answers.
   *
   * @param text what the guest is told; a question it does not put is not answered
   */
  List<String> to(String text) {
    boolean asks = text.contains("?");
    List<String> answers = asks ? toQuestion() : List.of();
    return answers.isEmpty() && memory.asked == Asked.NOTHING ? toResult(asks) : answers;
  }

  /**
   * What a guest may want of the booking this turn was about. One that is asked about by a message
   * is not confirmed here.
   */
  private List<String> toResult(boolean asks) {
    List<ToolResult> about =
        turn.request().steps().stream()
            .flatMap(step -> step.results().stream())
            .filter(result -> MADE.contains(result.status()) || tellsOfOne(result))
            .toList();
    if (about.isEmpty()) {
      return List.of();
    }
    return asks && about.getLast().status().equals(PENDING)
        ? List.of(words.confirm(), words.changeBooking(), words.cancelBooking())
        : List.of(words.changeBooking(), words.cancelBooking());
  }

  private static boolean tellsOfOne(ToolResult result) {
    return result.status().equals("found")
        && Facts.list(result.content(), "reservations").size()
                + Facts.list(result.content(), "stays").size()
            == 1;
  }

  private List<String> toQuestion() {
    return switch (memory.task) {
      case TABLE -> table();
      case CHANGE -> change();
      case STAY -> stay();
      case STAY_CHANGE, STAY_CANCEL, STAY_HOURS -> stayChange();
    };
  }

  private List<String> table() {
    return switch (memory.asked) {
      case CONFIRM -> List.of(words.yes(), words.changeSomething(), words.drop());
      case OFFER -> offers(memory.wish.date());
      case WAITLIST, PERSON -> yesOrNo();
      case OTHER_MOMENT -> List.of(words.otherDay(), words.otherTime());
      case WHAT_TO_CHANGE -> List.of(words.day(), words.time(), words.people(), words.name());
      case CANCEL_CONFIRM -> List.of(words.cancel(), words.keep());
      case CANCEL_WHICH -> moments();
      default -> List.of();
    };
  }

  private List<String> change() {
    return switch (memory.asked) {
      case CONFIRM -> yesOrNo();
      case OFFER ->
          offers(memory.found.size() == 1 ? memory.found.getFirst().at().toLocalDate() : null);
      case WHAT_TO_CHANGE -> List.of(words.day(), words.time(), words.people());
      case CANCEL_WHICH -> moments();
      default -> List.of();
    };
  }

  private List<String> stay() {
    return switch (memory.asked) {
      case CONFIRM -> List.of(words.yes(), words.changeSomething(), words.drop());
      case ROOM -> rooms(memory.stays.offers);
      case OTHER_MOMENT -> List.of(words.otherDates());
      case PERSON -> yesOrNo();
      default -> List.of();
    };
  }

  private List<String> stayChange() {
    boolean which = memory.asked == Asked.CANCEL_WHICH || memory.stays.chosen.isEmpty();
    if (memory.asked != Asked.CONFIRM || which) {
      return List.of();
    }
    return memory.task == Task.STAY_CANCEL ? List.of(words.cancel(), words.keep()) : yesOrNo();
  }

  private List<String> yesOrNo() {
    return List.of(words.yes(), words.no());
  }

  /** The hour alone on the day that was asked for; else with its day. */
  private List<String> offers(LocalDate asked) {
    List<String> answers = new ArrayList<>();
    for (Offer offer : memory.offers) {
      boolean sameDay = offer.at().toLocalDate().equals(asked);
      String time = turn.say().days().time(offer.at().toLocalTime());
      String where = offer.zone().isEmpty() ? "" : ", " + offer.zone();
      answers.add((sameDay ? time : moment(offer.at())) + where);
    }
    return few(answers.stream());
  }

  private List<String> moments() {
    return few(memory.found.stream().map(Found::at).map(this::moment));
  }

  private List<String> rooms(List<RoomOffer> offers) {
    return few(offers.stream().map(RoomOffer::called));
  }

  /** None of them if they do not tell apart what is on offer. */
  private static List<String> few(Stream<String> answers) {
    List<String> all = answers.limit(MOST).toList();
    return all.stream().distinct().count() == all.size() ? all : List.of();
  }

  /** {@code sábado 21, 21:30}. */
  private String moment(LocalDateTime at) {
    String weekday = turn.say().days().weekday(at.getDayOfWeek());
    return weekday + " " + at.getDayOfMonth() + ", " + turn.say().days().time(at.toLocalTime());
  }
}
