package io.conserje.conversation;

import io.conserje.venue.Venue;
import java.time.Duration;

/** Listens to what a guest has said in a turn, before a model is asked. */
public interface Listening {

  /** Nobody listens: voice notes are answered with a request to write. */
  Listening NOBODY = (turn, venue) -> new Listened.Heard(turn);

  /** Each voice note is listened to once, whatever run of the turn asks. */
  Listened to(Turn turn, Venue venue);

  /** What came of it. */
  sealed interface Listened {

    /** The turn with all that could be heard. */
    record Heard(Turn turn) implements Listened {}

    /** The turn waits, unheld, and is to be answered again after a pause. */
    record NotYet(Duration pause) implements Listened {}
  }
}
