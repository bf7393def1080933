package io.conserje.conversation.builtin;

import java.util.List;

/** Which of the rooms told a guest takes. */
final class RoomChoice {

  private RoomChoice() {}

  /** Null if none, or not clearly. */
  static RoomOffer of(Understanding heard, String text, List<RoomOffer> offers) {
    if (offers.isEmpty()) {
      return null;
    }
    String preferred = Price.preferred(text);
    if (!preferred.isEmpty()) {
      return preferred.equals(Price.DEAREST) ? offers.getLast() : offers.getFirst();
    }
    if (heard.stay().begun()) {
      return said(heard.stay(), offers);
    }
    if (heard.choice() == Choice.LAST) {
      return offers.getLast();
    }
    if (heard.choice() > 0 && heard.choice() <= offers.size()) {
      return offers.get(heard.choice() - 1);
    }
    if (heard.about(Topic.ANY)) {
      return offers.getFirst();
    }
    boolean onlyOne = offers.size() == 1 && heard.answer() == YesNo.YES && !heard.question();
    return onlyOne ? offers.getFirst() : null;
  }

  private static RoomOffer said(Stay said, List<RoomOffer> offers) {
    List<RoomOffer> fitting =
        offers.stream()
            .filter(o -> said.room() == null || said.room().equals(o.room()))
            .filter(o -> said.arrival() == null || said.arrival().equals(o.arrival()))
            .filter(o -> said.departure() == null || said.departure().equals(o.departure()))
            .toList();
    return fitting.size() == 1 ? fitting.getFirst() : null;
  }
}
