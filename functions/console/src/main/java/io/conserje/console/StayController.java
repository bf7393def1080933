package io.conserje.console;

import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.postgres.views.StayView;
import io.conserje.connectors.postgres.views.StayViews;
import io.conserje.stay.BookStay;
import io.conserje.stay.By;
import io.conserje.stay.CancelStay;
import io.conserje.stay.ChangeStay;
import io.conserje.stay.CheckIn;
import io.conserje.stay.CheckOut;
import io.conserje.stay.ConfirmStay;
import io.conserje.stay.EarlyCheckIn;
import io.conserje.stay.ExtendHold;
import io.conserje.stay.HoldStay;
import io.conserje.stay.LateCheckOut;
import io.conserje.stay.NoShow;
import io.conserje.stay.Party;
import io.conserje.stay.StayAnswer;
import io.conserje.stay.StayBook;
import io.conserje.stay.StayGuest;
import io.conserje.stay.StayRequest;
import io.conserje.stay.StayWish;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/** The book of rooms: read, and moved by the same verbs as over every channel. */
@Controller("/api/stays")
final class StayController {

  private static final String KEY = "Idempotency-Key";

  /** As many as an answer can hold of a house of some hundred rooms. */
  private static final int MOST_DAYS = 63;

  private final Houses houses;
  private final StayViews views;
  private final StayBook book;
  private final FunctionEnvironment environment;

  StayController(Houses houses, StayViews views, StayBook book, FunctionEnvironment environment) {
    this.houses = houses;
    this.views = views;
    this.book = book;
    this.environment = environment;
  }

  @Get
  Stays stays(
      @QueryValue @Nullable String venue,
      @QueryValue @Nullable String from,
      @QueryValue @Nullable String to) {
    Venue house = houses.named(venue);
    LocalDate first = Asked.day("from", from);
    LocalDate last = Asked.day("to", to);
    if (last.isBefore(first) || !last.isBefore(first.plusDays(MOST_DAYS))) {
      throw Refused.badRequest(
          "Give to as from or a later day, so that they are " + MOST_DAYS + " at most.");
    }
    return new Stays(views.between(house.id(), first, last));
  }

  /** One stay and every move of it, with who and why. */
  @Get("/{reference}")
  StayViews.Story one(@PathVariable String reference, @QueryValue @Nullable String venue) {
    Venue house = houses.named(venue);
    return Optional.of(reference.toUpperCase(Locale.ROOT))
        .filter(r -> r.matches("[A-Z0-9]{1,12}"))
        .flatMap(r -> views.story(house.id(), r))
        .orElseThrow(() -> Refused.notFound("There is no such stay; GET /api/stays lists them."));
  }

  @Post
  HttpResponse<?> book(@Body NewStay wished, @Header(KEY) @Nullable String key) {
    Venue house = houses.named(wished.venue);
    StayWish wish = wished.wish(house, now());
    StayGuest who =
        new StayGuest(
            NamedGuest.of(wished.guest), Asked.stripped(wished.notes), Channel.STAFF, null);
    StayAnswer answer =
        Boolean.TRUE.equals(wished.hold)
            ? new HoldStay(book).hold(wish, who, Asked.key(key))
            : new BookStay(book).book(wish, who, Asked.key(key));
    return answer instanceof StayAnswer.Done(var stay)
        ? HttpResponse.created(StayView.of(stay))
        : answer(answer, house, wish.arrival());
  }

  @Post("/{reference}/extend")
  HttpResponse<?> extend(
      @PathVariable String reference, @Body Asking asked, @Header(KEY) @Nullable String key) {
    return move(asked.venue, reference, key, new ExtendHold(book)::extend);
  }

  @Post("/{reference}/confirm")
  HttpResponse<?> confirm(
      @PathVariable String reference, @Body Asking asked, @Header(KEY) @Nullable String key) {
    return move(asked.venue, reference, key, new ConfirmStay(book)::confirm);
  }

  @Post("/{reference}/cancel")
  HttpResponse<?> cancel(
      @PathVariable String reference, @Body Asking asked, @Header(KEY) @Nullable String key) {
    return move(asked.venue, reference, key, new CancelStay(book)::cancel);
  }

