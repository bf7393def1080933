package io.conserje.console;

import io.conserje.connectors.postgres.views.StayView;
import io.conserje.connectors.postgres.views.StayView.Cancellation;
import io.conserje.connectors.postgres.views.StayView.Money;
import io.conserje.connectors.postgres.views.StayView.NightView;
import io.conserje.connectors.postgres.views.StayView.Taxes;
import io.conserje.stay.Offer;
import io.conserje.stay.Quote;
import io.micronaut.serde.annotation.Serdeable;
import java.util.List;

/** A room that is free, and what it costs in minor units. */
@Serdeable
record OfferView(
    String roomType,
    String arrival,
    String departure,
    Money total,
    Money deposit,
    List<NightView> nights,
    Taxes taxes,
    Cancellation cancellation) {

  static OfferView of(Offer offer) {
    Quote quote = offer.quote();
    return new OfferView(
        offer.type().name(),
        offer.nights().arrival().toString(),
        offer.nights().departure().toString(),
        new Money(quote.total(), quote.currency()),
        new Money(quote.deposit(), quote.currency()),
        StayView.nights(quote),
        new Taxes(quote.vat(), quote.vatIncluded(), quote.touristTax()),
        new Cancellation(quote.freeUntil().toString(), quote.cancellationFee()));
  }
}
