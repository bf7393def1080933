package io.conserje.reservation;

import java.util.List;

/** What a verb of the book answers: it is done, or why not. */
public sealed interface Outcome {

  /**
   * @param reservation as it now stands
   */
  record Done(Reservation reservation, ToTell tell) implements Outcome {
    public Done(Reservation reservation) {
      this(reservation, ToTell.NOTHING);
    }
  }

  /**
   * @param alternatives what could be instead, as a good maître d' would offer it
   */
  record Refused(Refusal why, List<Alternative> alternatives) implements Outcome {
    public Refused(Refusal why) {
      this(why, List.of());
    }
  }
}