  /** What is left out stays as it is. */
  @Post("/{reference}/change")
  HttpResponse<?> change(
      @PathVariable String reference, @Body NewStay wished, @Header(KEY) @Nullable String key) {
    Venue house = houses.named(wished.venue);
    StayRequest request = request(house, reference, key);
    StayAnswer answer = new ChangeStay(book).change(request, wished.change());
    return answer(
        answer, house, wished.arrival == null ? null : Asked.day("arrival", wished.arrival));
  }

  @Post("/{reference}/check-in")
  HttpResponse<?> checkIn(
      @PathVariable String reference, @Body Asking asked, @Header(KEY) @Nullable String key) {
    return move(asked.venue, reference, key, new CheckIn(book)::arrive);
  }

  @Post("/{reference}/check-out")
  HttpResponse<?> checkOut(
      @PathVariable String reference, @Body Asking asked, @Header(KEY) @Nullable String key) {
    return move(asked.venue, reference, key, new CheckOut(book)::leave);
  }

  @Post("/{reference}/no-show")
  HttpResponse<?> noShow(
      @PathVariable String reference, @Body Asking asked, @Header(KEY) @Nullable String key) {
    return move(asked.venue, reference, key, new NoShow(book)::missed);
  }

  @Post("/{reference}/late-check-out")
  HttpResponse<?> lateCheckOut(
      @PathVariable String reference, @Body Asking asked, @Header(KEY) @Nullable String key) {
    LocalTime until = asked.at();
    return move(
        asked.venue, reference, key, request -> new LateCheckOut(book).stayUntil(request, until));
  }

  @Post("/{reference}/early-check-in")
  HttpResponse<?> earlyCheckIn(
      @PathVariable String reference, @Body Asking asked, @Header(KEY) @Nullable String key) {
    LocalTime from = asked.at();
    return move(
        asked.venue, reference, key, request -> new EarlyCheckIn(book).comeAt(request, from));
  }

  private HttpResponse<?> move(
      String venue, String reference, String key, Function<StayRequest, StayAnswer> verb) {
    Venue house = houses.named(venue);
    return answer(verb.apply(request(house, reference, key)), house, null);
  }

  private StayRequest request(Venue house, String reference, String key) {
    return new StayRequest(house, reference, By.STAFF, Asked.key(key), now());
  }

  private static HttpResponse<?> answer(StayAnswer answer, Venue house, LocalDate arrival) {
    return switch (answer) {
      case StayAnswer.Done(var stay) -> HttpResponse.ok(StayView.of(stay));
      case StayAnswer.No no -> NoStay.answer(no, house, arrival);
    };
  }

  private Instant now() {
    return environment.clock().instant();
  }

  @Serdeable
  record Stays(List<StayView> stays) {}

  /**
   * @param time of other hours than the house's, its own time
   */
  @Serdeable
  record Asking(@Nullable String venue, @Nullable String time) {
    LocalTime at() {
      return time == null ? null : Asked.time("time", time);
    }
  }

  /**
   * A stay as wished for, or what is to be different.
   *
   * @param arrival and {@code departure}: days of the venue's calendar
   * @param roomType left out: the cheapest that fits
   * @param hold true: kept for the house's hold time only, until it is confirmed
   */
  @Serdeable
  record NewStay(
      @Nullable String venue,
      @Nullable String arrival,
      @Nullable String departure,
      @Nullable String roomType,
      @Nullable Integer adults,
      @Nullable Integer children,
      @Nullable Integer cots,
      @Nullable NamedGuest guest,
      @Nullable String notes,
      @Nullable Boolean hold) {

    StayWish wish(Venue house, Instant now) {
      LocalDate first = Asked.day("arrival", arrival);
      LocalDate last = Asked.day("departure", departure);
      if (adults == null) {
        throw Refused.badRequest("Add adults, the number of adults who will sleep there.");
      }
      Party party = new Party(adults, orNone(children), orNone(cots));
      return new StayWish(house, first, last, Asked.stripped(roomType), party, now);
    }

    ChangeStay.Change change() {
      return new ChangeStay.Change(
          arrival == null ? null : Asked.day("arrival", arrival),
          departure == null ? null : Asked.day("departure", departure),
          roomType,
          adults,
          children,
          cots,
          notes);
    }

    private static int orNone(Integer number) {
      return number == null ? 0 : number;
    }
  }
}
