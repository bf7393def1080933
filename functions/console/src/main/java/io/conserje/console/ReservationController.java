package io.conserje.console;

import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.connectors.postgres.views.ReservationView;
import io.conserje.connectors.postgres.views.ReservationViews;
import io.conserje.conversation.Wordings;
import io.conserje.reservation.Asker;
import io.conserje.reservation.CancelReservation;
import io.conserje.reservation.ChangeReservation;
import io.conserje.reservation.ChangeReservation.Change;
import io.conserje.reservation.ConfirmReservation;
import io.conserje.reservation.Outcome;
import io.conserje.reservation.Party;
import io.conserje.reservation.ReceiveParty;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.ReserveTable;
import io.conserje.reservation.TableBook;
import io.conserje.reservation.ToTell;
import io.conserje.reservation.Wish;
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
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;

/** The book of tables: read, and moved by the same verbs as over every channel. */
@Controller("/api/reservations")
final class ReservationController {

  private static final String KEY = "Idempotency-Key";

  private final Houses houses;
  private final ReservationViews views;
  private final TableBook book;
  private final FunctionEnvironment environment;

  ReservationController(
      Houses houses, ReservationViews views, TableBook book, FunctionEnvironment environment) {
    this.houses = houses;
    this.views = views;
    this.book = book;
    this.environment = environment;
  }

  @Get
  Reservations day(@QueryValue @Nullable String venue, @QueryValue @Nullable String date) {
    Venue house = houses.named(venue);
    LocalDate day = Asked.day("date", date);
    return new Reservations(views.on(house.id(), day, house.zone()));
  }

  /** One reservation and every move of it, with who and why. */
  @Get("/{reference}")
  ReservationViews.Story one(@PathVariable String reference, @QueryValue @Nullable String venue) {
    Venue house = houses.named(venue);
    return views
        .story(house.id(), named(reference), house.zone())
        .orElseThrow(ReservationController::noSuch);
  }

  @Post
  HttpResponse<?> book(@Body NewReservation wished, @Header(KEY) @Nullable String key) {
    Venue house = houses.named(wished.venue);
    Wish asked = Wish.of(house, wished.at(), wished.party(), Asked.stripped(wished.zone), now());
    Wish wish = Boolean.TRUE.equals(wished.byHand) ? asked.answeredFor() : asked;
    ReserveTable.For who =
        new ReserveTable.For(NamedGuest.of(wished.guest), wished.details(), Channel.STAFF, null);
    ReserveTable reserve = new ReserveTable(book);
    String call = Asked.key(key);
    Outcome outcome =
        Boolean.TRUE.equals(wished.hold)
            ? reserve.hold(wish, who, call)
            : reserve.book(wish, who, call);
    return answer(house, outcome, true);
  }

  @Post("/{reference}/confirm")
  HttpResponse<?> confirm(
      @PathVariable String reference, @Body House asked, @Header(KEY) @Nullable String key) {
    ConfirmReservation verb = new ConfirmReservation(book);
    return move(
        asked.venue,
        reference,
        key,
        (house, named, call, now) -> verb.confirm(house, named, Asker.STAFF, call, now));
  }

  @Post("/{reference}/cancel")
  HttpResponse<?> cancel(
      @PathVariable String reference, @Body House asked, @Header(KEY) @Nullable String key) {
    CancelReservation verb = new CancelReservation(book);
    return move(
        asked.venue,
        reference,
        key,
        (house, named, call, now) -> verb.cancel(house, named, Asker.STAFF, call, now));
  }

  /** What is left out stays as it is. */
  @Post("/{reference}/change")
  HttpResponse<?> change(
      @PathVariable String reference,
      @Body NewReservation wished,
      @Header(KEY) @Nullable String key) {
    ChangeReservation verb = new ChangeReservation(book);
    return move(
        wished.venue,
        reference,
        key,
        (house, named, call, now) ->
            verb.change(
                house, named, before -> wished.insteadOf(before, house), Asker.STAFF, call, now));
  }

  @Post("/{reference}/seat")
  HttpResponse<?> seat(
      @PathVariable String reference, @Body House asked, @Header(KEY) @Nullable String key) {
    return move(asked.venue, reference, key, new ReceiveParty(book)::seat);
  }

  @Post("/{reference}/finish")
  HttpResponse<?> finish(
      @PathVariable String reference, @Body House asked, @Header(KEY) @Nullable String key) {
    return move(asked.venue, reference, key, new ReceiveParty(book)::finish);
  }

