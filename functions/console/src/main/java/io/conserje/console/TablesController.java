package io.conserje.console;

import io.conserje.connectors.lambda.FunctionEnvironment;
import io.conserje.conversation.Wordings;
import io.conserje.reservation.Block;
import io.conserje.reservation.BlockTable;
import io.conserje.reservation.FreeTimes;
import io.conserje.reservation.Outcome;
import io.conserje.reservation.Party;
import io.conserje.reservation.Period;
import io.conserje.reservation.Refusal;
import io.conserje.reservation.TableBook;
import io.conserje.venue.Venue;
import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.serde.annotation.Serdeable;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** When tables are free, and which are out of use. */
@Controller("/api")
final class TablesController {

  private static final String NO_SUCH_BLOCK = "There is no such block; GET /api/blocks lists them.";

  /** No house file has a place for more. */
  private static final int MOST_PEOPLE = 200;

  private final Houses houses;
  private final TableBook book;
  private final FunctionEnvironment environment;

  TablesController(Houses houses, TableBook book, FunctionEnvironment environment) {
    this.houses = houses;
    this.book = book;
    this.environment = environment;
  }

  /** Every time a party could be booked, day by day, a month at most. */
  @Get("/availability")
  Availability availability(
      @QueryValue @Nullable String venue,
      @QueryValue @Nullable String from,
      @QueryValue @Nullable String to,
      @QueryValue @Nullable String partySize,
      @QueryValue @Nullable String zone,
      @QueryValue @Nullable String highChairs,
      @QueryValue @Nullable Boolean pets,
      @QueryValue @Nullable Boolean wheelchair) {
    Venue house = houses.named(venue);
    LocalDate first = Asked.day("from", from);
    LocalDate last = to == null ? first : Asked.day("to", to);
    if (last.isBefore(first) || last.isAfter(first.plusDays(FreeTimes.MOST_DAYS - 1))) {
      throw Refused.badRequest("Give to as a day from the first on, a month at most.");
    }
    Party party =
        new Party(
            Asked.number("partySize", Asked.required("partySize", partySize)),
            highChairs == null ? 0 : Asked.number("highChairs", highChairs),
            Boolean.TRUE.equals(pets),
            Boolean.TRUE.equals(wheelchair));
    Instant now = environment.clock().instant();
    String where = zone == null ? "" : zone;
    FreeTimes times = new FreeTimes(book);
    Optional<Refusal> never = times.never(house, party, where, now);
    never.ifPresent(why -> refuseNonsense(why, party));
    List<Day> days = days(times.between(house, first, last, party, where, now));
    return never.map(why -> Availability.never(days, why, house)).orElse(Availability.of(days));
  }

  /** What no house could answer to is a mistake of the caller, and not a full house. */
  private static void refuseNonsense(Refusal why, Party party) {
    if (party.size() < 1 || party.size() > MOST_PEOPLE) {
      throw Refused.badRequest(
          "Give partySize as the number of people who will sit, 1 to " + MOST_PEOPLE + ".");
    }
    if (why == Refusal.NO_SUCH_ZONE) {
      throw Refused.badRequest("Give zone as one of the house's, or leave it out.");
    }
    if (party.highChairs() < 0) {
      throw Refused.badRequest("Give highChairs as a number, 0 or more.");
    }
  }

  private static List<Day> days(Map<LocalDate, List<LocalDateTime>> times) {
    return times.entrySet().stream()
        .map(day ->
            new Day(
                day.getKey().toString(),
                day.getValue().stream().map(LocalDateTime::toString).toList()))
        .toList();
  }

  @Get("/blocks")
  Blocks blocks(
      @QueryValue @Nullable String venue,
      @QueryValue @Nullable String from,
      @QueryValue @Nullable String to) {
    Venue house = houses.named(venue);
    LocalDate first = Asked.day("from", from);
    LocalDate last = to == null ? first : Asked.day("to", to);
    if (last.isBefore(first)) {
      throw Refused.badRequest("Give to as a day from the first on.");
    }
    Period stretch =
        new Period(
            first.atStartOfDay(house.zone()).toInstant(),
            last.plusDays(1).atStartOfDay(house.zone()).toInstant());
    return new Blocks(book.blocks(house.id(), stretch).stream().map(b -> view(b, house)).toList());
  }

  /** The same id again blocks once. */
  @Post("/blocks")
  HttpResponse<?> block(@Body NewBlock wished) {
    Venue house = houses.named(wished.venue);
    Block block =
        new Block(
            wished.id == null ? UUID.randomUUID() : blockId(wished.id),
            Asked.required("table", wished.table),
            wished.period(house),
            Asked.note("why", wished.why));
    Optional<Refusal> no = new BlockTable(book).block(house, block);
    return no.isPresent()
        ? NotBooked.answer(new Outcome.Refused(no.get()), house)
        : HttpResponse.created(view(block, house));
  }

  @Delete("/blocks/{id}")
  HttpResponse<?> unblock(@PathVariable String id, @QueryValue @Nullable String venue) {
    Venue house = houses.named(venue);
    if (!new BlockTable(book).unblock(house, Asked.id(id, NO_SUCH_BLOCK))) {
      throw Refused.notFound(NO_SUCH_BLOCK);
    }
    return HttpResponse.noContent();
  }

  private static UUID blockId(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException e) {
      throw Refused.badRequest("Give id as a UUID, or leave it out.");
    }
  }

  private static BlockView view(Block block, Venue house) {
    return new BlockView(
        block.id().toString(),
        block.table(),
        block.period().from().atZone(house.zone()).toLocalDateTime().toString(),
        block.period().to().atZone(house.zone()).toLocalDateTime().toString(),
        block.why());
  }

  /**
   * @param reason why no day has a time for such a party, a {@link Refusal}'s code; otherwise null
   * @param detail the same in words fit to be said to a guest
   * @param byPerson true when a person of the house sees to such a party
   */
  @Serdeable
  record Availability(
      List<Day> days, @Nullable String reason, @Nullable String detail, boolean byPerson) {

    static Availability of(List<Day> days) {
      return new Availability(days, null, null, false);
    }

    static Availability never(List<Day> days, Refusal why, Venue house) {
      String words =
          Wordings.in(house.language()).refused(why, house.rules().largestParty(), house.phone());
      return new Availability(days, why.code(), words, why == Refusal.PARTY_TOO_LARGE);
    }
  }

  /**
   * @param times in the venue's own time; those after midnight belong to the day before
   */
  @Serdeable
  record Day(String date, List<String> times) {}

  @Serdeable
  record Blocks(List<BlockView> blocks) {}

  @Serdeable
  record BlockView(String id, String table, String from, String to, String why) {}

  /**
   * @param from and {@code to}: in the venue's own time, as 2026-12-24T13:00
   */
  @Serdeable
  record NewBlock(
      @Nullable String venue,
      @Nullable String id,
      @Nullable String table,
      @Nullable String from,
      @Nullable String to,
      @Nullable String why) {

    Period period(Venue house) {
      ZonedDateTime begins = Asked.moment("from", from).atZone(house.zone());
      ZonedDateTime ends = Asked.moment("to", to).atZone(house.zone());
      if (!begins.isBefore(ends)) {
        throw Refused.badRequest("Give to as a time after from.");
      }
      return new Period(begins.toInstant(), ends.toInstant());
    }
  }
}
