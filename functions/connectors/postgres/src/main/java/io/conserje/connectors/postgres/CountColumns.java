package io.conserje.connectors.postgres;

import io.conserje.reservation.Count;
import io.conserje.venue.HouseRules;
import java.util.List;

/** Counts as the four arrays a statement unnests. */
record CountColumns(String[] what, String[] quarter, Integer[] number, Integer[] most) {

  static CountColumns of(List<Count> counts, HouseRules rules) {
    return new CountColumns(
        counts.stream().map(c -> c.kind().code()).toArray(String[]::new),
        counts.stream().map(c -> c.quarter().toString()).toArray(String[]::new),
        counts.stream().map(Count::number).toArray(Integer[]::new),
        counts.stream().map(c -> limit(c, rules)).toArray(Integer[]::new));
  }

  static CountColumns of(List<Count> counts) {
    return of(counts, null);
  }

  private static Integer limit(Count count, HouseRules rules) {
    int most = rules == null ? Integer.MAX_VALUE : count.kind().most(rules);
    return most == Integer.MAX_VALUE ? null : most;
  }
}
