package io.conserje.venue.house;

import io.conserje.venue.HouseFile;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Brings a house into being from its file, or up to date with it. */
public final class ImportHouse {

  private final HouseFiles houses;
  private final InstantSource clock;

  public ImportHouse(HouseFiles houses, InstantSource clock) {
    this.houses = houses;
    this.clock = clock;
  }

  /**
   * @param document as JSON types: String, Number, Boolean, List, Map or null
   */
  public Imported put(Map<String, Object> document) {
    Instant now = clock.instant();
    try {
      HouseFile file = HouseReader.read(document);
      List<Problem> problems = HouseChecks.of(file, LocalDate.ofInstant(now, file.venue().zone()));
      return problems.isEmpty() ? houses.keep(file, document, now) : new Imported.Refused(problems);
    } catch (InvalidHouse invalid) {
      return new Imported.Refused(invalid.problems());
    }
  }
}
