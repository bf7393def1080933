package io.conserje.followups;

import io.conserje.venue.Venue;
import io.conserje.venue.Venues;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does something for one house after the other; one that fails does not keep it from the others.
 */
final class EveryHouse {

  private static final Logger LOG = LoggerFactory.getLogger(EveryHouse.class);

  private EveryHouse() {}

  /** What to add to the job's result: nothing, or how many houses it failed for. */
  static String of(Venues venues, String job, Consumer<Venue> work) {
    long failed = venues.all().stream().filter(venue -> fails(venue, job, work)).count();
    return failed == 0 ? "" : ", failed for " + failed + (failed == 1 ? " house" : " houses");
  }

  private static boolean fails(Venue venue, String job, Consumer<Venue> work) {
    try {
      work.accept(venue);
      return false;
    } catch (RuntimeException e) {
      String house = venue.id().value();
      LOG.error("Job {} failed for the house {}; it runs again in a minute.", job, house, e);
      return true;
    }
  }
}
