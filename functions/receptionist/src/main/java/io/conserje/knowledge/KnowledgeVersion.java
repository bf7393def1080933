package io.conserje.knowledge;

import io.conserje.venue.VenueId;

/** Which state of its knowledge a house has by now. */
public interface KnowledgeVersion {

  /** Raised with every change of the house's document; 0 for no house. */
  long version(VenueId venue);
}
