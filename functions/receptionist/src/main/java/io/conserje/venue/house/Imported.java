package io.conserje.venue.house;

import io.conserje.venue.VenueId;
import java.util.List;

/** What came of handing in a house file. */
public sealed interface Imported {

  /**
   * The house is now as its file says.
   *
   * @param created whether it is new here
   * @param changed whether it was any different before
   */
  record Kept(VenueId venue, boolean created, boolean changed) implements Imported {}

  /** The house is as it was before. */
  record Refused(List<Problem> problems) implements Imported {
    public Refused {
      problems = List.copyOf(problems);
    }
  }
}
