package io.conserje.stay;

import io.conserje.stay.Quote.Extra;
import io.conserje.stay.Quote.NightPrice;
import io.conserje.stay.StayState.Waiting;
import io.conserje.venue.Lodging;
import io.conserje.venue.LodgingTax;
import io.conserje.venue.LodgingTerms.Cancellation;
import io.conserje.venue.Rate;
import io.conserje.venue.RoomType;
import io.conserje.venue.Venue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What stays cost in one house. Shares of an amount are rounded to the nearest unit, half up. */
final class Pricing {

  static final String EARLY = "early_check_in";
  static final String LATE = "late_check_out";

  private static final int WHOLE = 100;

  private final HouseTimes times;
  private final Lodging lodging;

  Pricing(Venue venue) {
    this.times = new HouseTimes(venue);
    this.lodging = venue.lodging();
  }

  /** Empty when the type is not let in one of the nights. */
  Optional<Quote> of(RoomType type, Nights nights, Party party, Hours hours) {
    List<NightPrice> prices = new ArrayList<>();
    for (LocalDate night : nights.all()) {
      Optional<Rate> rate = lodging.rate(type.name(), night);
      if (rate.isEmpty()) {
        return Optional.empty();
      }
      prices.add(price(night, rate.get(), type, party));
    }
    return Optional.of(quote(prices, extras(prices, hours), party, nights));
  }

  /**
   * What a stay costs that is changed. Who could not call it off for nothing any more cannot do so
   * after the change either, whatever day it was moved to.
   */
  Optional<Quote> changed(
      Stay stay, RoomType type, Nights nights, Party party, Hours hours, Instant now) {
    boolean promised = !(stay.state() instanceof Waiting);
    boolean bound = promised && now.isAfter(stay.quote().freeUntil());
    return of(type, nights, party, hours).map(q -> bound ? q.boundBy(stay.quote()) : q);
  }

  private NightPrice price(LocalDate night, Rate rate, RoomType type, Party party) {
    long amount =
        rate.on(night.getDayOfWeek())
            + Math.max(0, party.adults() - type.included()) * rate.extraAdult()
            + party.children() * rate.child()
            + party.cots() * rate.cot();
    return new NightPrice(
        night, lodging.season(night).map(season -> season.name()).orElse(""), amount);
  }

  private List<Extra> extras(List<NightPrice> prices, Hours hours) {
    List<Extra> extras = new ArrayList<>();
    if (hours.from() != null) {
      int perCent = lodging.terms().earlyCheckIn().perCent();
      extras.add(new Extra(EARLY, share(prices.getFirst().amount(), perCent)));
    }
    if (hours.until() != null) {
      int perCent = lodging.terms().lateCheckOut().perCent();
      extras.add(new Extra(LATE, share(prices.getLast().amount(), perCent)));
    }
    return extras;
  }

  private Quote quote(List<NightPrice> prices, List<Extra> extras, Party party, Nights nights) {
    LodgingTax tax = lodging.tax();
    long room =
        prices.stream().mapToLong(NightPrice::amount).sum()
            + extras.stream().mapToLong(Extra::amount).sum();
    long people = party.adults() + (tax.childrenToo() ? party.children() : 0);
    long touristTax = people * nights.count() * tax.perPersonAndNight();
    long total = withVat(room) + touristTax;
    long firstNight = withVat(prices.getFirst().amount());
    Cancellation terms = lodging.terms().cancellation();
    return new Quote(
        lodging.currency(),
        prices,
        extras,
        vat(room),
        tax.included(),
        touristTax,
        total,
        deposit(total, firstNight),
        freeUntil(nights),
        share(firstNight, terms.perCent()),
        share(firstNight, terms.noShowPerCent()));
  }

  private Instant freeUntil(Nights nights) {
    return times.checkIn(nights.arrival()).minus(lodging.terms().cancellation().freeUntil());
  }

  private long deposit(long total, long firstNight) {
    return lodging.terms().deposit().firstNight()
        ? firstNight
        : share(total, lodging.terms().deposit().perCent());
  }

  private long withVat(long amount) {
    return lodging.tax().included() ? amount : amount + vat(amount);
  }

  private long vat(long amount) {
    int vat = lodging.tax().vat();
    return nearest(amount * vat, lodging.tax().included() ? WHOLE + vat : WHOLE);
  }

  private static long share(long amount, int perCent) {
    return nearest(amount * perCent, WHOLE);
  }

  private static long nearest(long dividend, int divisor) {
    return Math.floorDiv(2 * dividend + divisor, 2 * divisor);
  }
}
