package io.conserje.venue;

import java.util.List;
import java.util.Optional;

/** Where the houses of this deployment are known. */
public interface Venues {

  Optional<Venue> byId(VenueId id);

  /** The house a guest called or wrote to. */
  Optional<Venue> byAddress(Channel channel, String houseAddress);

  List<Venue> all();
}
