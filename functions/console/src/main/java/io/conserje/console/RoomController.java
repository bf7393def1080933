package io.conserje.console;

import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.stay.Party;
import io.conserje.stay.QuoteStay;
import io.conserje.stay.RoomCalendar;
import io.conserje.stay.StayAnswer.No;
import io.conserje.stay.StayAnswer.Offers;
import io.conserje.stay.StayBook;
import io.conserje.stay.StayWish;
import io.conserje.venue.Venue;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import java.time.LocalDate;
import java.util.List;

/** Which rooms are free and what they cost. Nothing is kept. */
@Controller("/api/rooms")
final class RoomController {

  private static final int LONGEST = 62;

  private final Houses houses;
  private final StayBook book;
  private final FunctionEnvironment environment;

  RoomController(Houses houses, StayBook book, FunctionEnvironment environment) {
    this.houses = houses;
    this.book = book;
    this.environment = environment;
  }

  /** Night by night and type by type; {@code to} is not included. */
  @Get
  Nights nights(
      @QueryValue @Nullable String venue,
      @QueryValue @Nullable String from,
      @QueryValue @Nullable String to) {
    Venue house = houses.named(venue);
    LocalDate first = Asked.day("from", from);
    LocalDate end = Asked.day("to", to);
    if (!first.isBefore(end) || first.plusDays(LONGEST).isBefore(end)) {
      throw Refused.badRequest("Give to after from, at most " + LONGEST + " days.");
    }
    return new Nights(
        house.lodging().currency(),
        new RoomCalendar(book)
            .nights(house, first, end).stream()
                .map(n ->
                    new NightView(
                        n.night().toString(), n.type(), n.free(), n.price() < 0 ? null : n.price()))
                .toList());
  }

  @Get("/quote")
  HttpResponse<?> quote(
      @QueryValue @Nullable String venue,
      @QueryValue @Nullable String arrival,
      @QueryValue @Nullable String departure,
      @QueryValue @Nullable String roomType,
      @QueryValue @Nullable String adults,
      @QueryValue @Nullable String children,
      @QueryValue @Nullable String cots) {
    Venue house = houses.named(venue);
    StayWish wish =
        new StayWish(
            house,
            Asked.day("arrival", arrival),
            Asked.day("departure", departure),
            roomType == null ? "" : roomType,
            new Party(
                Asked.number("adults", Asked.required("adults", adults)),
                children == null ? 0 : Asked.number("children", children),
                cots == null ? 0 : Asked.number("cots", cots)),
            environment.clock().instant());
    return switch (new QuoteStay(book).quote(wish)) {
      case Offers offers ->
          HttpResponse.ok(new Quotes(offers.offers().stream().map(OfferView::of).toList()));
      case No no -> NoStay.answer(no, house, wish.arrival());
    };
  }

  @Serdeable
  record Nights(String currency, List<NightView> nights) {}

  /**
   * @param free rooms one more party could have for that night alone
   * @param price in minor units, for as many adults as it includes; null when the type is not let
   */
  @Serdeable
  record NightView(String night, String roomType, int free, Long price) {}

  @Serdeable
  record Quotes(List<OfferView> offers) {}
}
