package io.conserje.guest;

import io.conserje.venue.VenueId;
import java.util.Optional;
import java.util.UUID;

/** The staff knows better than the count of visits. */
public final class SetTier {

  private final Guests guests;

  public SetTier(Guests guests) {
    this.guests = guests;
  }

  /**
   * @param tier null or empty: what the visits say counts again
   */
  public GuestAnswer set(VenueId venue, UUID guest, String tier, Staff staff) {
    boolean byVisits = tier == null || tier.isBlank();
    Optional<Tier> said = byVisits ? Optional.empty() : Tier.of(tier);
    if (!byVisits && said.isEmpty()) {
      return GuestAnswer.invalid(
          "A tier is regular, frequent, vip or premium; empty for what the visits say.");
    }
    return staff.isNamed()
        ? guests.setTier(venue, guest, said.orElse(null), staff)
        : GuestAnswer.invalid("Say who sets the tier.");
  }
}
