package io.conserje.conversation.builtin;

import java.time.LocalDateTime;
import java.util.List;
import java.util.stream.Stream;

/** The times the house offered, and which of them a guest means. */
final class Offers {

  private final Turn turn;
  private final Memory memory;

  Offers(Turn turn) {
    this.turn = turn;
    this.memory = turn.memory();
  }

  /** Which of the times on offer the guest takes; null if none, or not clearly. */
  LocalDateTime chosen(Understanding heard) {
    List<LocalDateTime> offers = memory.offers;
    if (offers.isEmpty()) {
      return null;
    }
    LocalDateTime named = named(heard, offers);
    if (named != null || heard.time() != null && heard.choice() == Choice.NONE) {
      return named;
    }
    if (heard.choice() == Choice.LAST) {
      return offers.getLast();
    }
    if (heard.choice() > 0 && heard.choice() <= offers.size()) {
      return offers.get(heard.choice() - 1);
    }
    boolean takesAny =
        heard.about(Topic.ANY)
            || offers.size() == 1 && heard.answer() == YesNo.YES && !heard.wishes();
    return takesAny ? offers.getFirst() : direction(heard, offers);
  }

  private LocalDateTime named(Understanding heard, List<LocalDateTime> offers) {
    if (heard.time() == null && heard.day() == null) {
      return null;
    }
    List<LocalDateTime> fitting =
        offers.stream()
            .filter(o -> heard.day() == null || o.toLocalDate().equals(heard.day().date()))
            .filter(o -> heard.time() == null || isAt(o, heard.time()))
            .toList();
    boolean clear = fitting.size() == 1 || !fitting.isEmpty() && heard.time() != null;
    return clear ? fitting.getFirst() : null;
  }

  private static boolean isAt(LocalDateTime offer, TimeWish time) {
    return time.candidates().anyMatch(offer.toLocalTime()::equals);
  }

  private LocalDateTime direction(Understanding heard, List<LocalDateTime> offers) {
    LocalDateTime wished = memory.wish.moment(turn.hours());
    if (wished == null || !heard.about(Topic.LATER) && !heard.about(Topic.EARLIER)) {
      return null;
    }
    Stream<LocalDateTime> fitting =
        offers.stream()
            .filter(o -> heard.about(Topic.LATER) ? o.isAfter(wished) : o.isBefore(wished));
    return fitting.findFirst().orElse(null);
  }
}
