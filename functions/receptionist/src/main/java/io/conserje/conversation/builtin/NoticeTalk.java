package io.conserje.conversation.builtin;

import io.conserje.conversation.ToolResult;
import io.conserje.conversation.builtin.Memory.Search;
import io.conserje.venue.Channel;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A yes or no to what the house asked of its own accord: will you come, do you take the table? What
 * waits for an answer is in the book, so the book is asked.
 */
final class NoticeTalk {

  private static final Set<String> WAITING = Set.of("held", "pending");

  private final Turn turn;
  private final Memory memory;
  private final BookingTalk booking;
  private final ReservationTalk reservations;

  NoticeTalk(Turn turn, BookingTalk booking, ReservationTalk reservations) {
    this.turn = turn;
    this.memory = turn.memory();
    this.booking = booking;
    this.reservations = reservations;
  }

  /**
   * Null if the message is no bare yes or no, or answers something this model has asked.
   *
   * @param otherwise what is said when nothing waits for an answer
   */
  Reply hear(Understanding heard, Reply otherwise) {
    boolean open =
        memory.asked != Asked.NOTHING || memory.wish.begun() || memory.task != Task.TABLE;
    if (turn.hasRooms()) {
      return null;
    }
    boolean bare = !heard.wishes() && !heard.question() && heard.reference() == null;
    boolean answers =
        heard.answer() != YesNo.NEITHER
            && Set.of(Topic.THANKS, Topic.GREETING).containsAll(heard.topics());
    boolean onlyThanks = turn.request().channel() == Channel.WEBCHAT && heard.about(Topic.THANKS);
    boolean leaves = NothingMore.in(memory.text, memory.asked, memory.task);
    if (open || !bare || !answers || onlyThanks || leaves) {
      return null;
    }
    memory.otherwise = otherwise.text();
    boolean nothingMore = heard.answer() == YesNo.NO && !memory.booked.isEmpty();
    if (nothingMore) {
      return null;
    }
    if (heard.answer() == YesNo.YES) {
      return Reply.use(List.of(turn.call(0, "confirm_reservation", Map.of())));
    }
    memory.search = Search.ANSWER;
    return Reply.use(List.of(turn.call(0, "find_reservation", Map.of())));
  }

  /** "Confirmo la reserva del domingo": null if that is not what the message is for. */
  Reply confirms(Understanding heard) {
    boolean open =
        memory.asked != Asked.NOTHING || memory.wish.begun() || memory.task != Task.TABLE;
    if (open || heard.intent() != Intent.CONFIRM || heard.answer() == YesNo.NO) {
      return null;
    }
    String named = heard.reference();
    if (named != null && !named.equals(memory.shown) && !named.equals(memory.booked)) {
      memory.search = Search.TELL;
      Map<String, Object> asked = new ToldReference(turn).arguments(heard);
      return Reply.use(List.of(turn.call(0, "find_reservation", asked)));
    }
    memory.otherwise = turn.more().nothingToConfirm();
    boolean known = !memory.shown.isEmpty();
    Map<String, Object> which = known ? Map.of("reference", memory.shown) : Map.of();
    return Reply.use(List.of(turn.call(0, "confirm_reservation", which)));
  }

  /** What was just cancelled is wanted after all; null if that is not what the message says. */
  Reply regrets(Understanding heard) {
    boolean open =
        memory.asked != Asked.NOTHING || memory.wish.begun() || memory.task != Task.TABLE;
    boolean again = !memory.gone.isEmpty() && CancelWords.regrets(memory.text);
    if (open || turn.hasRooms() || heard.wishes() || !again) {
      return null;
    }
    Found gone = Found.read(memory.gone);
    memory.gone = "";
    memory.wish = Wish.NONE.withParty(gone.party()).at(gone.at()).withName(gone.name());
    return booking.next();
  }

  /** Null if the result is none this asked for. */
  Reply hear(ToolResult result) {
    return switch (result.name()) {
      case "confirm_reservation" -> confirmed(result);
      case "find_reservation" -> memory.search == Search.ANSWER ? found(result) : null;
      default -> null;
    };
  }

  private Reply confirmed(ToolResult result) {
    if (result.status().equals("confirmed")) {
      memory.booked = Facts.text(result.content(), "reference");
      memory.knownName = Facts.text(result.content(), "name");
      return Reply.say("");
    }
    boolean late = Facts.text(result.content(), "reason").equals("too_late");
    boolean told = memory.late.equals(Facts.text(result.content(), "reference"));
    return late && !told ? tooLate(result) : nothingWaits();
  }

  /** The table is gone; perhaps there is another. */
  private Reply tooLate(ToolResult result) {
    Map<String, Object> was = result.content();
    memory.addAside(Facts.text(was, "say"));
    memory.late = Facts.text(was, "reference");
    memory.wish =
        Wish.NONE
            .withParty(Facts.number(was, "party_size"))
            .at(Facts.moment(was))
            .withName(Facts.text(was, "name"));
    return booking.next();
  }

  private Reply found(ToolResult result) {
    memory.search = Search.NONE;
    List<Map<String, Object>> waiting =
        Facts.list(result.content(), "reservations").stream()
            .filter(r -> WAITING.contains(Facts.text(r, "status")))
            .toList();
    return waiting.isEmpty()
        ? nothingWaits()
        : reservations.giveBack(waiting.stream().map(Found::of).toList());
  }

  /** Who wants to confirm what is confirmed is told what stands. */
  private Reply nothingWaits() {
    if (memory.otherwise.equals(turn.more().nothingToConfirm())) {
      memory.otherwise = "";
      memory.search = Search.TELL;
      return Reply.use(List.of(turn.call(0, "find_reservation", Map.of())));
    }
    return Reply.inPassing(memory.otherwise);
  }
}
