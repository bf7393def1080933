package io.conserje.stay;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What a stay costs, all in minor units of {@code currency}.
 *
 * @param nights each night's price, extra beds included
 * @param extras what comes on top of the nights
 * @param vat what of {@code total} is value added tax
 * @param vatIncluded whether nights and extras have the tax in them already
 * @param total what the guest pays altogether
 * @param deposit what of it is paid before
 * @param freeUntil until when calling it off costs nothing
 * @param cancellationFee what it costs from then on
 */
public record Quote(
    String currency,
    List<NightPrice> nights,
    List<Extra> extras,
    long vat,
    boolean vatIncluded,
    long touristTax,
    long total,
    long deposit,
    Instant freeUntil,
    long cancellationFee,
    long noShowFee) {

  public Quote {
    nights = List.copyOf(nights);
    extras = extras == null ? List.of() : List.copyOf(extras);
  }

  /** The same price, with what was owed already when the stay had the other one. */
  Quote boundBy(Quote before) {
    return new Quote(
        currency,
        nights,
        extras,
        vat,
        vatIncluded,
        touristTax,
        total,
        deposit,
        freeUntil.isBefore(before.freeUntil) ? freeUntil : before.freeUntil,
        Math.max(cancellationFee, before.cancellationFee),
        Math.max(noShowFee, before.noShowFee));
  }

  /**
   * @param season as the house calls it
   */
  public record NightPrice(LocalDate night, String season, long amount) {}

  /**
   * @param what {@code early_check_in} or {@code late_check_out}
   */
  public record Extra(String what, long amount) {}
}
