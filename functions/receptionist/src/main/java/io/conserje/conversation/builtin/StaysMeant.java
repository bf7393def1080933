package io.conserje.conversation.builtin;

import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;

/** Which of several stays a guest speaks of: by a day, by the month, by the room. */
record StaysMeant(Turn turn) {

  /** All of them, where nothing tells. */
  List<RoomOffer> of(List<RoomOffer> all) {
    Memory memory = turn.memory();
    List<LocalDate> days = memory.mentions.days();
    List<RoomOffer> meant =
        only(
            all,
            s ->
                days.contains(s.arrival())
                    || s.reference().equals(memory.stays.booked) && days.isEmpty());
    meant = meant.isEmpty() ? only(all, this::ofMonth) : meant;
    boolean room = memory.task == Task.STAY_CANCEL || memory.task == Task.STAY_HOURS;
    meant = meant.isEmpty() && room ? only(all, this::ofRoom) : meant;
    return meant.isEmpty() ? all : meant;
  }

  private static List<RoomOffer> only(List<RoomOffer> all, Predicate<RoomOffer> which) {
    return all.stream().filter(which).toList();
  }

  private Words words() {
    String text = turn.memory().text;
    return Words.of(text.isEmpty() ? turn.said("") : text);
  }

  /** {@code la de diciembre}. */
  private boolean ofMonth(RoomOffer stay) {
    Words words = words();
    boolean named = false;
    for (int i = 0; i < words.size(); i++) {
      named |= stay.arrival().getMonth() == Calendar.month(words.plain(i));
    }
    return named;
  }

  private boolean ofRoom(RoomOffer stay) {
    return stay.room().equals(RoomWords.in(words(), turn.venue().lodging(), false));
  }
}
