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
      List<RoomOffer> kind = ofKind(heard.stay().room(), offers);
      return preferred.equals(Price.DEAREST) ? kind.getLast() : kind.getFirst();
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

  /** {@code the nicest double}; all of them if none of that kind is named or offered. */
  private static List<RoomOffer> ofKind(String room, List<RoomOffer> offers) {
    List<RoomOffer> kind =
        offers.stream()
            .filter(o -> room == null || o.room().equals(room) || o.room().startsWith(room + " "))
            .toList();
    return kind.isEmpty() ? offers : kind;
  }

  private static RoomOffer said(Stay said, List<RoomOffer> offers) {
    List<RoomOffer> fitting =
        offers.stream()
            .filter(o -> said.room() == null || said.room().equals(o.room()))
            .filter(o -> said.arrival() == null || said.arrival().equals(o.arrival()))
            .filter(o -> said.departure() == null || said.departure().equals(o.departure()))
            .toList();
    List<RoomOffer> like = fitting.isEmpty() ? calledLike(said, offers) : fitting;
    return like.size() == 1 ? like.getFirst() : null;
  }

  /** {@code la doble}, where of doubles only the superior one is offered. */
  private static List<RoomOffer> calledLike(Stay said, List<RoomOffer> offers) {
    boolean onlyRoom = said.room() != null && said.arrival() == null && said.departure() == null;
    return offers.stream().filter(o -> onlyRoom && o.room().startsWith(said.room() + " ")).toList();
  }
}
