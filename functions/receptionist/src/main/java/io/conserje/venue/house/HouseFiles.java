package io.conserje.venue.house;

import io.conserje.venue.HouseFile;
import io.conserje.venue.VenueId;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Where the houses' documents are kept. */
public interface HouseFiles {

  /**
   * Makes the house what its file says, wholly or not at all. Doing it again changes nothing. It is
   * refused when something in the book still needs what the file leaves out, or when an address
   * belongs to another house.
   *
   * @param document what {@code file} was read from
   * @param now from when on bookings count
   */
  Imported keep(HouseFile file, Map<String, Object> document, Instant now);

  /** A house's whole document, its channel addresses included. */
  Optional<Map<String, Object>> document(VenueId venue);

  /** While {@code work} reads a document and keeps what it made of it, nobody else keeps one. */
  default <T> T oneAtATime(Supplier<T> work) {
    return work.get();
  }
}
