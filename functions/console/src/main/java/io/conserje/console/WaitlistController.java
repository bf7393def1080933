package io.conserje.console;

import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.reservation.Act;
import io.conserje.reservation.Outcome;
import io.conserje.reservation.Party;
import io.conserje.reservation.Reservation;
import io.conserje.reservation.ReserveTable;
import io.conserje.venue.Channel;
import io.conserje.venue.Venue;
import io.conserje.waitlist.FrontDesk;
import io.conserje.waitlist.JoinWaitlist.Answer;
import io.conserje.waitlist.Waitlist;
import io.conserje.waitlist.WaitlistEntry;
import io.conserje.waitlist.Wanted;
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
import java.util.List;

/** Who waits for a table, and what became of them. */
@Controller("/api/waitlist")
final class WaitlistController {

  private static final String KEY = "Idempotency-Key";

  private final Houses houses;
  private final Waitlist waitlist;
  private final FrontDesk desk;
  private final FunctionEnvironment environment;

  WaitlistController(
      Houses houses, Waitlist waitlist, FrontDesk desk, FunctionEnvironment environment) {
    this.houses = houses;
    this.waitlist = waitlist;
    this.desk = desk;
    this.environment = environment;
  }

  @Get
  Entries day(@QueryValue @Nullable String venue, @QueryValue @Nullable String date) {
    Venue house = houses.named(venue);
    LocalDate day = Asked.day("date", date);
    return new Entries(waitlist.on(house.id(), day).stream().map(this::view).toList());
  }

  @Post
  HttpResponse<?> join(@Body Waiter waiter, @Header(KEY) @Nullable String key) {
    Venue house = houses.named(waiter.venue);
    Wanted wanted = waiter.wanted();
    ReserveTable.For who =
        new ReserveTable.For(NamedGuest.of(waiter.guest), waiter.details(), Channel.STAFF, null);
    return switch (desk.join().join(house, wanted, who, Asked.key(key), now())) {
      case Answer.Joined joined -> HttpResponse.created(view(joined.entry()));
      case Answer.Refused(var why) -> NotBooked.answer(new Outcome.Refused(why), house);
    };
  }

  /** Who has left before stays out. */
  @Post("/{id}/leave")
  WaitlistView leave(
      @PathVariable String id, @Body House asked, @Header(KEY) @Nullable String key) {
    Venue house = houses.named(asked.venue);
    String none = "There is nobody of this id; GET /api/waitlist?venue=&date= lists a day's.";
    Act act = new Act(Asked.key(key), "staff", "taken off", now());
    return desk.leave()
        .leave(house.id(), Asked.id(id, none), act)
        .map(this::view)
        .orElseThrow(() -> Refused.notFound(none));
  }

  private WaitlistView view(WaitlistEntry entry) {
    String reference =
        desk.book().byKey(entry.venue(), entry.offerKey()).map(Reservation::reference).orElse(null);
    Integer position = entry.inLine() ? waitlist.position(entry) : null;
    return WaitlistView.of(entry, position, reference);
  }

  private Instant now() {
    return environment.clock().instant();
  }

  @Serdeable
  record Entries(List<WaitlistView> waitlist) {}

  @Serdeable
  record House(@Nullable String venue) {}

  /**
   * Somebody who is to wait.
   *
   * @param time the earliest that would do
   * @param until the latest; the same as {@code time} when left out
   */
  @Serdeable
  record Waiter(
      @Nullable String venue,
      @Nullable String date,
      @Nullable String time,
      @Nullable String until,
      @Nullable Integer partySize,
      @Nullable NamedGuest guest,
      @Nullable String zone,
      @Nullable String notes,
      @Nullable Integer highChairs,
      @Nullable Boolean pets,
      @Nullable Boolean wheelchair,
      @Nullable String language) {

    Wanted wanted() {
      if (partySize == null) {
        throw Refused.badRequest("Add partySize, the number of people who will sit.");
      }
      LocalDateTime from = Asked.day("date", date).atTime(Asked.time("time", time));
      LocalDateTime to =
          until == null ? from : from.toLocalDate().atTime(Asked.time("until", until));
      Party party =
          new Party(
              partySize,
              highChairs == null ? 0 : highChairs,
              Boolean.TRUE.equals(pets),
              Boolean.TRUE.equals(wheelchair));
      return new Wanted(from, to.isBefore(from) ? to.plusDays(1) : to, party, Asked.stripped(zone));
    }

    Reservation.Details details() {
      return new Reservation.Details(
          Asked.note("notes", notes), "", "", Asked.note("language", language));
    }
  }
}
