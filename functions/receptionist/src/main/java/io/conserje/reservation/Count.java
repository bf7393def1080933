package io.conserje.reservation;

import io.conserje.venue.HouseRules;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * So many of a thing the house counts by quarters of an hour.
 *
 * @param quarter when it begins
 */
public record Count(Kind kind, Instant quarter, int number) {

  private static final long QUARTER = Duration.ofMinutes(15).toSeconds();

  public enum Kind {
    /** Guests who arrive. */
    COVERS,
    /** High chairs in use. */
    HIGH_CHAIRS;

    public String code() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** The most there may be; {@link Integer#MAX_VALUE} for no limit. */
    public int most(HouseRules rules) {
      return switch (this) {
        case COVERS -> rules.coversPerQuarter() == 0 ? Integer.MAX_VALUE : rules.coversPerQuarter();
        case HIGH_CHAIRS -> rules.highChairs();
      };
    }
  }

  /** What a party adds, in the one order in which counters are ever touched. */
  public static List<Count> of(Party party, Period period) {
    List<Count> counts = new ArrayList<>();
    counts.add(new Count(Kind.COVERS, quarterOf(period.from()), party.size()));
    if (party.highChairs() > 0) {
      for (Instant at = quarterOf(period.from());
          at.isBefore(period.to());
          at = at.plusSeconds(QUARTER)) {
        counts.add(new Count(Kind.HIGH_CHAIRS, at, party.highChairs()));
      }
    }
    return counts;
  }

  static Instant quarterOf(Instant moment) {
    return Instant.ofEpochSecond(Math.floorDiv(moment.getEpochSecond(), QUARTER) * QUARTER);
  }
}
