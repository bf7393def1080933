package io.conserje.conversation.builtin;

import java.util.List;

/** Which of the guest's reservations a message means. */
final class Which {

  private Which() {}

  /** All that fit; none if the message tells nothing of them. */
  static List<Found> of(List<Found> found, Understanding heard) {
    if (heard.about(Topic.ALL)) {
      return found;
    }
    if (heard.choice() == Choice.LAST) {
      return List.of(found.getLast());
    }
    boolean said =
        heard.reference() != null
            || heard.day() != null
            || heard.time() != null
            || heard.part() != null
            || heard.party() != null;
    List<Found> fitting = said ? found.stream().filter(f -> fits(f, heard)).toList() : List.of();
    if (fitting.isEmpty() && heard.choice() > 0 && heard.choice() <= found.size()) {
      return List.of(found.get(heard.choice() - 1));
    }
    return fitting;
  }

  /**
   * {@code la primera la quito}, {@code the dinner one}: told before anybody asked which; all where
   * that tells nothing.
   */
  static List<Found> byItsPlace(List<Found> found, Words words) {
    PartOfDay part = PartOfDay.in(words);
    List<Found> then =
        found.stream().filter(f -> part == null || part.holds(f.at().getHour())).toList();
    int choice = then.size() == 1 ? Choice.NONE : Choice.in(words);
    if (choice == Choice.LAST) {
      return List.of(found.getLast());
    }
    return choice > 0 && choice <= found.size() ? List.of(found.get(choice - 1)) : then;
  }

  private static boolean fits(Found found, Understanding heard) {
    return (heard.reference() == null || found.isCalled(heard.reference()))
        && (heard.day() == null || found.isOn(heard.day().date()))
        && (heard.time() == null || found.isAt(heard.time()))
        && (heard.part() == null || heard.part().holds(found.at().getHour()))
        && (heard.party() == null || found.party() == heard.party().size());
  }
}
