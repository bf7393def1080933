package io.conserje.guest;

import java.time.Duration;

/**
 * What makes a guest a frequent one.
 *
 * @param within only visits and no-shows of this long count, so that a tier fades by itself
 * @param noShows so many, and the guest is a regular one whatever the visits
 */
public record GuestTiers(Duration within, int frequent, int vip, int premium, int noShows) {

  public static final GuestTiers USUAL = new GuestTiers(Duration.ofDays(365), 3, 8, 20, 2);

  public Tier of(Visits visits) {
    if (visits.lateNoShows() >= noShows || visits.lateVisits() < frequent) {
      return Tier.REGULAR;
    }
    if (visits.lateVisits() < vip) {
      return Tier.FREQUENT;
    }
    return visits.lateVisits() < premium ? Tier.VIP : Tier.PREMIUM;
  }
}