  @Post("/{reference}/no-show")
  HttpResponse<?> noShow(
      @PathVariable String reference, @Body House asked, @Header(KEY) @Nullable String key) {
    return move(asked.venue, reference, key, new ReceiveParty(book)::missed);
  }

  /** What can be done with a reservation that is in the book. */
  private interface Verb {
    Outcome of(Venue house, String reference, String key, Instant now);
  }

  private HttpResponse<?> move(String venue, String reference, String key, Verb verb) {
    Venue house = houses.named(venue);
    return answer(house, verb.of(house, named(reference), Asked.key(key), now()), false);
  }

  private HttpResponse<?> answer(Venue house, Outcome outcome, boolean made) {
    return switch (outcome) {
      case Outcome.Done(Reservation reservation, ToTell tell) -> {
        ReservationView view = view(house, reservation).telling(told(house, tell));
        yield made ? HttpResponse.created(view) : HttpResponse.ok(view);
      }
      case Outcome.Refused refused -> NotBooked.answer(refused, house);
    };
  }

  private ReservationView view(Venue house, Reservation reservation) {
    return views
        .story(house.id(), reservation.reference(), house.zone())
        .orElseThrow()
        .reservation();
  }

  /** What the guest has to know, in the house's language; null when there is nothing. */
  private static String told(Venue house, ToTell tell) {
    String told = Wordings.in(house.language()).told(tell);
    return told.isEmpty() ? null : told;
  }

  private Instant now() {
    return environment.clock().instant();
  }

  private static String named(String reference) {
    String named = reference.toUpperCase(Locale.ROOT);
    if (!named.matches("[A-Z0-9]{1,12}")) {
      throw noSuch();
    }
    return named;
  }

  private static Refused noSuch() {
    return Refused.notFound("There is no such reservation; GET /api/reservations lists a day's.");
  }

  @Serdeable
  record Reservations(List<ReservationView> reservations) {}

  @Serdeable
  record House(@Nullable String venue) {}

  /**
   * A reservation as wished for, or what is to be different.
   *
   * @param date and {@code time}: in the venue's own time
   * @param byHand true: a person answers for it, so that the house's largest party, its notice and
   *     tables kept for larger parties do not count
   * @param hold true: kept for the house's hold time only, until it is confirmed
   */
  @Serdeable
  record NewReservation(
      @Nullable String venue,
      @Nullable String date,
      @Nullable String time,
      @Nullable Integer partySize,
      @Nullable NamedGuest guest,
      @Nullable String zone,
      @Nullable String notes,
      @Nullable Integer highChairs,
      @Nullable Boolean pets,
      @Nullable Boolean wheelchair,
      @Nullable String allergies,
      @Nullable String occasion,
      @Nullable String language,
      @Nullable Boolean hold,
      @Nullable Boolean byHand) {

    LocalDateTime at() {
      return Asked.day("date", date).atTime(Asked.time("time", time));
    }

    Party party() {
      if (partySize == null) {
        throw Refused.badRequest("Add partySize, the number of people who will sit.");
      }
      return new Party(
          partySize,
          highChairs == null ? 0 : highChairs,
          Boolean.TRUE.equals(pets),
          Boolean.TRUE.equals(wheelchair));
    }

    Reservation.Details details() {
      return new Reservation.Details(
          Asked.note("notes", notes),
          Asked.note("allergies", allergies),
          Asked.note("occasion", occasion),
          Asked.note("language", language));
    }

    Change insteadOf(Reservation before, Venue house) {
      LocalDateTime was = before.period().from().atZone(house.zone()).toLocalDateTime();
      LocalDate day = date == null ? was.toLocalDate() : Asked.day("date", date);
      LocalTime clock = time == null ? was.toLocalTime() : Asked.time("time", time);
      return new Change(day.atTime(clock), party(before.party()), zone, details(before.details()));
    }

    private Party party(Party before) {
      return new Party(
          partySize == null ? before.size() : partySize,
          highChairs == null ? before.highChairs() : highChairs,
          pets == null ? before.pets() : pets,
          wheelchair == null ? before.wheelchair() : wheelchair);
    }

    private Reservation.Details details(Reservation.Details before) {
      Reservation.Details wished = details();
      return new Reservation.Details(
          notes == null ? before.notes() : wished.notes(),
          allergies == null ? before.allergies() : wished.allergies(),
          occasion == null ? before.occasion() : wished.occasion(),
          language == null ? before.language() : wished.language());
    }
  }
}
