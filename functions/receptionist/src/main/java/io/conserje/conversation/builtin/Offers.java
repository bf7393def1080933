package io.conserje.conversation.builtin;

import java.time.LocalDateTime;
import java.util.ArrayList;
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
  Offer chosen(Understanding heard) {
    List<Offer> offers = memory.offers;
    if (offers.isEmpty()) {
      return null;
    }
    Offer named = named(heard, offers);
    boolean refused = named == null && heard.time() != null && isWished(heard.time());
    boolean another =
        heard.time() != null && !refused || heard.zone() != null || heard.day() != null;
    if (named != null || another && heard.choice() == Choice.NONE) {
      return named;
    }
    Offer later = direction(heard, offers);
    if (later != null) {
      return later;
    }
    if (heard.choice() == Choice.LAST && memory.edge == null) {
      return offers.getLast();
    }
    if (heard.choice() > 0 && heard.choice() <= offers.size()) {
      return offers.get(heard.choice() - 1);
    }
    boolean takesAny =
        heard.about(Topic.ANY)
            || offers.size() == 1 && heard.answer() == YesNo.YES && !heard.wishes();
    return takesAny ? offers.getFirst() : null;
  }

  /** Who wants to dine is offered no lunch, if there is anything else. */
  void ofTheMeal() {
    PartOfDay part = meal();
    if (part == null || part == PartOfDay.MORNING || part == PartOfDay.AFTERNOON) {
      return;
    }
    List<Offer> fitting = memory.offers.stream().filter(o -> part.holds(o.at().getHour())).toList();
    memory.offers = fitting.isEmpty() ? memory.offers : new ArrayList<>(fitting);
  }

  private PartOfDay meal() {
    PartOfDay said = memory.wish.part();
    said = said == null ? PartOfDay.in(Words.of(turn.heard())) : said;
    TimeWish time = memory.wish.time();
    boolean evening = time != null && time.exact() && time.time().getHour() >= 17;
    return said == null && evening ? PartOfDay.DINNER : said;
  }

  /** {@code a las nueve y media o diez}: the offer at the second hour; null if there is none. */
  Offer alsoNamed(String text) {
    Words words = Words.of(text);
    PartOfDay part = PartOfDay.in(Words.of(text));
    for (int i = 1; i < words.size(); i++) {
      if (!words.is(i - 1, "o", "u", "or")) {
        continue;
      }
      int at = words.is(i, "a", "at") ? i + 1 : i;
      at = words.is(at, "las") ? at + 1 : at;
      TimeWish other = TimeWords.bare(words, at, turn.tongue());
      Offer offer = other == null ? null : at(other.in(part));
      if (offer != null) {
        return offer;
      }
    }
    return null;
  }

  /** On the day of the wish. */
  private Offer at(TimeWish time) {
    return memory.offers.stream()
        .filter(o -> o.at().toLocalDate().equals(memory.wish.date()) && isAt(o.at(), time))
        .findFirst()
        .orElse(null);
  }

  private Offer named(Understanding heard, List<Offer> offers) {
    boolean elsewhere = heard.zone() != null && !heard.zone().isEmpty();
    if (heard.time() == null && heard.day() == null && !elsewhere) {
      return null;
    }
    List<Offer> fitting =
        offers.stream()
            .filter(o -> heard.day() == null || o.at().toLocalDate().equals(heard.day().date()))
            .filter(o -> heard.time() == null || isAt(o.at(), heard.time()))
            .filter(o ->
                !elsewhere
                    || o.zone().equals(heard.zone())
                    || o.zone().isEmpty() && heard.zone().equals(memory.wish.zone()))
            .toList();
    boolean clear = fitting.size() == 1 || !fitting.isEmpty() && heard.time() != null;
    return clear ? fitting.getFirst() : null;
  }

  /** {@code if it can't be half past two, then the later one}: it is known that it cannot. */
  private boolean isWished(TimeWish time) {
    LocalDateTime wished = memory.wish.moment(turn.hours());
    return wished != null && isAt(wished, time);
  }

  private static boolean isAt(LocalDateTime offer, TimeWish time) {
    return time.candidates().anyMatch(offer.toLocalTime()::equals);
  }

  private Offer direction(Understanding heard, List<Offer> offers) {
    LocalDateTime wished = memory.wish.moment(turn.hours());
    if (wished == null || !heard.about(Topic.LATER) && !heard.about(Topic.EARLIER)) {
      return null;
    }
    Stream<Offer> fitting =
        offers.stream()
            .filter(
                o -> heard.about(Topic.LATER) ? o.at().isAfter(wished) : o.at().isBefore(wished));
    return fitting.findFirst().orElse(null);
  }
}
