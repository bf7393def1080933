package io.conserje.conversation.builtin;

import java.time.LocalDateTime;
import java.util.Map;

/**
 * Why a wish cannot be met, in words for the guest.
 *
 * @param content what the tool returned
 * @param asked what it had been asked
 */
record Refused(Turn turn, Map<String, Object> content, Map<String, Object> asked) {

  String reason() {
    return Facts.text(content, "reason");
  }

  int largest() {
    int told = Facts.number(content, "largest_party");
    return told > 0 ? told : turn.venue().rules().largestParty();
  }

  String phone() {
    String told = Facts.text(content, "house_phone");
    return told.isEmpty() ? turn.phone() : told;
  }

  String why() {
    LocalDateTime at = Facts.moment(asked);
    Sayings say = turn.say();
    return switch (reason()) {
      case "closed" -> closed(at);
      case "past" -> say.past();
      case "too_soon" -> tooSoon(at);
      case "too_far_ahead" -> say.tooFarAhead();
      case "full" -> say.full(at, Facts.number(asked, "party_size"), zone());
      case "between_sittings" -> turn.more().about(at) + " " + Facts.text(content, "say");
      default -> Facts.text(content, "say");
    };
  }

  /** Before the first service of a day nobody is seated, however early he asks. */
  private String tooSoon(LocalDateTime at) {
    return turn.hours().serviceAt(at).isPresent() ? turn.say().tooSoon(phone()) : closed(at);
  }

  private String closed(LocalDateTime at) {
    var services = turn.hours().servicesOf(at.toLocalDate());
    boolean allDay = services.isEmpty() || turn.hours().serviceAt(at).isPresent();
    return allDay
        ? turn.say().closedDay(at.toLocalDate())
        : turn.say().closedThen(asSaid(at), services);
  }

  /** After midnight is of the evening before. */
  private LocalDateTime asSaid(LocalDateTime at) {
    TimeWish wish = turn.memory().wish.time();
    return at.toLocalTime().equals(TimeWish.LATE) && wish != null
        ? at.toLocalDate().atTime(wish.time())
        : at;
  }

  private String zone() {
    return asked.get("zone") == null ? null : asked.get("zone").toString();
  }
}
